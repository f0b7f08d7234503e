using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Building;

/// <summary>One value for everything a build is made from. The same value means that a rebuild would change nothing.</summary>
internal static class InputFingerprint
{
    public static string Of(FlowModels flow, WarehouseHome home)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + '\0'));
        Add(DuckDbProvider.EngineVersion);
        Add(ReferenceTables.Fingerprint(home));
        foreach (var snapshot in new SnapshotStore(home.Snapshots, flow.Sources).All())
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
            Add(JsonSerializer.Serialize(source));
        }

        flow.IndicatorCards.Order(StringComparer.Ordinal).ToList().ForEach(Add);
        Add(flow.Corrections);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
