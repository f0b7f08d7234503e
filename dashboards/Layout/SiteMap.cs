namespace SpIndicators.Dashboards.Layout;

/// <summary>The pages in the order in which they are offered: in the header, and all of them in the footer.</summary>
internal static class SiteMap
{
    public static readonly IReadOnlyList<(string Path, string Key)> Main =
    [
        (Urls.OverviewPath, "nav.overview"),
        (Urls.IndicatorPath, "nav.indicator"),
        (Urls.TopicsPath, "nav.topics"),
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
