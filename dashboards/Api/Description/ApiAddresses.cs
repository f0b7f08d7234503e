using SpIndicators.Dashboards.Api.Tables;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Warehouse.Explaining;

namespace SpIndicators.Dashboards.Api.Description;

/// <summary>Every address of the API. What a program may ask stands here, and for SDMX in <see cref="SdmxAddresses"/>, and nowhere else in words.</summary>
internal static class ApiAddresses
{
    private const string Json = "application/json";

    public static IReadOnlyList<ApiAddress> All { get; } =
    [
        new("indicators", Urls.ApiIndicatorsPath, "The catalogue of indicators", "What each indicator means: title, definition, formula, unit, caveats, sources.",
            [ApiParameter.Lang, ApiParameter.Vintage], [Json], [Urls.ApiIndicatorsPath, $"{Urls.ApiIndicatorsPath}?lang=fr"], typeof(IndicatorsQuery.Row)) { Beside = ["vintage", "lang", "total", "limit", "offset"], Statuses = [ApiStatus.BadQuestion] },
        new("indicatorsCsv", Urls.ApiIndicatorsPath + ".csv", "The catalogue as CSV", "The same, with how many values, countries and years each has.",
            [ApiParameter.Csv, ApiParameter.Lang, ApiParameter.Vintage], ["text/csv"], [$"{Urls.ApiIndicatorsPath}.csv"]) { Statuses = [ApiStatus.BadQuestion] },
        new("indicatorsXlsx", Urls.ApiIndicatorsPath + ".xlsx", "The catalogue as a workbook", "The same, for a spreadsheet program.",
            [ApiParameter.Lang, ApiParameter.Vintage], [ExportFormat.Xlsx.MediaType], [$"{Urls.ApiIndicatorsPath}.xlsx?lang=es"]) { Statuses = [ApiStatus.BadQuestion] },
        new("observations", Urls.ApiObservationsPath, "Values of an indicator, page by page", "Each value with its source, release, flags and the hash of the file it was read from.",
            [ApiParameter.Indicator, ApiParameter.Country, ApiParameter.Contingency, ApiParameter.Sex, ApiParameter.Time, ApiParameter.Release, ApiParameter.Limit, ApiParameter.Offset, ApiParameter.Lang, ApiParameter.Vintage],
            [Json], [$"{Urls.ApiObservationsPath}?country=KEN~SEN&time=latest", $"{Urls.ApiObservationsPath}?indicator=people_uncovered&country=X01&lang=fr", $"{Urls.ApiObservationsPath}?time=2015..2023&limit=2"],
            typeof(ObservationRow)) { Beside = ["vintage", "lang", "notes", "total", "limit", "offset", "sources", "flags"], Statuses = [ApiStatus.BadQuestion] },
        new("revisions", Urls.ApiRevisionsPath, "What a release changed", "Figures that a release added, changed or withdrew against the release before it.",
            [ApiParameter.Release with { Meaning = "A release of coverage.", IsRequired = true }, ApiParameter.Change, ApiParameter.Country, ApiParameter.Contingency, ApiParameter.Sex, ApiParameter.Limit, ApiParameter.Offset, ApiParameter.Lang, ApiParameter.Vintage],
            [Json], [$"{Urls.ApiRevisionsPath}?release=unsd_sdg@2024-02-17&limit=5"], typeof(RevisionsQuery.Row)) { Beside = ["vintage", "lang", "release", "total", "limit", "offset", "sources"], Statuses = [ApiStatus.BadQuestion] },
        new("explain", Urls.ApiExplainPath, "How one value was made", "The formula, the values put in, the source of each, and the result computed again.",
            [
                ApiParameter.Indicator with { Meaning = "Id of an indicator; /api/v1/indicators lists them.", IsRequired = true },
                ApiParameter.Country with { Meaning = "The ISO 3166 code of a country, or the code of a group.", Example = "DEU", IsRequired = true },
                ApiParameter.Contingency with { Meaning = "Branch of social protection. Left out: TOTAL, or the first there is.", Example = "TOTAL" },
                ApiParameter.Sex with { Meaning = "T all, F women, M men. Left out: T, or the first there is.", Example = "T" },
                ApiParameter.Time with { Meaning = "A year, or latest. Left out: the newest.", Example = "2020" },
                ApiParameter.Lang, ApiParameter.Vintage,
            ],
            [Json], [$"{Urls.ApiExplainPath}?indicator=coverage&country=DEU&contingency=TOTAL"]) { Whole = typeof(Explanation), Statuses = [ApiStatus.BadQuestion, ApiStatus.Nothing] },
        .. TableFormat.All.Select(Table),
        new("database", Urls.ApiBulk("{vintage}"), "The whole published file", "A DuckDB database: every observation of every source, the indicators, what they were made of. In parts too (Range).",
            [Edition], ["application/vnd.duckdb.file"], []) { Statuses = [ApiStatus.Moved, ApiStatus.Part with { Answers = ["application/vnd.duckdb.file"] }, ApiStatus.Nothing, ApiStatus.NoSuchPart] },
        new("everyObservation", Urls.ApiBulk("{vintage}", TableFormat.Parquet.Ending), "Every observation of every source", "As read from the sources' files, of every release, before any indicator is made of it; as Parquet.",
            [Edition], [TableFormat.Parquet.MediaType], []) { Statuses = [ApiStatus.Moved, ApiStatus.Nothing] },
        .. SdmxAddresses.All,
    ];

    private static ApiParameter Edition => ApiParameter.Vintage with { Meaning = "Day of an edition that is kept, or latest.", IsRequired = true, IsInPath = true };

    /// <summary>One address an ending: what may be asked is not the same for all.</summary>
    private static ApiAddress Table(ExportFormat format) => new(
        "data" + string.Concat(format.Ending.Split('.').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..])),
        Urls.ApiDataPath + "/{table}" + format.Ending, $"A whole table ({format.Ending})", "Every value of an indicator, or of all of them, without limit.",
        [
            new("table", $"Id of an indicator, or {Urls.AllIndicators} for every one.", "coverage", IsRequired: true, IsInPath: true),
            ApiParameter.Country, ApiParameter.Contingency, ApiParameter.Sex, ApiParameter.Time, ApiParameter.Release, ApiParameter.Lang, ApiParameter.Vintage,
            .. format == ExportFormat.Csv ? [ApiParameter.Csv] : Array.Empty<ApiParameter>(),
        ],
        [format.MediaType.Split(';')[0]],
        [$"{Urls.ApiData("coverage", format.Ending)}?country=KEN", .. format == ExportFormat.Csv ? [$"{Urls.ApiData("coverage", ".csv")}?csv=excel&lang=fr"] : Array.Empty<string>()])
    {
        Statuses = format == ExportFormat.Xlsx ? [ApiStatus.BadQuestion, ApiStatus.Nothing, ApiStatus.TooLarge] : [ApiStatus.BadQuestion, ApiStatus.Nothing],
    };
}
