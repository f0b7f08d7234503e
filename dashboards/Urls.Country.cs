using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards;

/// <summary>The addresses of the pages about countries: one country, several side by side, fiscal space.</summary>
public static partial class Urls
{
    public const string CountryPath = "/country";
    public const string CountryRoute = CountryPath + "/{Code}";
    public const string ReportPackName = "/report-pack.zip";
    public const string ReportPackRoute = CountryPath + "/{code}" + ReportPackName;
    public const string ComparePath = "/compare";
    public const string FiscalSpacePath = "/fiscal-space";

    /// <summary>The rule by which the peers of a country are chosen.</summary>
    public const string PeersRule = "peers";

    /// <summary>Part of a country's name that is looked for.</summary>
    public const string FindCountry = "find";

    /// <summary>Whose rows the table of fiscal space has, by what it is sorted, and what its cells hold.</summary>
    public const string FiscalGroup = "group";
    public const string FiscalSort = "sort";
    public const string FiscalShow = "show";

    /// <summary>Before the code of a group in <see cref="Country"/>: its members instead of itself.</summary>
    public const string MembersOf = "group:";

    /// <summary>What an SDG report of a country needs, packed: of the years and the release of the view.</summary>
    public static string ReportPack(ViewState state, string code) =>
        Of($"{CountryPath}/{code}{ReportPackName}", Fresh(state) with { Time = state.Time, Release = state.Release });

    /// <summary>From page to page go the language and a frozen vintage, nothing else.</summary>
    public static string CountryPage(ViewState state, string code) => Of($"{CountryPath}/{code}", Fresh(state));

    /// <param name="own">Whose peers stand beside them; null for none.</param>
    public static string Compare(ViewState state, IEnumerable<string> codes, IPageState? own = null) =>
        Of(ComparePath, Fresh(state) with { Countries = new CountryList(codes.Take(ViewState.MostCountries)) }, own);

    public static string FiscalSpace(ViewState state, string code) => Of(FiscalSpacePath, Fresh(state) with { Countries = new CountryList([code]) });

    private static ViewState Fresh(ViewState state) => ViewState.Default with { Language = state.Language, Vintage = state.Vintage };
}
