using System.Data.Common;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Building;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Checking;

/// <summary>
/// Answers of checks that still hold. A check is a question about rows: where its text and all it reads, down to the bytes of the
/// snapshots, are what they were when the last published file was checked, so is its answer. What is asked of the schema
/// <c>meta</c>, which tells of the build itself, is asked each time.
/// </summary>
internal sealed class KeptChecks
{
    /// <summary>Before the names of checks among the fingerprints of tables.</summary>
    private const string Prefix = "checks.";

    private readonly IReadOnlyDictionary<string, string> fingerprints;

    private KeptChecks(IReadOnlyDictionary<string, string> fingerprints, IReadOnlyDictionary<string, CheckResult> results) =>
        (this.fingerprints, Results) = (fingerprints, results);

    /// <summary>By the name of the check.</summary>
    public IReadOnlyDictionary<string, CheckResult> Results { get; }

    /// <param name="warehouse">A file that was built, with the fingerprints of what it was built from, and what its predecessor's checks found.</param>
    /// <param name="flow">With the checks.</param>
    public static KeptChecks Of(DuckDbOptions warehouse, FlowModels flow)
    {
        using var connection = DuckDbProvider.Open(warehouse);
        var made = connection.Query<(string Relation, string Fingerprint)>(
            "select relation, fingerprint from meta.kept_table union all select 'reference.' || list, fingerprint from meta.kept_list").ToList();
        var models = new ModelFingerprints(connection, flow.Models, made.Where(t => !t.Relation.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(t => t.Relation, t => t.Fingerprint));
        var wanted = flow.Models
            .Where(m => m.Schema == "checks" && !SqlReferences.Of(connection, m).Any(read => read.StartsWith("meta.", StringComparison.Ordinal)))
            .ToDictionary(m => m.Name, models.Of);
        var holding = made.Where(t => t.Relation.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(t => (Name: t.Relation[Prefix.Length..], t.Fingerprint))
            .Where(t => wanted.GetValueOrDefault(t.Name) == t.Fingerprint)
            .Select(t => t.Name)
            .ToHashSet(StringComparer.Ordinal);
        var results = holding.Count == 0 ? [] : connection.Query<(string Name, string Level, string Sentence, long Rows, string? Example, double Milliseconds)>(
            "select check_name, level, sentence, offending_rows, example, duration_ms from meta.check_result");
        return new(wanted, results.Where(r => holding.Contains(r.Name)).ToDictionary(
            r => r.Name,
            r => new CheckResult(r.Name, r.Level, r.Sentence, r.Rows, r.Example) { Duration = TimeSpan.FromMilliseconds(r.Milliseconds) }));
    }

    /// <summary>Writes down what the results are results of.</summary>
    public void Record(DbConnection connection)
    {
        connection.Execute($"delete from meta.kept_table where starts_with(relation, '{Prefix}')");
        using var rows = DuckDbProvider.CreateAppender(connection, "meta", "kept_table");
        foreach (var (name, fingerprint) in fingerprints)
        {
            rows.Add(Prefix + name).Add(fingerprint).EndRow();
        }

        rows.Complete();
    }
}
