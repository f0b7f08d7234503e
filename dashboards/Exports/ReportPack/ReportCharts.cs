using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Country;
using SpIndicators.Dashboards.Reforms;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>The drawings of a report: the page's own, of the release and the years that the tables have, and of no others.</summary>
internal static class ReportCharts
{
    private const string AnyBenefit = "TOTAL";

    /// <summary>Those that have something to draw.</summary>
    public static IEnumerable<ChartSpec> Of(ReportFigures data)
    {
        var (view, area) = (data.View, data.Country.RefArea);
        var words = new CountryWords(view, new ValueWords(view));
        var charts = new CountryCharts(view, words, data.Country, data.Release);
        var contingencies = CoverageQuery.Contingencies(view.Session);
        var told = data.Rows.Select(row => (row.Contingency, row.Sex, row.TimePeriod)).ToHashSet();
        var rows = CoverageQuery.OfArea(view.Session, data.Release.Key, area).Where(row => told.Contains((row.Contingency, row.Sex, row.TimePeriod))).ToList();

        var newest = rows.GroupBy(row => (row.Contingency, row.Sex)).ToDictionary(series => series.Key, series => series.MaxBy(row => row.TimePeriod)!);
        var leftOut = charts.LeftOut([.. contingencies.Select(contingency => CountryContingency.Of(contingency, newest, [], progress: null))]);

        var line = rows.Where(row => row is { Contingency: AnyBenefit, Sex: "_T" }).ToList();
        var events = AreaEvents.Of(view, [area], AnyBenefit, contingencies).Where(happened => Covers(view.State.Time, happened.Year)).ToList();
        var trend = charts.Trend(new CoverageTrend(view, Measure.Coverage), line.Count == 0 ? [] : [new(line, words.Name(area), Colour: 1)], events);

        // Peers are compared by their newest figures of the default release: there is no such drawing of other years.
        var peers = data.IsPart || view.Own<CountryState>().Rule is not { } rule ? null
            : PeerComparison.Read(view, words, data.Country, newest.GetValueOrDefault((AnyBenefit, "_T")), rule, data.Release).Spec;
        return new[] { leftOut, trend, peers is null ? null : peers with { Title = $"{peers.Title}, {Span(peers)}" } }.OfType<ChartSpec>().Where(spec => spec.Marks.Any(mark => mark.Value is not null));
    }

    // On the page each bar tells its year when it is pointed at.
    private static string Span(ChartSpec spec)
    {
        var years = spec.Marks.Select(mark => mark.TimePeriod).OfType<int>().ToList();
        return years.Min() == years.Max() ? Formats.Year(years.Min()) : $"{Formats.Year(years.Min())}–{Formats.Year(years.Max())}";
    }

    private static bool Covers(TimeSelection time, int year) =>
        time == TimeSelection.Latest || (year >= (time.IsRange ? time.First ?? TimeSelection.FirstYear : time.Year) && year <= (time.Last ?? TimeSelection.LastYear));
}
