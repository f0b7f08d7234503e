using System.Collections.Concurrent;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>
/// Inputs that were read lately: a page is drawn, comes to life and is sent on within seconds, and a published warehouse never
/// changes.
/// </summary>
public sealed class KeptInputs
{
    /// <summary>The last few areas; a large group is a few hundred kilobytes.</summary>
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<(string Vintage, string Area, string Language), CalculatorInputs?> kept = new();

    /// <summary>Null for an area without figures.</summary>
    public CalculatorInputs? Of(WarehouseSession session, Language language, string area, bool isGroup)
    {
        var key = (session.Vintage, area, language.Code);
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        return kept[key] = CalculatorQuery.Inputs(session, language, area, isGroup);
    }
}
