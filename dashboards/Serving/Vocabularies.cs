using System.Collections.Concurrent;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Serving;

/// <summary>The codes of each vintage, read once: a published warehouse never changes.</summary>
public sealed class Vocabularies
{
    /// <summary>Frozen links may name many vintages; those of the last few are remembered.</summary>
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<string, Vocabulary> byVintage = new();

    public Vocabulary Of(WarehouseSession session)
    {
        if (byVintage.TryGetValue(session.Vintage, out var known))
        {
            return known;
        }

        if (byVintage.Count >= MostKept)
        {
            byVintage.Clear();
        }

        return byVintage[session.Vintage] = Vocabulary.Of(session);
    }
}
