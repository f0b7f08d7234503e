using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>What is said of a country in sentences.</summary>
public sealed class CountryWords
{
    /// <summary>A pace between these is standing still, as far as such figures tell.</summary>
    private const double Still = 0.1;

    private readonly PageView view;

    public CountryWords(PageView view, ValueWords values)
    {
        this.view = view;
        Values = values;
        Coverage = new CoverageWords(view, Measure.Coverage);
        Fiscal = new FiscalWords(view, values);
    }

    public ValueWords Values { get; }

    public CoverageWords Coverage { get; }

    public FiscalWords Fiscal { get; }

    public string Name(string area) => Values.NameOf(area);

    /// <summary>Region, income group, and the lists of the United Nations, as far as they are known.</summary>
    public string Lists(CountryLists lists) => string.Join(" · ", new[]
    {
        lists.Region is { } region ? Name(region) : null,
        lists.IncomeGroup is { } income ? view.T["country.income", Name(income)] : null,
        lists.IsLdc ? view.T["country.ldc"] : null,
        lists.IsLldc ? view.T["country.lldc"] : null,
        lists.IsSids ? view.T["country.sids"] : null,
    }.OfType<string>());

    /// <summary>"Place 31 to 33 of 49 in the group Lower middle income (1 = highest coverage, 2020)".</summary>
    public string Rank(CountryRank rank)
    {
        var set = rank.SetKind == "world" ? view.T["country.rank.world"] : Name(rank.SetCode);
        var (best, worst, all) = (view.Format.Whole(rank.Best), view.Format.Whole(rank.Worst), view.Format.Whole(rank.Countries));
        return rank.Best == rank.Worst ? view.T["country.rank.place", best, all, set] : view.T["country.rank.band", best, worst, all, set];
    }

    /// <summary>An arrow for the pace; the words beside it say the same.</summary>
    public static string Arrow(CountryProgress? progress) => (progress?.Status == "not_enough_data" ? null : progress?.Pace) switch
    {
        null => "",
        > Still => "↗",
        < -Still => "↘",
        _ => "→",
    };

    /// <summary>"On track (+2.1 points a year since 2016)"; "Not enough data".</summary>
    public string Progress(CountryProgress? progress) => progress switch
    {
        null => view.T["chart.nodata"],
        { Pace: { } pace, BaseYear: { } since, Status: not "not_enough_data" } => view.T["country.progress", progress.Name, Values.Say(pace, "PP_A"), Formats.Year(since)],
        _ => progress.Name,
    };

    /// <summary>How far behind the release the newest figure is; "" without one.</summary>
    public string Age(CountryModel model) => model?.NewestAge switch
    {
        null => "",
        { ObsValue: < 1 } => view.T["country.quality.newest", Formats.Year(model.Release.LastYear)],
        { } age => view.T["country.quality.age", Values.Say(age.ObsValue, age.UnitMeasure), Formats.Year(model.Release.LastYear)],
    };

    /// <summary>Agency, series and release of a coverage figure.</summary>
    public string Source(CoverageRow row) => $"{Coverage.SourceOf(row.SourceId)}, {row.SeriesCode}, {view.Format.Vintage(row.Vintage)}";

    /// <summary>"Ratified in 1962 (to be verified at its source)"; "Not in the list as of 25 October 2021".</summary>
    public string Ratified(RatifiedConvention convention)
    {
        var asOf = view.Format.Date(convention.AsOf);
        return convention switch
        {
            { IsInList: true, IsVerified: true } => view.T["country.ratified", When(convention)],
            { IsInList: true } => view.T["country.ratified.unverified", When(convention)],
            { IsListComplete: true } => view.T["country.ratified.not", asOf],
            _ => view.T["country.ratified.not-in-list", asOf],
        };
    }

    public string When(RatifiedConvention convention) =>
        convention.RatifiedOn is { } day ? view.Format.Date(day) : convention.RatifiedYear is { } year ? Formats.Year(year) : view.T["chart.nodata"];
}
