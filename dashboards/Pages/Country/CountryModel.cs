using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Pages.Revisions;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>Everything the page of a country shows, read in one go from one vintage.</summary>
public sealed class CountryModel
{
    private const string AnyBenefit = "TOTAL";
    private const string Expenditure = "social_protection_expenditure";

    private CountryModel()
    {
    }

    public required Area Country { get; init; }

    public required CountryLists Lists { get; init; }

    public required CountryWords Words { get; init; }

    /// <summary>The release all coverage figures of the page are of.</summary>
    public required Release Release { get; init; }

    public required IReadOnlyList<CountryContingency> Contingencies { get; init; }

    /// <summary>Any benefit, all persons; null where nothing is published.</summary>
    public CoverageRow? Any { get; private init; }

    public CountryProgress? AnyProgress { get; private init; }

    public required IReadOnlyList<CountryRank> Ranks { get; init; }

    public required ChartSpec LeftOut { get; init; }

    public required IReadOnlyList<ChartColumn> LeftOutColumns { get; init; }

    public required ChartSpec Trend { get; init; }

    public required IReadOnlyList<ChartColumn> TrendColumns { get; init; }

    /// <summary>Null when no peers are asked for.</summary>
    public PeerComparison? Peers { get; private init; }

    /// <summary>Null where no spending is published for the country.</summary>
    public ChartSpec? Spending { get; private init; }

    public required IReadOnlyList<ChartColumn> SpendingColumns { get; init; }

    /// <summary>What the figure of spending is and what it leaves out.</summary>
    public IndicatorCard? SpendingCard { get; private init; }

    /// <summary>Null for high-income countries: the package is not worked out for them.</summary>
    public FloorPackage? Package { get; private init; }

    public required IReadOnlyList<FloorBenefit> Benefits { get; init; }

    public (double? OfRevenue, double? OfExpenditure) GapShares { get; private init; }

    public required IReadOnlyList<FiscalOption> Options { get; init; }

    public required IReadOnlyDictionary<string, FiscalOptionText> OptionTexts { get; init; }

    public required IReadOnlyList<RatifiedConvention> Conventions { get; init; }

    public required IReadOnlyList<ConventionPart> Parts { get; init; }

    /// <summary>Years between the newest figure and the newest year of the release; null without a figure.</summary>
    public ValueRow? NewestAge { get; private init; }

    public required IReadOnlyList<CountryRevisions.Count> Changes { get; init; }

    public required RevisionWords RevisionWords { get; init; }

    public static CountryModel Read(PageView view, Area country)
    {
        var (session, language, area) = (view.Session, view.State.Language, country.RefArea);
        var values = new ValueWords(view);
        var words = new CountryWords(view, values);
        var release = CoverageQuery.Releases(session).First(r => r.IsDefault);
        var contingencies = CoverageQuery.Contingencies(session);
        var progress = CountryQuery.Progress(session, area, language);
        var newest = CoverageQuery.Newest(session, release.Key, [area]).ToDictionary(row => (row.Contingency, row.Sex));
        var graded = ValueQuery.Newest(session, [area], ["coverage", "data_age"]);
        var lines = contingencies.Select(c => CountryContingency.Of(c, newest, graded, progress.GetValueOrDefault(c.Code))).ToList();
        var conventions = CountryQuery.Conventions(session, area, language);
        var charts = new CountryCharts(view, words, country, release);
        var trend = new CoverageTrend(view, Measure.Coverage);
        var drawn = Lines(view, words, release, area);
        var spending = session.Query<ValueRow>(SpendingSql, new { indicator = Expenditure, area });
        var options = FiscalQuery.Options(session, area);
        return new CountryModel
        {
            Country = country,
            Lists = CountryQuery.Lists(session, area),
            Words = words,
            Release = release,
            Contingencies = lines,
            Any = newest.GetValueOrDefault((AnyBenefit, "_T")),
            AnyProgress = progress.GetValueOrDefault(AnyBenefit),
            Ranks = CountryQuery.Ranks(session, area),
            LeftOut = charts.LeftOut(lines),
            LeftOutColumns = charts.LeftOutColumns(lines),
            Trend = charts.Trend(trend, drawn, conventions),
            TrendColumns = trend.Columns(drawn),
            Peers = view.Own<CountryState>().Rule is { } rule ? PeerComparison.Read(view, words, country, newest.GetValueOrDefault((AnyBenefit, "_T")), rule, release) : null,
            Spending = spending.Count == 0 ? null : charts.Spending(spending),
            SpendingColumns = charts.SpendingColumns(spending),
            SpendingCard = IndicatorCard.Find(session, language, Expenditure),
            Package = FiscalQuery.Packages(session, area) is [var package] ? package : null,
            Benefits = FiscalQuery.Benefits(session, area),
            GapShares = FiscalQuery.Shares(session, area),
            Options = options,
            OptionTexts = FiscalQuery.Texts(session, language).ToDictionary(text => text.OptionId),
            Conventions = conventions,
            Parts = CountryQuery.Parts(session, area, language),
            NewestAge = graded.FirstOrDefault(row => row.IndicatorId == "data_age" && row.Contingency == AnyBenefit),
            Changes = CountryRevisions.Counts(session, [area]),
            RevisionWords = new RevisionWords(view),
        };
    }

    /// <summary>
    /// The default release and, thin and dashed, the newest other one, where it says something else: two releases are never
    /// one line, and the same points twice would hide each other.
    /// </summary>
    private static List<CoverageTrend.Line> Lines(PageView view, CountryWords words, Release release, string area)
    {
        var lines = new List<CoverageTrend.Line>();
        var years = CoverageQuery.OfYears(view.Session, release.Key, AnyBenefit, "_T", [area]);
        if (years.Count > 0)
        {
            lines.Add(new(years, words.Name(area), Colour: 1));
        }

        if (CountryQuery.OtherRelease(view.Session, area) is { } other)
        {
            var others = CoverageQuery.OfYears(view.Session, other, AnyBenefit, "_T", [area]);
            if (!others.All(row => years.Any(own => own.TimePeriod == row.TimePeriod && view.Format.Percent(own.Coverage) == view.Format.Percent(row.Coverage))))
            {
                lines.Add(new(others, words.Coverage.Name(other.SourceId, other.Vintage), IsSecondary: true, Colour: 1));
            }
        }

        return lines;
    }

    // One source publishes it; a second one would be another line, never the same.
    private const string SpendingSql = """
        select indicator_id as IndicatorId, ref_area as RefArea, time_period as TimePeriod, sex as Sex, contingency as Contingency,
            obs_value as ObsValue, unit_measure as UnitMeasure, obs_status as ObsStatus, flags as Flags, confidence as Confidence,
            source_id as SourceId, vintage as Vintage, series_code as SeriesCode
        from indicators.indicator_value
        where indicator_id = $indicator and ref_area = $area
        order by source_id, time_period
        """;
}
