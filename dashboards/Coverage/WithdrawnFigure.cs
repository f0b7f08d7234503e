namespace SpIndicators.Dashboards.Coverage;

/// <summary>A figure of one release that the next one no longer has.</summary>
/// <param name="ObsValue">As it was published, even above 100.</param>
/// <param name="Coverage">As the pages show it in its own release.</param>
/// <param name="VintageBefore">The release that had it.</param>
public sealed record WithdrawnFigure(string RefArea, int TimePeriod, double ObsValue, double Coverage, string VintageBefore);
