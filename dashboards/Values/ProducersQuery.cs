using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Values;

/// <summary>Whose the sources are, by their ids.</summary>
internal static class ProducersQuery
{
    public static IReadOnlyDictionary<string, string> Run(WarehouseSession session) =>
        session.List<(string Id, string Producer)>("select source_id, producer from indicators.source").ToDictionary(s => s.Id, s => s.Producer);
}
