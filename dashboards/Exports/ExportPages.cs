namespace SpIndicators.Dashboards.Exports;

/// <summary>The pages whose charts can be taken away.</summary>
internal static class ExportPages
{
    private static readonly string[] Paths = [Urls.OverviewName, Urls.IndicatorPath, Urls.ExplorePath, Urls.ComparePath, Urls.FiscalSpacePath, Urls.CalculatorPath];

    /// <summary>True for a page below a country's that is printed as a whole.</summary>
    public static bool IsDocument(string path) => path.StartsWith(Urls.CountryPath + "/", StringComparison.OrdinalIgnoreCase) && path.EndsWith(Urls.BriefName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The page whose charts are those of the page at a path: a document has its country's. Null where there is none.</summary>
    public static string? ChartsOf(string path) =>
        path == Urls.OverviewPath ? Urls.OverviewName : Have(path) ? path : IsDocument(path) ? path[..^Urls.BriefName.Length].TrimEnd('/') : null;

    /// <summary>True for these and for every country's own page.</summary>
    public static bool Have(string path) =>
        Paths.Contains(path, StringComparer.OrdinalIgnoreCase) || (path.StartsWith(Urls.CountryPath + "/", StringComparison.OrdinalIgnoreCase) && path.LastIndexOf('/') == Urls.CountryPath.Length);
}
