namespace SpIndicators.Dashboards;

/// <summary>Addresses of the API beside its first four questions.</summary>
public static partial class Urls
{
    public const string ApiVersionPath = "/api/v1";
    public const string ApiDataPath = "/api/v1/data";
    public const string ApiBulkPath = "/api/v1/bulk";
    public const string ApiOpenApiPath = "/api/v1/openapi.json";
    public const string ApiSdmxPath = "/api/v1/sdmx";

    /// <summary>The dataflow with all it needs.</summary>
    public const string ApiSdmxStructure = $"{ApiSdmxPath}/structure/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0?references=all";

    /// <summary>Stands for every indicator in the address of a table.</summary>
    public const string AllIndicators = "all";

    /// <summary>The table of an indicator, or of all, as a file: <c>Urls.ApiData("coverage", ".csv")</c>.</summary>
    public static string ApiData(string indicator, string ending) => $"{ApiDataPath}/{Uri.EscapeDataString(indicator)}{ending}";

    /// <summary>The whole published file; with the ending of Parquet its observations.</summary>
    public static string ApiBulk(string vintage, string ending = ".duckdb") => $"{ApiBulkPath}/spindicators-{vintage}{ending}";
}
