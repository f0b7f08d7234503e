using System.Data.Common;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>Models name sources; a source without any snapshot is told by name, before anything is built.</summary>
internal static class NeededSources
{
    private const string Staged = "clean.stg_";

    /// <exception cref="SnapshotException">A model reads a source of which there is no snapshot.</exception>
    public static void Verify(DbConnection parser, FlowModels flow, IReadOnlyList<Snapshot> snapshots)
    {
        var atHand = snapshots.Select(s => s.SourceId).ToHashSet(StringComparer.Ordinal);
        // Asked of the parser only where a source is named at all: the others would be parsed for nothing.
        var missing = from model in flow.Models
                      where model.Schema != "raw" && model.Sql.Contains($" {Staged}", StringComparison.Ordinal)
                      from read in SqlReferences.Of(parser, model)
                      where read.StartsWith(Staged, StringComparison.Ordinal) && !atHand.Contains(read[Staged.Length..])
                      select (Source: read[Staged.Length..], model.Path);
        var absent = missing.DistinctBy(m => m.Source).ToList();
        if (absent is [var first, ..])
        {
            throw new SnapshotException($"""
                There is no snapshot of {string.Join(", ", absent.Select(m => $"'{m.Source}'"))}, which pipelines/{first.Path} reads. Put its files and cards back under snapshots/{first.Source}/<vintage>/, or, if the source is given up, remove its card in pipelines/1_sources and its models.
                """);
        }
    }
}
