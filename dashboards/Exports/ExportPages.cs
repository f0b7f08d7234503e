namespace SpIndicators.Dashboards.Exports;

/// <summary>The pages whose charts can be taken away.</summary>
internal static class ExportPages
{
    private static readonly string[] Paths = [Urls.OverviewName, Urls.IndicatorPath, Urls.ExplorePath, Urls.ComparePath, Urls.FiscalSpacePath, Urls.CalculatorPath];

    /// <summary>True for a page below a country's that is printed as a whole.</summary>
    public static bool IsDocument(string path) => path.StartsWith(Urls.CountryPath + "/", StringComparison.OrdinalIgnoreCase) && path.EndsWith(Urls.BriefName, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for these and for every country's own page.</summary>
    public static bool Have(string path) =>
        Paths.Contains(path, StringComparer.OrdinalIgnoreCase) || (path.StartsWith(Urls.CountryPath + "/", StringComparison.OrdinalIgnoreCase) && path.LastIndexOf('/') == Urls.CountryPath.Length);
}
