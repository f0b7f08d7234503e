using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace SpIndicators.Dashboards.Api.Description;

/// <summary>
/// The API in OpenAPI 3.1, made from <see cref="ApiAddresses"/> and from the very types that are answered with, so that it
/// cannot say what the program does not do.
/// </summary>
internal static class OpenApiDocument
{
    /// <param name="vintage">The published edition: what examples of editions name.</param>
    /// <param name="home">What stands before every path, where the program is not at the root of its host.</param>
    public static JsonObject Of(JsonSerializerOptions answers, string vintage, string home)
    {
        var typed = new JsonSerializerOptions(answers) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var paths = new JsonObject();
        foreach (var address in ApiAddresses.All)
        {
            paths[address.Path] = new JsonObject { ["get"] = Operation(address, vintage, typed) };
        }

        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "SpIndicators",
                ["version"] = "1",
                ["summary"] = "Social protection coverage (SDG 1.3.1) and the money for it.",
                ["description"] = "Reading only, without a key. Each figure has its source, release and flags; respect the licences. A missing value is null or has no row: it is never 0. "
                    + "ETag and If-None-Match spare what has not changed. RateLimit-* headers tell what is left of this minute; beyond it the answer is 429 with Retry-After.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = home.Length == 0 ? "/" : home }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Problem"] = Problem() } },
        };
    }

    private static JsonObject Operation(ApiAddress address, string vintage, JsonSerializerOptions typed)
    {
        var content = new JsonObject();
        foreach (var type in address.Answers)
        {
            content[type] = type == "application/json" && SchemaOf(address, typed) is { } schema ? new JsonObject { ["schema"] = schema } : new JsonObject();
        }

        var responses = new JsonObject { ["200"] = new JsonObject { ["description"] = address.Meaning, ["content"] = content } };
        foreach (var status in address.Statuses.Concat(ApiStatus.Everywhere).OrderBy(status => status.Code))
        {
            responses[status.Code.ToString(CultureInfo.InvariantCulture)] = Response(status);
        }

        return new()
        {
            ["operationId"] = address.Id,
            ["summary"] = address.Title,
            ["description"] = address.Meaning,
            ["parameters"] = new JsonArray([.. address.Parameters.Select(parameter => Parameter(parameter, vintage))]),
            ["responses"] = responses,
            ["x-examples"] = new JsonArray([.. address.Examples.Select(example => JsonValue.Create(example))]),
        };
    }

    private static JsonObject Response(ApiStatus status)
    {
        var response = new JsonObject { ["description"] = status.Meaning };
        if ((status.Answers ?? [ApiStatus.ProblemType]) is { Count: > 0 } types)
        {
            response["content"] = new JsonObject(types.Select(type => KeyValuePair.Create<string, JsonNode?>(
                type, type == ApiStatus.ProblemType ? new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } } : new JsonObject())));
        }

        return response;
    }

    private static JsonObject Parameter(ApiParameter parameter, string vintage)
    {
        var schema = new JsonObject { ["type"] = parameter.Least is null ? "string" : "integer" };
        if (parameter.Least is { } least)
        {
            schema["minimum"] = least;
        }

        if (parameter.Most is { } most)
        {
            schema["maximum"] = most;
        }

        if (parameter.Values is { } values)
        {
            schema["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        return new()
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.IsInPath ? "path" : "query",
            ["required"] = parameter.IsRequired,
            ["description"] = parameter.Meaning,
            ["schema"] = schema,
            ["example"] = parameter.Name == Urls.Vintage ? vintage
                : parameter.Least is null ? parameter.Example
                : int.Parse(parameter.Example, CultureInfo.InvariantCulture),
        };
    }

    private static JsonNode? SchemaOf(ApiAddress address, JsonSerializerOptions typed)
    {
        if (address.Whole is { } whole)
        {
            return typed.GetJsonSchemaAsNode(whole);
        }

        if (address.Row is not { } row)
        {
            return null;
        }

        var properties = new JsonObject();
        foreach (var name in address.Beside)
        {
            properties[name] = new JsonObject();
        }

        properties["rows"] = new JsonObject { ["type"] = "array", ["items"] = typed.GetJsonSchemaAsNode(row) };
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. address.Beside.Append("rows").Select(name => JsonValue.Create(name))]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["description"] = "RFC 9457. Of a parameter: its name, what it may be and what was received.",
        ["required"] = new JsonArray("title", "status"),
        ["properties"] = new JsonObject
        {
            ["title"] = new JsonObject { ["type"] = "string" }, ["status"] = new JsonObject { ["type"] = "integer" }, ["detail"] = new JsonObject { ["type"] = "string" },
            ["parameter"] = new JsonObject { ["type"] = "string" }, ["bound"] = new JsonObject { ["type"] = "string" }, ["received"] = new JsonObject { ["type"] = "string" },
        },
    };
}
