using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards;

/// <summary>The addresses of a country's brief: the page, and the same as a document.</summary>
public static partial class Urls
{
    public const string BriefRoute = CountryRoute + "/brief";

    internal const string BriefName = "/brief";

    /// <summary>From page to page go the language and a frozen vintage, nothing else.</summary>
    public static string Brief(ViewState state, string code) => Of($"{CountryPath}/{code}{BriefName}", Fresh(state));

    public static string BriefDocument(ViewState state, string code) => Of($"{CountryPath}/{code}{BriefName}{Exports.ExportFormat.Pdf.Ending}", Fresh(state));
}
