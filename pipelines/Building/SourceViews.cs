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
/// <c>clean.staged_corrected</c> is staged rows of those sources only that have a declared correction, so that checking one
/// reads no other.
/// A source whose card has no snapshot yet has empty views. <c>clean.observation_count</c> counts rows of all snapshots.
/// </summary>
internal sealed class SourceViews
{
    private readonly SqlModel observation;
    private readonly List<(string Name, string Sql)> views = [];
    private readonly Dictionary<string, string> fingerprints;

    /// <summary>Says what the views will be; the reference tables must be there, the snapshots' need not.</summary>
    public SourceViews(DbConnection connection, FlowModels flow, SnapshotTables tables, IReadOnlyList<Snapshot> snapshots, IReadOnlyDictionary<string, string> lists)
    {
        fingerprints = new(lists, StringComparer.Ordinal);
        observation = flow.Model("clean.observation");
        var bySource = snapshots.ToLookup(s => s.SourceId);
        var sources = flow.Sources.Keys.Order(StringComparer.Ordinal).ToList();
        var correcting = new ModelFingerprints(connection, flow.Models, fingerprints).Of(observation);
        foreach (var source in sources)
        {
            var vintages = bySource[source].ToList();
            var bytes = vintages.Select(tables.Fingerprint).ToList();
            var staged = tables.Select(source, vintages, nothing: snapshots[0], withRejected: true);
            // On one line, as errors of the model behind it are told by their line.
            var admitted = tables.Select(source, vintages, nothing: snapshots[0], withRejected: false).ReplaceLineEndings(" ");
            var revised = RevisionTables.Select(vintages);
            Add($"stg_{source}", staged, [staged, .. bytes]);
            Add($"obs_{source}", $"with staged as ({admitted}) select * from (\n{observation.Sql}\n)", [admitted, correcting, .. bytes]);
            Add($"rev_{source}", revised, [revised, .. bytes]);
        }

        Add("observation_count", SnapshotTables.SelectCounts(snapshots), snapshots.Select(tables.Fingerprint));
        Unite("staged", sources.Select(source => $"stg_{source}"));
        var corrected = connection.Query<string>("select distinct source_id from reference.corrections").ToHashSet(StringComparer.Ordinal);
        Unite("staged_corrected", sources.Where(corrected.Contains).DefaultIfEmpty(sources[0]).Select(source => $"stg_{source}"));
        Unite("observation", sources.Select(source => $"obs_{source}"));
        Unite("revision", sources.Select(source => $"rev_{source}"));
    }

    /// <summary>By relation, of what each view shows, and of the code lists.</summary>
    public IReadOnlyDictionary<string, string> Fingerprints => fingerprints;

    /// <summary>What each view is, whatever rows it shows: a view of the same text need not be made again.</summary>
    public IEnumerable<(string Relation, string Text)> Texts => views.Select(view => ($"clean.{view.Name}", view.Sql));

    /// <summary>The views of revisions, in the order in which they can be made.</summary>
    public IEnumerable<string> OfRevisions => views.Where(IsOfRevisions).Select(view => $"clean.{view.Name}");

    /// <summary>Makes the views over the snapshots' tables, which must be there, as far as they were not kept.</summary>
    public void CreateOfSnapshots(DbConnection connection, KeptTables kept) => Create(connection, kept, view => !IsOfRevisions(view));

    /// <summary>Makes the views over the tables of revisions, which must be there, as far as they were not kept.</summary>
    public void CreateOfRevisions(DbConnection connection, KeptTables kept) => Create(connection, kept, IsOfRevisions);

    private static bool IsOfRevisions((string Name, string Sql) view) => view.Name == "revision" || view.Name.StartsWith("rev_", StringComparison.Ordinal);

    private void Create(DbConnection connection, KeptTables kept, Func<(string Name, string Sql), bool> which)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (name, sql) in views.Where(which).Where(view => kept.IsMissing($"clean.{view.Name}")))
        {
            try
            {
                connection.Execute($"create or replace view clean.{name} as {sql}");
            }
            catch (DbException failure) when (name.StartsWith("obs_", StringComparison.Ordinal))
            {
                throw ModelException.FromEngine([observation], failure);
            }
        }

        transaction.Commit();
    }

    private void Unite(string name, IEnumerable<string> parts)
    {
        var names = parts.ToList();
        Add(name, string.Join("\nunion all\n", names.Select(part => $"from clean.{part}")), names.Select(part => fingerprints[$"clean.{part}"]));
    }

    private void Add(string name, string sql, IEnumerable<string> madeOf)
    {
        views.Add((name, sql));
        fingerprints.Add($"clean.{name}", KeptTables.Fingerprint(madeOf));
    }
}
