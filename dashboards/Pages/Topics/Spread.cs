namespace SpIndicators.Dashboards.Pages.Topics;

/// <summary>How the countries' newest values of one indicator, contingency and sex lie.</summary>
/// <param name="IsShown">Enough countries have a value for the topic to show it.</param>
/// <param name="LowerQuarter">A quarter of the countries have less.</param>
/// <param name="Median">Half of the countries have more, half less; countries count alike, large and small.</param>
/// <param name="FirstYear">Year of the oldest value.</param>
public sealed record Spread(
    string IndicatorId, string Contingency, string Sex, bool IsShown, long Countries,
    double Lowest, double LowerQuarter, double Median, double UpperQuarter, double Highest, short FirstYear, short LastYear);
