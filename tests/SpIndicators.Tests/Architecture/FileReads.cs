using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;

namespace SpIndicators.Tests.Architecture;

/// <summary>
/// The files a query reads besides relations: functions such as <c>read_csv</c>, and file names in the place of a table
/// (<c>from 'a.csv'</c>), which DuckDB parses as a table without a schema.
/// </summary>
internal static partial class FileReads
{
    public static IReadOnlyList<string> Of(DbConnection parser, string sql)
    {
        using var tree = JsonDocument.Parse(
            parser.ExecuteScalar<string>("select json_serialize_sql($sql::varchar)::varchar", new { sql })!,
            new JsonDocumentOptions { MaxDepth = 512 });
        var nodes = Below(tree.RootElement).ToList();

        var functions = from node in nodes
                        where Text(node, "type") == "TABLE_FUNCTION"
                        let name = Text(node.GetProperty("function"), "function_name")
                        where FileFunction().IsMatch(name)
                        select name;
        var ownNames = nodes.Select(node => Text(node, "key")).ToHashSet();
        var files = from node in nodes
                    where Text(node, "type") == "BASE_TABLE" && Text(node, "schema_name").Length == 0
                    let name = Text(node, "table_name")
                    where !ownNames.Contains(name) && !PlainName().IsMatch(name)
                    select name;
        return [.. functions, .. files];
    }

    private static IEnumerable<JsonElement> Below(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object) yield return element;
        var children = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
            JsonValueKind.Array => element.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        };
        foreach (var node in children.SelectMany(Below)) yield return node;
    }

    private static string Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex("^(read_.*|glob|sniff_csv|parquet_.*|.*_scan)$")]
    private static partial Regex FileFunction();

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex PlainName();
}
