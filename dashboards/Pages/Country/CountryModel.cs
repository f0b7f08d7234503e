using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Pages.Revisions;
using SpIndicators.Dashboards.Reforms;
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

    /// <summary>Other releases that have a figure of the country, newest first.</summary>
    public required IReadOnlyList<Release> OtherReleases { get; init; }

    public required IReadOnlyList<CountryContingency> Contingencies { get; init; }

    /// <summary>Any benefit, all persons; null where nothing is published.</summary>
    public CoverageRow? Any { get; private init; }

    public CountryProgress? AnyProgress { get; private init; }

    public required IReadOnlyList<CountryRank> Ranks { get; init; }

    /// <summary>Figures of releases newer than the one in use, which the page does not mix with its own.</summary>
    public required IReadOnlyList<NewerRelease> Newer { get; init; }

    public required NewerWords NewerWords { get; init; }

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

    /// <summary>Null for countries that are not listed as low- or middle-income: the package is not worked out for them.</summary>
    public FloorPackage? Package { get; private init; }

    public required IReadOnlyList<FloorBenefit> Benefits { get; init; }

    public required IReadOnlyList<FiscalOption> Options { get; init; }

    public required IReadOnlyDictionary<string, FiscalOptionText> OptionTexts { get; init; }

    public required IReadOnlyList<RatifiedConvention> Conventions { get; init; }

    /// <summary>Reforms of the list, by year.</summary>
    public required IReadOnlyList<ChartEvent> Reforms { get; init; }

    public required IReadOnlyList<ConventionPart> Parts { get; init; }

    /// <summary>Years between the newest figure and the newest year of the release; null without a figure.</summary>
    public ValueRow? NewestAge { get; private init; }

    public required IReadOnlyList<CountryRevisions.Count> Changes { get; init; }

    /// <summary>Values of the catalogue's indicators that the page shows.</summary>
    private IReadOnlyList<ValueRow> Catalogue { get; init; } = [];

    /// <summary>The gap of a benefit, or of all for null, in per cent of government revenue or expenditure; null where it is not known.</summary>
    public double? GapOf(string whole, string? benefit = null) =>
        Catalogue.LastOrDefault(row => row.IndicatorId == (benefit is null ? $"package_gap_of_{whole}" : $"package_gap_{benefit}_of_{whole}"))?.ObsValue;

    /// <summary>The gap of all benefits in dollars of its year, its lower end where it is a range; null where it is not known.</summary>
    public double? GapInDollars => Catalogue.LastOrDefault(row => row.IndicatorId == "package_gap_usd")?.ObsValue;

    public static CountryModel Read(PageView view, Area country)
    {
        var (session, language, area) = (view.Session, view.State.Language, country.RefArea);
        var values = new ValueWords(view);
        var words = new CountryWords(view, values);
        var releases = CoverageQuery.Releases(session);
        var release = releases.First(r => r.IsDefault);
        var held = CoverageQuery.ReleasesOf(session, area);
        var contingencies = CoverageQuery.Contingencies(session);
        var progress = CountryQuery.Progress(session, area, language);
        var newest = CoverageQuery.Newest(session, release.Key, [area]).ToDictionary(row => (row.Contingency, row.Sex));
        var catalogue = CountryQuery.Values(session, area);
        var lines = contingencies.Select(c => CountryContingency.Of(c, newest, catalogue, progress.GetValueOrDefault(c.Code))).ToList();
        var conventions = CountryQuery.Conventions(session, area, language);
        var charts = new CountryCharts(view, words, country, release);
        var trend = new CoverageTrend(view, Measure.Coverage);
        var drawn = Lines(view, words, releases, area);
        var spending = catalogue.Where(row => row.IndicatorId == Expenditure).ToList();
        var options = FiscalQuery.Options(session, area);
        return new CountryModel
        {
            Country = country,
            Lists = CountryQuery.Lists(session, area),
            Words = words,
            Release = release,
            OtherReleases = [.. releases.Where(other => !other.IsDefault && held.Contains(other.Key))],
            Contingencies = lines,
            Any = newest.GetValueOrDefault((AnyBenefit, "_T")),
            AnyProgress = progress.GetValueOrDefault(AnyBenefit),
            Ranks = CountryQuery.Ranks(session, area),
            Newer = NewerFigures.Of(session, area, contingency => newest.GetValueOrDefault((contingency, contingency == "MATERNITY" ? "F" : "_T"))),
            NewerWords = new(view, contingencies),
            LeftOut = charts.LeftOut(lines),
            LeftOutColumns = charts.LeftOutColumns(lines),
            Trend = charts.Trend(trend, drawn, AreaEvents.Of(view, [area], AnyBenefit, contingencies)),
            Reforms = [.. EventQuery.Reforms(session, [area], language).Select(reform => AreaEvents.Event(view, reform, contingencies))],
            TrendColumns = trend.Columns(drawn),
            Peers = view.Own<CountryState>().Rule is { } rule ? PeerComparison.Read(view, words, country, newest.GetValueOrDefault((AnyBenefit, "_T")), rule, release) : null,
            Spending = spending.Count == 0 ? null : charts.Spending(spending),
            SpendingColumns = charts.SpendingColumns(spending),
            SpendingCard = IndicatorCard.Find(session, language, Expenditure),
            Package = FiscalQuery.Packages(session).FirstOrDefault(package => package.RefArea == area),
            Benefits = FiscalQuery.Benefits(session, area),
            Catalogue = catalogue,
            Options = options,
            OptionTexts = FiscalQuery.Texts(session, language).ToDictionary(text => text.OptionId),
            Conventions = conventions,
            Parts = CountryQuery.Parts(session, area, language),
            NewestAge = catalogue.LastOrDefault(row => row.IndicatorId == "data_age" && row.Contingency == AnyBenefit),
            Changes = CountryRevisions.Counts(session, [area]),
        };
    }

    /// <summary>
    /// The default release and, thin and dashed, the newest other one, where it says something else: two releases are never
    /// one line, and the same points twice would hide each other.
    /// </summary>
    private static List<CoverageTrend.Line> Lines(PageView view, CountryWords words, IReadOnlyList<Release> releases, string area)
    {
        var lines = new List<CoverageTrend.Line>();
        var told = CoverageQuery.OfReleases(view.Session, AnyBenefit, "_T", area);
        var years = told[releases.First(release => release.IsDefault).Key].ToList();
        if (years.Count > 0)
        {
            lines.Add(new(years, words.Name(area), Colour: 1));
        }

        if (releases.FirstOrDefault(release => !release.IsDefault && told.Contains(release.Key))?.Key is { } other)
        {
            var others = told[other].ToList();
            if (!others.All(row => years.Any(own => own.TimePeriod == row.TimePeriod && view.Format.Percent(own.Coverage) == view.Format.Percent(row.Coverage))))
            {
                lines.Add(new(others, words.Coverage.Name(other.SourceId, other.Vintage), IsSecondary: true, Colour: 1));
            }
        }

        return lines;
    }
}
