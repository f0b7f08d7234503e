using System.Data.Common;
using Dapper;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// Three views a source, over the tables of its snapshots, and three that unite all sources:
/// <list type="bullet">
/// <item><c>clean.stg_source</c>, <c>clean.staged</c>: every row, readable or not, with provenance;</item>
/// <item><c>clean.obs_source</c>, <c>clean.observation</c>: what was admitted, corrections applied;</item>
/// <item><c>clean.rev_source</c>, <c>clean.revision</c>: what changed between consecutive vintages.</item>
/// </list>
/// A source whose card has no snapshot yet has empty views.
/// </summary>
internal sealed class SourceViews(DbConnection connection, FlowModels flow, SnapshotTables snapshots)
{
    private readonly SqlModel observation = flow.Model("clean.observation");
    private readonly Dictionary<string, string> fingerprints = new(StringComparer.Ordinal);

    /// <summary>Makes the views and returns a fingerprint of what each of them shows.</summary>
    public IReadOnlyDictionary<string, string> Create(IReadOnlyList<Snapshot> all)
    {
        var bySource = all.ToLookup(s => s.SourceId);
        var correcting = new ModelFingerprints(connection, flow.Models, fingerprints).Of(observation);
        foreach (var source in flow.Sources.Keys.Order(StringComparer.Ordinal))
        {
            var vintages = bySource[source].ToList();
            var bytes = vintages.Select(snapshots.Fingerprint).ToList();
            var staged = SnapshotTables.Select(source, vintages, nothing: all[0]);
            var revised = RevisionTables.Select(vintages);
            Create($"stg_{source}", staged, [staged, .. bytes]);
            Observe(source, [staged, correcting, .. bytes]);
            Create($"rev_{source}", revised, [revised, .. bytes]);
        }

        Unite("staged", "stg");
        Unite("observation", "obs");
        Unite("revision", "rev");
        return fingerprints;
    }

    private void Observe(string source, IEnumerable<string> madeOf)
    {
        try
        {
            Create($"obs_{source}", $"with staged as (from clean.stg_{source}) select * from (\n{observation.Sql}\n)", madeOf);
        }
        catch (DbException failure)
        {
            throw ModelException.FromEngine([observation], failure);
        }
    }

    private void Unite(string name, string prefix)
    {
        var views = flow.Sources.Keys.Order(StringComparer.Ordinal).Select(source => $"{prefix}_{source}").ToList();
        Create(name, string.Join("\nunion all\n", views.Select(v => $"from clean.{v}")), views.Select(v => fingerprints[$"clean.{v}"]));
    }

    private void Create(string name, string sql, IEnumerable<string> madeOf)
    {
        fingerprints.Add($"clean.{name}", KeptTables.Fingerprint(madeOf));
        connection.Execute($"create or replace view clean.{name} as {sql}");
    }
}
