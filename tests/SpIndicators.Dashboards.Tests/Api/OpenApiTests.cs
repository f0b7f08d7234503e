using System.Globalization;
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

    /// <summary>Each parameter's example is answered with 200, each value of a list with one of the statuses that are told.</summary>
    [Fact]
    public async Task EveryParameter_OnEveryAddress_IsAnsweredAsDescribed()
    {
        var asked = 0;
        foreach (var (path, operation) in await Operations())
        {
            var parameters = operation.GetProperty("parameters").EnumerateArray().ToList();
            foreach (var parameter in parameters)
            {
                var name = parameter.GetProperty("name").GetString()!;
                var status = await AnsweredAsDescribed(operation, AddressOf(path, parameters, name, parameter.GetProperty("example").ToString()));
                Assert.True(status == HttpStatusCode.OK, $"{path}: the example of {name} is answered with {status}.");
                asked++;
                var schema = parameter.GetProperty("schema");
                foreach (var value in schema.TryGetProperty("enum", out var values) ? values.EnumerateArray().ToList() : [])
                {
                    status = await AnsweredAsDescribed(operation, AddressOf(path, parameters, name, value.GetString()!));
                    Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{path}: {name}={value} is answered with {status}.");
                    asked++;
                }
            }
        }

        Assert.True(asked > 200, $"Only {asked} questions.");
    }

    [Fact]
    public async Task WholeNumbers_HaveTheirBounds_AndNothingBeyondIsTaken()
    {
        var bounds = 0;
        foreach (var (path, operation) in await Operations())
        {
            var parameters = operation.GetProperty("parameters").EnumerateArray().ToList();
            foreach (var parameter in parameters.Where(parameter => parameter.GetProperty("schema").GetProperty("type").GetString() == "integer"))
            {
                var (name, schema) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema"));
                var least = schema.GetProperty("minimum").GetInt64();
                List<(long Value, HttpStatusCode Status)> tried = [(least, HttpStatusCode.OK), (least - 1, HttpStatusCode.BadRequest)];
                if (schema.TryGetProperty("maximum", out var most))
                {
                    tried.AddRange([(most.GetInt64(), HttpStatusCode.OK), (most.GetInt64() + 1, HttpStatusCode.BadRequest)]);
                }

                foreach (var (value, status) in tried)
                {
                    var address = AddressOf(path, parameters, name, value.ToString(CultureInfo.InvariantCulture));
                    Assert.Equal((address, status), (address, await AnsweredAsDescribed(operation, address)));
                    bounds++;
                }
            }
        }

        Assert.True(bounds > 12, $"Only {bounds} bounds.");
    }

    [Theory]
    [InlineData("sdmxData", "?format=pdf", HttpStatusCode.NotAcceptable)]
    [InlineData("sdmxRestData", "?updatedAfter=2020-01-01", HttpStatusCode.NotImplemented)]
    [InlineData("sdmxRestStructure", "?format=csv", HttpStatusCode.NotAcceptable)]
    [InlineData("sdmxStructure", "?detail=allstubs", HttpStatusCode.NotImplemented)]
    [InlineData("sdmxStructure", "?references=garbage", HttpStatusCode.BadRequest)]
    [InlineData("observations", "?time=soon", HttpStatusCode.BadRequest)]
    [InlineData("explain", "?indicator=coverage&country=NOD", HttpStatusCode.NotFound)]
    [InlineData("dataXlsx", "?csv=excel", HttpStatusCode.BadRequest)]
    [InlineData("indicatorsXlsx", "?csv=excel", HttpStatusCode.BadRequest)]
    public async Task Refusal_IsOneOfThoseThatAreTold(string id, string query, HttpStatusCode status)
    {
        var (path, operation) = (await Operations()).Single(known => known.Operation.GetProperty("operationId").GetString() == id);
        var parameters = operation.GetProperty("parameters").EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "path").ToList();

        Assert.Equal(status, await AnsweredAsDescribed(operation, AddressOf(path, parameters, "", "") + query));
    }

    [Theory]
    [InlineData("database", "latest", null, HttpStatusCode.Found)]
    [InlineData("everyObservation", "latest", null, HttpStatusCode.Found)]
    [InlineData("database", "2026-01-01", "bytes=0-9", HttpStatusCode.PartialContent)]
    [InlineData("database", "2026-01-01", "bytes=999999999999-", HttpStatusCode.RequestedRangeNotSatisfiable)]
    [InlineData("database", "1999-01-01", null, HttpStatusCode.NotFound)]
    [InlineData("everyObservation", "1999-01-01", null, HttpStatusCode.NotFound)]
    public async Task WholeFile_IsAnsweredAsDescribed(string id, string vintage, string? range, HttpStatusCode status)
    {
        var (path, operation) = (await Operations()).Single(known => known.Operation.GetProperty("operationId").GetString() == id);

        Assert.Equal(status, await AnsweredAsDescribed(operation, path.Replace("{vintage}", vintage, StringComparison.Ordinal), range is null ? [] : [("Range", range)]));
    }

    [Fact]
    public async Task Parameters_AsDescribed_AreThoseTheAddressKnows()
    {
        foreach (var (path, operation) in (await Operations()).Where(o => !o.Path.StartsWith("/api/v1/bulk", StringComparison.Ordinal)))
        {
            var parameters = operation.GetProperty("parameters").EnumerateArray().ToList();
            using var answer = await dashboard.Get(AddressOf(path, [.. parameters.Where(p => p.GetProperty("in").GetString() == "path")], "", "") + "?surprise=1");
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var known = problem.RootElement.GetProperty("bound").GetString()!["one of the parameters ".Length..].Split(", ");

            var described = parameters.Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString());
            Assert.Equal((path, string.Join(' ', known.Order())), (path, string.Join(' ', described.Order())));
        }
    }

    [Fact]
    public async Task Document_HasAVersionAndAKey_AndANameForEachAddress()
    {
        using var answer = await dashboard.Get("/api/v1/openapi.json");
        using var again = await dashboard.Get("/api/v1/openapi.json", ("If-None-Match", answer.Headers.ETag!.ToString()));
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var names = (await Operations()).Select(known => known.Operation.GetProperty("operationId").GetString()!).ToList();

        Assert.Equal(("3.1.0", "*"), (document.RootElement.GetProperty("openapi").GetString(), answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.True(document.RootElement.GetProperty("components").GetProperty("schemas").TryGetProperty("Problem", out _));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z][A-Za-z]+$", name));
    }

    /// <summary>The address with what it needs, and one parameter more or otherwise.</summary>
    private static string AddressOf(string path, IReadOnlyList<JsonElement> parameters, string name, string value)
    {
        var query = new List<string>();
        foreach (var parameter in parameters)
        {
            var own = parameter.GetProperty("name").GetString()!;
            var given = own == name ? value : parameter.GetProperty("example").ToString();
            if (parameter.GetProperty("in").GetString() == "path")
            {
                path = path.Replace($"{{{own}}}", given, StringComparison.Ordinal);
            }
            else if (own == name || parameter.GetProperty("required").GetBoolean())
            {
                query.Add($"{Uri.EscapeDataString(own)}={Uri.EscapeDataString(given)}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>The status; that it is told, and its media type with it, is held.</summary>
    private async Task<HttpStatusCode> AnsweredAsDescribed(JsonElement operation, string address, params (string Name, string Value)[] headers)
    {
        using var answer = await dashboard.Get(address, headers);
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        Assert.True(operation.GetProperty("responses").TryGetProperty(status, out var response), $"{address} is answered with {status}, which is not told.");
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (response.TryGetProperty("content", out var content))
        {
            Assert.True(type is not null && content.TryGetProperty(type, out _), $"{address}: {status} is not told to be {type}.");
        }
        else
        {
            Assert.True(answer.Content.Headers.ContentLength is null or 0, $"{address}: {status} has a body.");
        }

        return answer.StatusCode;
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
