using SpIndicators.Dashboards.Api.Sdmx;
using SpIndicators.Dashboards.Api.Tables;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Warehouse.Explaining;

namespace SpIndicators.Dashboards.Api.Description;

/// <summary>Every address of the API. What a program may ask stands here and nowhere else in words.</summary>
internal static class ApiAddresses
{
    private const string Json = "application/json";

    private static readonly ApiParameter Key = Part("key", $"Codes of {string.Join('.', Structure.Dimensions)} between points; several with + or commas; nothing or * for all.", "A.KEN.coverage...");
    private static readonly ApiParameter References = new("references", "What comes along.", "all", ["none", "all", "children", "descendants", "parents", "parentsandsiblings"]);
    private static readonly ApiParameter Format = new("format", "Counts before Accept.", "csv", ["csv", "json", "xml"]);

    /// <summary>For a parameter that must be given.</summary>
    private static ApiParameter Needed(ApiParameter parameter, string example) => parameter with { IsRequired = true, Example = example };

    public static IReadOnlyList<ApiAddress> All { get; } =
    [
        new(Urls.ApiIndicatorsPath, "The catalogue of indicators", "What each indicator means: title, definition, formula, unit, caveats, sources.",
            [ApiParameter.Lang, ApiParameter.Vintage], [Json], [Urls.ApiIndicatorsPath, $"{Urls.ApiIndicatorsPath}?lang=fr"], typeof(IndicatorsQuery.Row)) { Beside = ["vintage", "lang", "total", "limit", "offset"] },
        new(Urls.ApiIndicatorsPath + ".csv", "The catalogue as CSV", "The same, with how many values, countries and years each has.",
            [ApiParameter.Csv, ApiParameter.Lang, ApiParameter.Vintage], ["text/csv"], [$"{Urls.ApiIndicatorsPath}.csv"]),
        new(Urls.ApiIndicatorsPath + ".xlsx", "The catalogue as a workbook", "The same, for a spreadsheet program.",
            [ApiParameter.Csv, ApiParameter.Lang, ApiParameter.Vintage], [ExportFormat.Xlsx.MediaType], [$"{Urls.ApiIndicatorsPath}.xlsx?lang=es"]),
        new(Urls.ApiObservationsPath, "Values of an indicator, page by page", "Each value with its source, release, flags and the hash of the file it was read from.",
            [ApiParameter.Indicator, ApiParameter.Country, ApiParameter.Contingency, ApiParameter.Sex, ApiParameter.Time, ApiParameter.Release, ApiParameter.Limit, ApiParameter.Offset, ApiParameter.Lang, ApiParameter.Vintage],
            [Json], [$"{Urls.ApiObservationsPath}?country=KEN~SEN&time=latest", $"{Urls.ApiObservationsPath}?indicator=people_uncovered&country=X01&lang=fr", $"{Urls.ApiObservationsPath}?time=2015..2023&limit=2"],
            typeof(ObservationRow)) { Beside = ["vintage", "lang", "notes", "total", "limit", "offset", "sources", "flags"] },
        new(Urls.ApiRevisionsPath, "What a release changed", "Figures that a release added, changed or withdrew against the release before it.",
            [Needed(ApiParameter.Release, "unsd_sdg@2024-02-17"), ApiParameter.Change, ApiParameter.Country, ApiParameter.Contingency, ApiParameter.Sex, ApiParameter.Limit, ApiParameter.Offset, ApiParameter.Lang, ApiParameter.Vintage],
            [Json], [$"{Urls.ApiRevisionsPath}?release=unsd_sdg@2024-02-17&limit=5"], typeof(RevisionsQuery.Row)) { Beside = ["vintage", "lang", "release", "total", "limit", "offset", "sources"] },
        new(Urls.ApiExplainPath, "How one value was made", "The formula, the values put in, the source of each, and the result computed again.",
            [Needed(ApiParameter.Indicator, "coverage"), Needed(ApiParameter.Country, "DEU"), ApiParameter.Contingency, ApiParameter.Sex, ApiParameter.Time, ApiParameter.Lang, ApiParameter.Vintage],
            [Json], [$"{Urls.ApiExplainPath}?indicator=coverage&country=DEU&contingency=TOTAL"]) { Whole = typeof(Explanation) },
        new(Urls.ApiDataPath + "/{table}", "A whole table as a file", "Every value of an indicator, or of all of them, without limit, as CSV, SDMX-CSV, JSON, workbook, packed file or Parquet.",
            [
                new("table", $"Id of an indicator, or {Urls.AllIndicators}, with one of the endings {string.Join(", ", TableFormat.All.Select(format => format.Ending))}.", "coverage.csv", IsRequired: true, IsInPath: true),
                ApiParameter.Country, ApiParameter.Contingency, ApiParameter.Sex, ApiParameter.Time, ApiParameter.Release, ApiParameter.Csv, ApiParameter.Lang, ApiParameter.Vintage,
            ],
            [.. TableFormat.All.Select(format => format.MediaType.Split(';')[0])],
            [.. TableFormat.All.Select(format => $"{Urls.ApiData("coverage", format.Ending)}?country=KEN"), $"{Urls.ApiData("coverage", ".csv")}?csv=excel&lang=fr", Urls.ApiData(Urls.AllIndicators, ".parquet")]),
        new(Urls.ApiBulkPath + "/spindicators-{vintage}.duckdb", "The whole published file", "A DuckDB database: every observation of every source, the indicators, what they were made of. In parts too (Range).",
            [new("vintage", "Day of an edition that is kept.", "2026-11-22", IsRequired: true, IsInPath: true)], ["application/vnd.duckdb.file"], []),
        new(Urls.ApiSdmxPath + "/structure/{kind}/{agency}/{id}/{version}", "The structure in SDMX 3.0", "The dataflow, its data structure, concepts and code lists, as SDMX-JSON 2.0 or SDMX-ML 2.1 (Accept, format=).",
            [Part("kind", "dataflow, datastructure, conceptscheme or codelist.", "dataflow"), Part("agency", "SPINDICATORS or *.", "SPINDICATORS"), Part("id", "Of what is asked for.", "DF_SOCIAL_PROTECTION"), Part("version", "1.0 or latest.", "1.0"), References, Format],
            [Media(StructureJson.MediaType), Media(StructureMl.MediaType)], [Urls.ApiSdmxStructure, $"{Urls.ApiSdmxPath}/structure/codelist/SPINDICATORS/CL_SEX/1.0"]),
        new(Urls.ApiSdmxPath + "/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0/{key}", "Data in SDMX 3.0", "Observations of a key, as SDMX-CSV 2.0, SDMX-JSON 2.0 or generic data of SDMX-ML 2.1 (Accept, format=). Releases besides the default one only where the key names them.",
            [Key, new($"c[{Structure.Time}]", "Years.", "ge:2015+le:2020"), Format],
            [Media(ExportFormat.SdmxCsv.MediaType), Media(DataJson.MediaType), Media(GenericMl.MediaType)], [$"{Urls.ApiSdmxPath}/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0/A.KEN,DEU.coverage.*.*.*?c[TIME_PERIOD]=ge:2005"]),
        new(Urls.ApiSdmxPath + "/rest/{kind}/{agency}/{id}/{version}", "The structure in SDMX 2.1", "The same for clients of version 2.1.",
            [Part("kind", "dataflow, datastructure, conceptscheme or codelist.", "dataflow"), Part("agency", "SPINDICATORS or all.", "SPINDICATORS"), Part("id", "Of what is asked for.", "DF_SOCIAL_PROTECTION"), Part("version", "1.0 or latest.", "latest"), References, Format],
            [Media(StructureMl.MediaType), Media(StructureJson.MediaType)], [$"{Urls.ApiSdmxPath}/rest/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/latest?references=all"]),
        new(Urls.ApiSdmxPath + "/rest/data/{flow}/{key}", "Data in SDMX 2.1", "The same for clients of version 2.1.",
            [Part("flow", "DF_SOCIAL_PROTECTION, with agency and version before and after it or alone.", "SPINDICATORS,DF_SOCIAL_PROTECTION,1.0"), Key, new("startPeriod", "First year.", "2015"), new("endPeriod", "Last year.", "2020"), Format],
            [Media(GenericMl.MediaType), Media(ExportFormat.SdmxCsv.MediaType), Media(DataJson.MediaType)],
            [$"{Urls.ApiSdmxPath}/rest/data/SPINDICATORS,DF_SOCIAL_PROTECTION,1.0/A.KEN+DEU.coverage...?startPeriod=2005", $"{Urls.ApiSdmxPath}/rest/data/DF_SOCIAL_PROTECTION/A.DEU?format=csv"]),
    ];

    private static string Media(string type) => type.Split(';')[0];

    private static ApiParameter Part(string name, string meaning, string example) => new(name, meaning, example, IsRequired: true, IsInPath: true);
}
