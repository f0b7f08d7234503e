using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>The one data structure: its dimensions, its measure, its attributes, and where each is coded.</summary>
internal sealed record Structure(IReadOnlyList<CodeList> CodeLists, string Prepared)
{
    public const string Agency = "SPINDICATORS";
    public const string Dataflow = "DF_SOCIAL_PROTECTION";
    public const string Dsd = "DSD_SOCIAL_PROTECTION";
    public const string Concepts = "CS_SOCIAL_PROTECTION";
    public const string Version = "1.0";
    public const string Time = "TIME_PERIOD";
    public const string Measure = "OBS_VALUE";

    /// <summary>In the order of a series' key; time comes after them.</summary>
    public static readonly IReadOnlyList<string> Dimensions = ["FREQ", "REF_AREA", "INDICATOR", "SEX", "CONTINGENCY", "SOURCE_RELEASE"];

    public static readonly IReadOnlyList<string> Attributes = ["UNIT_MEASURE", "OBS_STATUS", "NATURE", "CONFIDENCE", "FLAGS", "SERIES_CODE", "COMMENT_OBS"];

    public static IEnumerable<string> ConceptIds => [.. Dimensions, Time, Measure, .. Attributes];

    public static Structure Of(WarehouseSession session) =>
        new(CodeList.All(session), session.Query<string>("select strftime(built_at, '%Y-%m-%dT%H:%M:%SZ') from meta.build")[0]);

    public static CodeList.Code NameOf(string id, string words) => CodeList.Code.Worded(id, words);

    public bool IsCoded(string concept) => CodeLists.Any(list => list.Concept == concept);

    public static string Urn(string kind, string id) => $"urn:sdmx:org.sdmx.infomodel.{kind}={Agency}:{id}({Version})";

    public static string ConceptUrn(string concept) => $"{Urn("conceptscheme.Concept", Concepts)}.{concept}";
}
