using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards;

/// <summary>Pages on what stands behind the figures, and the search.</summary>
public static partial class Urls
{
    public const string TopicsPath = "/topics";
    public const string DataPath = "/data";
    public const string MethodsPath = "/methods";
    public const string FreshnessPath = "/freshness";
    public const string AboutPath = "/about";
    public const string SearchPath = "/search";

    /// <summary>What is searched for.</summary>
    public const string Search = "q";

    public static string Topic(string topic, ViewState state) => Of($"{TopicsPath}/{Uri.EscapeDataString(topic)}", state);

    /// <summary>An indicator's page in the catalogue.</summary>
    public static string Data(string indicator, ViewState state) => Of($"{DataPath}/{Uri.EscapeDataString(indicator)}", state);
}
