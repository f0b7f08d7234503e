using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>
/// How many countries and territories have a value. Counted is what the map draws, so that "without data" is what
/// readers see hatched: not Antarctica, islands without residents, a dissolved state, nor two territories taken together.
/// </summary>
/// <param name="Drawn">All that could have a value.</param>
/// <param name="With">Those of them that have one.</param>
public readonly record struct CountryCount(int Drawn, int With)
{
    public int Without => Drawn - With;

    /// <param name="known">The areas of the vintage.</param>
    /// <param name="withValue">The codes that have a value, each once.</param>
    public static CountryCount Of(IEnumerable<Area> known, IEnumerable<string> withValue)
    {
        var drawn = known.Where(area => area.IsCountry && MapShapes.World.Areas.ContainsKey(area.RefArea)).Select(area => area.RefArea).ToHashSet();
        return new(drawn.Count, withValue.Count(drawn.Contains));
    }
}
