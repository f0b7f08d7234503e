using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// One value for everything a build is made from, the program included. The same value means that a rebuild would change
/// nothing.
/// </summary>
internal static class InputFingerprint
{
    /// <summary>
    /// The assemblies that make a warehouse. The compiler derives a module's version id from all that went into it, so it
    /// changes with their code, and with the commit, whose number is compiled in: a new program builds once.
    /// </summary>
    internal static IReadOnlyList<Guid> Program { get; } =
        [.. new[] { typeof(InputFingerprint), typeof(ModelRunner), typeof(DuckDbProvider), typeof(PublishedVintage) }.Select(t => t.Module.ModuleVersionId)];

    public static string Of(FlowModels flow, WarehouseHome home) => Of(flow, home, Program);

    internal static string Of(FlowModels flow, WarehouseHome home, IEnumerable<Guid> program)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + '\0'));
        Add(DuckDbProvider.EngineVersion);
        program.ToList().ForEach(module => Add(module.ToString()));
        Add(ReferenceTables.Fingerprint(home));
        foreach (var snapshot in SnapshotStore.ToBuild(home, flow))
        {
            Add(File.ReadAllText(snapshot.CardPath));
        }

        foreach (var model in flow.Models.OrderBy(m => m.Path, StringComparer.Ordinal))
        {
            Add(model.Path);
            Add(model.Sql);
        }

        foreach (var source in flow.Sources.Values.OrderBy(s => s.SourceId, StringComparer.Ordinal))
        {
            // How an agency is asked changes nothing of what it gave.
            Add(JsonSerializer.Serialize(source with { Fetch = null }));
        }

        flow.IndicatorCards.Order(StringComparer.Ordinal).ToList().ForEach(Add);
        Add(flow.Corrections);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
