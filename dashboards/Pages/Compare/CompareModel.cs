using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Compare;

/// <summary>Everything the comparison shows: areas, nine contingencies, one measure.</summary>
public sealed class CompareModel
{
    private const string AnyBenefit = "TOTAL";
    private const string Spending = "social_protection_expenditure";
    private const string Ratification = "c102_ratification_year";
    private const string Age = "data_age";

    private CompareModel()
    {
    }

    /// <summary>In the order they were chosen; members of a group by name.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Members of the group that no release has a figure of.</summary>
    public required IReadOnlyList<string> WithoutValue { get; init; }

    public required IReadOnlyList<Contingency> Contingencies { get; init; }

    public required Contingency Contingency { get; init; }

    public required Release Release { get; init; }

    public required CoverageWords Words { get; init; }

    public required ValueWords Values { get; init; }

    public required IReadOnlyDictionary<(string Area, string Contingency), CompareCell> Cells { get; init; }

    /// <summary>Rows of context: what the floor would cost, spending, ratification, age of the data.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Said)> Context { get; init; }

    public required ChartSpec Ranking { get; init; }

    public required IReadOnlyList<ChartColumn> RankingColumns { get; init; }

    public required ChartSpec Line { get; init; }

    public required IReadOnlyList<ChartColumn> LineColumns { get; init; }

    /// <summary>Areas that the lines leave out, because more than eight cannot be told apart.</summary>
    public required int NotInLine { get; init; }

    /// <summary>Groups whose members can be chosen.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Of the first country chosen: groups to take all members of.</summary>
    public required IReadOnlyList<string> GroupsOfFirst { get; init; }

    /// <summary>The first country shown, whose peers can be added; null where there is none.</summary>
    public required string? First { get; init; }

    /// <summary>The peers that stand beside the chosen countries; null when none are asked for.</summary>
    public required AddedPeers? Peers { get; init; }

    /// <summary>More areas than stand beside each other: they become the rows.</summary>
    public bool IsTall => Areas.Count > ViewState.MostCountries;

    public CompareCell CellOf(string area, string contingency) => Cells[(area, contingency)];

    public string NameOf(string area) => Values.NameOf(area);

    public static CompareModel Read(PageView view)
    {
        var (session, state) = (view.Session, view.State);
        var release = CoverageQuery.Releases(session).First(r => r.IsDefault);
        var contingencies = CoverageQuery.Contingencies(session);
        var words = new CoverageWords(view, state.Measure);
        var values = new ValueWords(view);
        IReadOnlyList<string> members = state.MembersOf is { } group
            ? [.. CompareQuery.Members(session, group).OrderBy(area => FoldedText.Of(values.NameOf(area)), StringComparer.Ordinal)] : [];
        var peers = AddedPeers.Read(session, view.Vocabulary, view.Own<CompareState>().Peers, state.Countries);
        IReadOnlyList<string> chosen = [.. state.Countries, .. peers?.Codes ?? []];
        IReadOnlyList<string> asked = [.. chosen.Concat(members).Distinct()];
        var newest = CoverageQuery.Newest(session, release.Key, asked);
        var withValue = newest.Select(row => row.RefArea).ToHashSet();
        IReadOnlyList<string> areas = [.. asked.Where(area => chosen.Contains(area) || withValue.Contains(area))];
        var cells = CellsOf(view, words, values, newest, areas, contingencies, release);
        var inLine = InLine(areas, newest);
        var lineRows = CoverageQuery.OfYears(session, release.Key, AnyBenefit, state.Sex, inLine).ToLookup(row => row.RefArea);
        var lines = inLine.Where(lineRows.Contains).Select((area, i) => new CoverageTrend.Line([.. lineRows[area]], values.NameOf(area), IsSecondary: i >= 6, Colour: i + 1)).ToList();
        var trend = new CoverageTrend(view, state.Measure);
        var contingency = contingencies.First(c => c.Code == state.Contingency);
        var charts = new CompareCharts(view, words, values, release);
        var first = areas.FirstOrDefault(area => view.Vocabulary.Areas.TryGetValue(area, out var known) && known.IsCountry);
        return new CompareModel
        {
            Areas = areas,
            WithoutValue = [.. asked.Where(area => !areas.Contains(area))],
            Contingencies = contingencies,
            Contingency = contingency,
            Release = release,
            Words = words,
            Values = values,
            Cells = cells,
            Context = ContextOf(view, values, areas),
            Ranking = charts.Ranking(contingency, areas, cells),
            RankingColumns = charts.Columns(cells, contingency),
            Line = charts.Line(trend, lines),
            LineColumns = trend.Columns(lines),
            NotInLine = areas.Count - inLine.Count,
            Groups = CompareQuery.Groups(session),
            GroupsOfFirst = first is null ? [] : CompareQuery.GroupsOf(session, first),
            First = first,
            Peers = peers,
        };
    }

    /// <summary>Maternity is published for women only; the others for whom the page is asked.</summary>
    public static string SexOf(string contingency, ViewState state) => contingency == "MATERNITY" ? "F" : state.Sex;

    private static Dictionary<(string, string), CompareCell> CellsOf(
        PageView view, CoverageWords words, ValueWords values, IReadOnlyList<CoverageRow> newest, IReadOnlyList<string> areas, IReadOnlyList<Contingency> contingencies, Release release)
    {
        string SexOf(string contingency) => CompareModel.SexOf(contingency, view.State);
        var published = newest.Where(row => row.Sex == SexOf(row.Contingency)).ToDictionary(row => (row.RefArea, row.Contingency));
        var groups = areas.Where(area => view.Vocabulary.Areas[area] is { IsCountry: false }).ToList();
        var means = groups.Count == 0 ? [] : CompareQuery.Means(view.Session, groups).Where(mean => mean.Sex == SexOf(mean.Contingency)).ToDictionary(mean => (mean.RefArea, mean.Contingency));
        return (from area in areas
                from contingency in contingencies
                select (area, contingency.Code)).ToDictionary(
            key => key,
            key => published.TryGetValue(key, out var row) ? CompareCell.Of(view, words, row, release)
                : means.TryGetValue(key, out var mean) ? CompareCell.Of(view, words, values, mean, release)
                : CompareCell.Empty(view));
    }

    /// <summary>All of them or, of more than eight, those with most people left out: those of whom no number is known come last.</summary>
    private static IReadOnlyList<string> InLine(IReadOnlyList<string> areas, IReadOnlyList<CoverageRow> newest)
    {
        if (areas.Count <= ViewState.MostCountries)
        {
            return areas;
        }

        var people = newest.Where(row => row is { Contingency: AnyBenefit, Sex: "_T" }).ToDictionary(row => row.RefArea, row => row.PeopleUncovered ?? -1);
        return [.. areas.OrderByDescending(area => people.GetValueOrDefault(area, -2)).Take(ViewState.MostCountries)];
    }

    private static List<(string, IReadOnlyDictionary<string, string>)> ContextOf(PageView view, ValueWords values, IReadOnlyList<string> areas)
    {
        var fiscal = new FiscalWords(view, values);
        var packages = FiscalQuery.Packages(view.Session).Where(package => areas.Contains(package.RefArea)).ToDictionary(package => package.RefArea);
        var groups = areas.Where(area => !view.Vocabulary.Areas[area].IsCountry).ToList();
        var ofGroups = groups.Count == 0 ? [] : FiscalQuery.OfGroups(view.Session, groups).ToDictionary(package => package.RefArea);
        var known = ValueQuery.Newest(view.Session, areas, [Spending, Ratification, Age]).ToLookup(row => (row.IndicatorId, row.RefArea));
        var statuses = CompareQuery.Statuses(view.Session, areas, view.State.Language);
        string none = view.T["chart.nodata"];
        IReadOnlyDictionary<string, string> Row(Func<string, string?> said) => areas.ToDictionary(area => area, area => said(area) ?? none);
        string? Value(string indicator, string area) => known[(indicator, area)].FirstOrDefault(row => row.Contingency is "_Z" or AnyBenefit) is { } row
            ? $"{values.Say(row.ObsValue, row.UnitMeasure)} ({Formats.Year(row.TimePeriod)})" : null;
        return
        [
            (view.T["compare.context.status"], Row(area => statuses.GetValueOrDefault(area))),
            (view.T["compare.context.gap"], Row(area => packages.TryGetValue(area, out var package) ? fiscal.Gap(package)
                : ofGroups.TryGetValue(area, out var together) ? fiscal.Gap(together) ?? view.T[$"compare.nogap.{together.NoData}"] : null)),
            (view.T["compare.context.spending"], Row(area => Value(Spending, area))),
            (view.T["compare.context.c102"], Row(area => groups.Contains(area) ? view.T["compare.context.c102.group"]
                : known[(Ratification, area)].FirstOrDefault() is not { } row ? view.T["compare.context.c102.none"]
                : view.T[row.FlagList.Contains("unverified") ? "compare.context.c102.unverified" : "compare.context.c102.year", Formats.Year(row.TimePeriod)])),
            (view.T["compare.context.age"], Row(area => known[(Age, area)].FirstOrDefault(row => row.Contingency == AnyBenefit) is { } row ? values.Say(row.ObsValue, row.UnitMeasure) : null)),
        ];
    }
}
