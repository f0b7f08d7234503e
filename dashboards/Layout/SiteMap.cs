namespace SpIndicators.Dashboards.Layout;

/// <summary>The pages in the order in which they are offered: in the header, and all of them in the footer.</summary>
internal static class SiteMap
{
    public static readonly IReadOnlyList<(string Path, string Key)> Main =
    [
        (Urls.OverviewPath, "nav.overview"),
        (Urls.CountryPath, "nav.countries"),
        (Urls.ComparePath, "nav.compare"),
        (Urls.IndicatorPath, "nav.indicator"),
        (Urls.FiscalSpacePath, "nav.fiscal"),
        (Urls.CalculatorPath, "nav.calculator"),
        (Urls.TopicsPath, "nav.topics"),
        (Urls.ExplorePath, "nav.explore"),
        (Urls.DataPath, "nav.data"),
    ];

    /// <summary>What stands behind the figures.</summary>
    public static readonly IReadOnlyList<(string Path, string Key)> Behind =
    [
        (Urls.MethodsPath, "nav.methods"),
        (Urls.SourcesPath, "nav.sources"),
        (Urls.RevisionsPath, "nav.revisions"),
        (Urls.FreshnessPath, "nav.freshness"),
        (Urls.AboutPath, "nav.about"),
    ];
}
