using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.FiscalSpace;

/// <summary>Which countries the table of fiscal space has, in which order, and what its cells hold.</summary>
/// <param name="Group">Code of an income group or region; <see cref="Everyone"/> for all.</param>
/// <param name="Sort"><c>country</c>, <c>gap</c> or the id of an option.</param>
/// <param name="ShowsShares">Shares of the financing gap instead of per cent of GDP.</param>
public sealed record FiscalState(string Group, string Sort, bool ShowsShares) : IPageState
{
    /// <summary>By which rule the table has the peers of the first country chosen instead of a group; "none" for the group.</summary>
    public string Peers { get; init; } = PeersRule.None;

    public const string Everyone = "all";
    public const string DefaultGroup = "LIC";
    public const string ByCountry = "country";
    public const string ByGap = "gap";

    private const string Share = "share";
    private const string Potential = "potential";

    /// <summary>By what the table can be sorted, in the order of its columns.</summary>
    public static readonly IReadOnlyList<string> Columns =
        [ByCountry, ByGap, "contributions", "tax", "military", "fuel_subsidies", "reserves", "debt", "macro", "aid"];

    public static FiscalState Default { get; } = new(DefaultGroup, ByCountry, false);

    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Group != DefaultGroup)
        {
            yield return (Urls.FiscalGroup, Group);
        }

        if (Peers != PeersRule.None)
        {
            yield return (Urls.PeersRule, Peers);
        }

        if (Sort != ByCountry)
        {
            yield return (Urls.FiscalSort, Sort);
        }

        if (ShowsShares)
        {
            yield return (Urls.FiscalShow, Share);
        }
    }

    internal static Parsed<string> ReadGroup(string text, Vocabulary known) =>
        string.Equals(text, Everyone, StringComparison.OrdinalIgnoreCase) ? Parsed.Value(Everyone)
        : known.AreaCode(text) is { } code && !known.Areas[code].IsCountry ? Parsed.Value(code)
        : Parsed.Invalid<string>("ignored.group");

    internal static Parsed<string> ReadSort(string text) =>
        Columns.FirstOrDefault(column => string.Equals(column, text, StringComparison.OrdinalIgnoreCase)) is { } found ? Parsed.Value(found) : Parsed.Invalid<string>("ignored.sort");

    internal static Parsed<bool> ReadShow(string text) =>
        string.Equals(text, Share, StringComparison.OrdinalIgnoreCase) ? Parsed.Value(true)
        : string.Equals(text, Potential, StringComparison.OrdinalIgnoreCase) ? Parsed.Value(false)
        : Parsed.Invalid<bool>("ignored.show");
}

/// <summary>Reads <see cref="FiscalState"/>.</summary>
public sealed class FiscalParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) => new FiscalState(
        reader.Take(Urls.FiscalGroup, text => FiscalState.ReadGroup(text, known)).Or(FiscalState.DefaultGroup),
        reader.Take(Urls.FiscalSort, FiscalState.ReadSort).Or(FiscalState.ByCountry),
        reader.Take(Urls.FiscalShow, FiscalState.ReadShow).Or(false))
    {
        Peers = reader.Take(Urls.PeersRule, PeersRule.Read).Or(PeersRule.None),
    };
}
