using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace SpIndicators.Warehouse.Models;

/// <summary>Which relations a model reads, taken from DuckDB's own parse of it (<c>json_serialize_sql</c>).</summary>
public static class SqlReferences
{
    /// <summary>
    /// Schema-qualified relations of every <c>from</c> and <c>join</c>, however deep. Unqualified names are the
    /// model's own common table expressions and are left out.
    /// </summary>
    /// <exception cref="ModelException">DuckDB cannot parse the text.</exception>
    public static IReadOnlySet<string> Of(DbConnection connection, SqlModel model) =>
        Known.GetOrAdd(model.Sql, _ => Parse(connection, model));

    /// <summary>The answer depends on the text alone, and is asked for more than once in a build.</summary>
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> Known = new(StringComparer.Ordinal);

    private static SortedSet<string> Parse(DbConnection connection, SqlModel model)
    {
        var json = connection.ExecuteScalar<string>("select json_serialize_sql($sql::varchar)::varchar", new { sql = model.Sql })!;
        using var tree = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        if (tree.RootElement.TryGetProperty("error", out var error) && error.GetBoolean())
        {
            throw ModelException.FromParser(model, tree.RootElement);
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        Walk(tree.RootElement, found);
        return found;
    }

    private static void Walk(JsonElement node, SortedSet<string> found)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Walk(item, found);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Text(node, "type") == "BASE_TABLE" && Text(node, "schema_name") is { Length: > 0 } schema)
            {
                found.Add($"{schema}.{Text(node, "table_name")}");
            }

            foreach (var property in node.EnumerateObject())
            {
                Walk(property.Value, found);
            }
        }
    }

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
