using System.Text.RegularExpressions;

namespace SpIndicators.Warehouse.Models;

/// <summary>
/// One <c>.sql</c> file: one relation, one select. The stage folder gives the schema (<c>3_clean</c> → <c>clean</c>),
/// the file name gives the relation; a folder between them only keeps related files together.
/// </summary>
/// <param name="Path">Where it lies below <c>pipelines/</c>, with forward slashes: <c>3_clean/observation.sql</c>.</param>
/// <param name="Schema">Stage without its number: <c>raw</c>, <c>clean</c>, <c>indicators</c>, <c>checks</c>.</param>
/// <param name="Name">Relation within the schema.</param>
/// <param name="Sql">The text as written.</param>
public sealed partial record SqlModel(string Path, string Schema, string Name, string Sql)
{
    /// <summary><c>clean.observation</c></summary>
    public string FullName => $"{Schema}.{Name}";

    /// <summary>
    /// <c>-- materialized view</c> in the header keeps a relation as a view: for relations that would only repeat rows.
    /// </summary>
    public bool IsView => HeaderValue("materialized") == "view";

    /// <summary>The words after <c>-- key</c> in the header's comment lines, or null.</summary>
    public string? HeaderValue(string key)
    {
        foreach (var line in Sql.Split('\n').TakeWhile(l => l.StartsWith("--", StringComparison.Ordinal)))
        {
            var words = line[2..].Trim();
            if (words.StartsWith(key + " ", StringComparison.Ordinal))
            {
                return words[(key.Length + 1)..].Trim();
            }
        }

        return null;
    }

    /// <summary>Reads a model from its path and text.</summary>
    /// <exception cref="ArgumentException">The path is not <c>N_stage/name.sql</c>, <c>N_stage/folder/name.sql</c> or <c>stage/name.sql</c>.</exception>
    public static SqlModel Parse(string path, string sql)
    {
        var match = StagePath().Match(path);
        return match.Success
            ? new SqlModel(path, match.Groups["schema"].Value, match.Groups["name"].Value, sql.ReplaceLineEndings("\n"))
            : throw new ArgumentException($"A model lies at N_stage/name.sql, not at {path}.", nameof(path));
    }

    [GeneratedRegex("^([0-9]_)?(?<schema>[a-z]+)/([a-z_]+/)?(?<name>[a-z0-9_]+)\\.sql$")]
    private static partial Regex StagePath();
}
