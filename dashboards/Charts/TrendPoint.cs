using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Charts;

/// <summary>A value of a line, for what is said of the line in words.</summary>
/// <param name="Said">As people read it.</param>
public readonly record struct TrendPoint(int Year, double Value, string Said)
{
    /// <summary>
    /// "World: 44.9% in 2015, 52.4% in 2023." One value or two may stand there without a line to look at, so the change is said:
    /// "Kenya: from 10.4% in 2016 to 10.1% in 2020, 0.3 points less."
    /// </summary>
    /// <param name="points">By year, at least one.</param>
    /// <param name="difference">How a change is said, without its sign; null where there is nothing to subtract, as of codes.</param>
    public static string Summary(Texts texts, string name, IReadOnlyList<TrendPoint> points, Func<double, string>? difference)
    {
        var (first, last) = (points[0], points[^1]);
        return points.Count switch
        {
            1 => texts["summary.point", name, Formats.Year(last.Year), last.Said],
            2 when difference is not null => texts[$"summary.two.{(first.Said == last.Said ? "same" : last.Value > first.Value ? "more" : "less")}",
                name, Formats.Year(first.Year), first.Said, Formats.Year(last.Year), last.Said, difference(Math.Abs(last.Value - first.Value))],
            _ => texts["summary.line", name, Formats.Year(first.Year), first.Said, Formats.Year(last.Year), last.Said],
        };
    }
}
