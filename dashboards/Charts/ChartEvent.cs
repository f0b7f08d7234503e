namespace SpIndicators.Dashboards.Charts;

/// <summary>Something that happened in a year and that a line is read against: a ratification, a reform.</summary>
/// <param name="Label">What, in a few words: it is written in the drawing.</param>
/// <param name="Detail">The whole of it with its source, and whether it was verified: for the tooltip and the table.</param>
/// <param name="IsUncertain">Not verified at its source: drawn dashed.</param>
public sealed record ChartEvent(int Year, string Label, string Detail, bool IsUncertain = false);
