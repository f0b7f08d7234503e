using SpIndicators.Dashboards.Api.Sdmx;
using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Api.Description;

/// <summary>The addresses of SDMX: structure and data, in the words of versions 3.0 and 2.1.</summary>
internal static class SdmxAddresses
{
    private const string Flow = $"{Urls.ApiSdmxPath}/data/dataflow/{Structure.Agency}/{Structure.Dataflow}/{Structure.Version}";
    private static readonly IReadOnlyList<string> Kinds = ["dataflow", "datastructure", "conceptscheme", "codelist"];
    private static readonly ApiParameter Key = Part("key", $"Codes of {string.Join('.', Structure.Dimensions)} between points; several with + or commas; nothing or * for all.", "A.KEN.coverage...");
    private static readonly IReadOnlyList<ApiStatus> Statuses = [ApiStatus.BadQuestion, ApiStatus.Nothing, ApiStatus.OtherFormat, ApiStatus.NotMade];

    /// <summary>Of structures.</summary>
    private static readonly IReadOnlyList<ApiParameter> Asked =
    [
        new(StructureAsked.ReferencesName, "What comes along.", "all", StructureAsked.References),
        new(SeriesShown.DetailName, "How much is told of each. The lists hold what the data use, so both are the same.", "full", StructureAsked.Details),
        new(SdmxFormats.Name, "Counts before Accept.", "xml", ["json", "xml"]),
        ApiParameter.Vintage,
    ];

    /// <summary>Of data, beside the key.</summary>
    private static readonly IReadOnlyList<ApiParameter> Filters =
    [
        new(SeriesKey.Start, "First year.", "2005"), new(SeriesKey.End, "Last year.", "2020"),
        new($"c[{Structure.Time}]", "Years, with ge:, gt:, le:, lt: before each and + between them.", "ge:2005+le:2020"),
        .. Structure.Dimensions.Select(id => new ApiParameter($"c[{id}]", $"Codes of {id} with commas between them; count before the key.", ExampleOf(id))),
        new(SeriesShown.FirstName, "So many observations from the beginning of each series; with the next, both ends.", "1") { Least = 1 },
        new(SeriesShown.LastName, "So many observations from the end of each series.", "1") { Least = 1 },
        .. SeriesShown.Choices.Select(choice => new ApiParameter(choice.Name, MeaningOf(choice.Name), choice.Values[0], choice.Values)),
        new(SdmxFormats.Name, "Counts before Accept.", "csv", ["csv", "json", "xml"]),
        ApiParameter.Vintage,
    ];

    public static IReadOnlyList<ApiAddress> All { get; } =
    [
        new("sdmxStructure", Urls.ApiSdmxPath + "/structure/{kind}/{agency}/{id}/{version}", "The structure in SDMX 3.0", "The dataflow, its data structure, concepts and code lists, as SDMX-JSON 2.0 or SDMX-ML 2.1 (Accept, format=).",
            [.. Maintained("*", "1.0"), .. Asked],
            [Media(StructureJson.MediaType), Media(StructureMl.MediaType)], [Urls.ApiSdmxStructure, $"{Urls.ApiSdmxPath}/structure/codelist/SPINDICATORS/CL_SEX/1.0"]) { Statuses = Statuses },
        new("sdmxData", Flow + "/{key}", "Data in SDMX 3.0", "Observations of a key, as SDMX-CSV 2.0 (1.0 for who accepts that), SDMX-JSON 2.0 or generic data of SDMX-ML 2.1 (Accept, format=). Releases besides the default one only where the key names them.",
            [Key, .. Filters],
            [Media(ExportFormat.SdmxCsv.MediaType), Media(DataJson.MediaType), Media(GenericMl.MediaType)], [$"{Flow}/A.KEN,DEU.coverage.*.*.*?c[TIME_PERIOD]=ge:2005"]) { Statuses = Statuses },
        new("sdmxRestStructure", Urls.ApiSdmxPath + "/rest/{kind}/{agency}/{id}/{version}", "The structure in SDMX 2.1", "The same for clients of version 2.1.",
            [.. Maintained("all", "latest"), .. Asked],
            [Media(StructureMl.MediaType), Media(StructureJson.MediaType)], [$"{Urls.ApiSdmxPath}/rest/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/latest?references=all"]) { Statuses = Statuses },
        new("sdmxRestData", Urls.ApiSdmxPath + "/rest/data/{flow}/{key}", "Data in SDMX 2.1", "The same for clients of version 2.1.",
            [Part("flow", "DF_SOCIAL_PROTECTION, with agency and version before and after it or alone.", "SPINDICATORS,DF_SOCIAL_PROTECTION,1.0"), Key, .. Filters],
            [Media(GenericMl.MediaType), Media(ExportFormat.SdmxCsv.MediaType), Media(DataJson.MediaType)],
            [$"{Urls.ApiSdmxPath}/rest/data/SPINDICATORS,DF_SOCIAL_PROTECTION,1.0/A.KEN+DEU.coverage...?startPeriod=2005", $"{Urls.ApiSdmxPath}/rest/data/DF_SOCIAL_PROTECTION/A.DEU?format=csv"]) { Statuses = Statuses },
    ];

    private static IReadOnlyList<ApiParameter> Maintained(string everyone, string version) =>
    [
        Part("kind", "What is asked for.", "dataflow") with { Values = Kinds }, Part("agency", $"{Structure.Agency} or {everyone}.", Structure.Agency),
        Part("id", "Of what is asked for.", Structure.Dataflow), Part("version", $"{Structure.Version} or latest.", version),
    ];

    private static string ExampleOf(string dimension) => dimension switch
    {
        "FREQ" => "A",
        "REF_AREA" => "KEN",
        "INDICATOR" => "coverage",
        "SEX" => "_T,F",
        "CONTINGENCY" => "TOTAL,OLDAGE",
        _ => "ilostat_sdg_0131_2022-04-17",
    };

    private static string MeaningOf(string choice) => choice switch
    {
        SeriesShown.DetailName => "dataonly: without attributes. serieskeysonly, nodata: the keys of the series alone. Left out: full.",
        "attributes" => "none: without them. Left out: all of the data structure.",
        _ => "Nothing else is made here.",
    };

    private static string Media(string type) => type.Split(';')[0];

    private static ApiParameter Part(string name, string meaning, string example) => new(name, meaning, example, IsRequired: true, IsInPath: true);
}
