using System.Net;
using System.Text.Json;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary>The description of the API is held against the API: every example is asked, every parameter known, every answer of its shape.</summary>
public sealed class OpenApiTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public async Task EveryExample_IsAnsweredAsDescribed()
    {
        var asked = 0;
        foreach (var (path, operation) in await Operations())
        {
            var content = operation.GetProperty("responses").GetProperty("200").GetProperty("content");
            foreach (var example in operation.GetProperty("x-examples").EnumerateArray().Select(e => e.GetString()!))
            {
                using var answer = await dashboard.Get(example);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{example}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
                var type = answer.Content.Headers.ContentType!.MediaType!;
                Assert.True(content.TryGetProperty(type, out var described), $"{path} does not say that {example} is {type}.");
                if (described.TryGetProperty("schema", out var schema))
                {
                    using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                    Assert.Null(Misfit(document.RootElement, schema, example));
                }

                asked++;
            }
        }

        Assert.True(asked > 12, $"Only {asked} examples.");
    }

    [Fact]
    public async Task Parameters_AsDescribed_AreThoseTheAddressKnows()
    {
        foreach (var (path, operation) in (await Operations()).Where(o => !o.Path.StartsWith("/api/v1/bulk", StringComparison.Ordinal) && !o.Path.Contains("/sdmx/", StringComparison.Ordinal)))
        {
            using var answer = await dashboard.Get(path.Replace("{table}", "coverage.csv", StringComparison.Ordinal) + "?surprise=1");
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var known = problem.RootElement.GetProperty("bound").GetString()!["one of the parameters ".Length..].Split(", ");

            var described = operation.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString());
            Assert.Equal((path, string.Join(' ', known.Order())), (path, string.Join(' ', described.Order())));
        }
    }

    [Fact]
    public async Task Document_SaysItsVersionAndAnswersToBothWaysOfAsking()
    {
        using var answer = await dashboard.Get("/api/v1/openapi.json");
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(("3.1.0", "*"), (document.RootElement.GetProperty("openapi").GetString(), answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.True(document.RootElement.GetProperty("components").GetProperty("schemas").TryGetProperty("Problem", out _));
    }

    private async Task<List<(string Path, JsonElement Operation)>> Operations()
    {
        using var document = JsonDocument.Parse(await dashboard.Text("/api/v1/openapi.json"));
        return [.. document.RootElement.GetProperty("paths").EnumerateObject().Select(path => (path.Name, path.Value.GetProperty("get").Clone()))];
    }

    /// <summary>The first place where a value is not of the schema; of the keywords, those the document uses.</summary>
    private static string? Misfit(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            var allowed = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).ToList() : [type.GetString()!];
            if (!allowed.Contains(NameOf(value)) && !(allowed.Contains("number") && value.ValueKind == JsonValueKind.Number))
            {
                return $"{at} is {NameOf(value)}, not {string.Join(" or ", allowed)}.";
            }
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            return value.EnumerateArray().Select((item, i) => Misfit(item, items, $"{at}[{i}]")).FirstOrDefault(misfit => misfit is not null);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing)
        {
            return $"{at} has no {missing}.";
        }

        return schema.TryGetProperty("properties", out var properties)
            ? value.EnumerateObject().Select(field => properties.TryGetProperty(field.Name, out var of) ? Misfit(field.Value, of, $"{at}.{field.Name}") : $"{at}.{field.Name} is not described.").FirstOrDefault(misfit => misfit is not null)
            : null;
    }

    private static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "boolean",
    };
}
