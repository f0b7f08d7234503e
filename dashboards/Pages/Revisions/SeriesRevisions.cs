using System.Text.RegularExpressions;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Revisions;

/// <summary>
/// What each release of every source did to its series: coverage, and all that other indicators are made of. An indicator's
/// are those of the series that its published values were made of, through other indicators too; of coverage, its gap and the
/// people left out also those of the releases that the page can be asked for.
/// </summary>
public static partial class SeriesRevisions
{
    /// <summary>Lines of a release; a feed reader shows one or two.</summary>
    public const int MostLines = 100;

    private const string Links = "select distinct indicator_id as IndicatorId, source_id as SourceId, series_code as SeriesCode from indicators.indicator_input";

    private const string Revised = """
        with asked as (
            select r.source_id, r.vintage_to as vintage, r.vintage_from as vintage_before, r.series_code, r.ref_area, r.time_period, r.sex, r.age, r.breakdown,
                r.value_from, r.value_to, r.change, c.contingency
            from indicators.revision as r
            left join indicators.coverage_revision as c
                on c.source_id = r.source_id and c.vintage = r.vintage_to and c.series_code = r.series_code and c.ref_area = r.ref_area
                and c.time_period = r.time_period and c.sex = r.sex
        """;

    private const string Others = """
            where c.contingency is null)
        """;

    private const string Asked = """
            where (not $others or c.contingency is null)
              and ($areas = '' or list_contains(string_split($areas, '~'), r.ref_area))
              and ($series = '' or ($is_of_releases and c.contingency is not null)
                   or r.source_id || ' ' || r.series_code in (select unnest(string_split($series, chr(10)))))
        )
        """;

    private const string Counted = """
        select r.source_id as SourceId, r.vintage as Vintage, any_value(r.vintage_before) as VintageBefore,
            any_value(s.released_on) as ReleasedOn, any_value(s.released_on_precision) as Precision,
            count(*) filter (r.change = 'added') as Added, count(*) filter (r.change = 'changed') as Changed,
            count(*) filter (r.change = 'relabelled') as Relabelled, count(*) filter (r.change = 'withdrawn') as Withdrawn,
            count(*) filter (r.change = 'series_absent') as Absent
        from asked as r
        join indicators.snapshot as s on s.source_id = r.source_id and s.vintage = r.vintage
        group by r.source_id, r.vintage
        order by ReleasedOn desc, SourceId, Vintage desc
        """;

    /// <summary>Newest release first.</summary>
    /// <param name="indicator">Null for every figure.</param>
    public static IReadOnlyList<CountryRevisions.Count> Counts(WarehouseSession session, IReadOnlyList<string> areas, string? indicator) =>
        session.Query<CountryRevisions.Count>($"{Revised}\n{Asked}\n{Counted}", Bound(session, areas, indicator, isOfOthers: false));

    /// <summary>Without the figures of coverage, which <see cref="CountryRevisions"/> counts.</summary>
    public static IReadOnlyList<CountryRevisions.Count> CountsOfOthers(WarehouseSession session, IReadOnlyList<string> areas) => areas.Count == 0
        // Every revision of every source: asked once a vintage.
        ? session.List<CountryRevisions.Count>($"{Revised}\n{Others}\n{Counted}")
        : session.Query<CountryRevisions.Count>($"{Revised}\n{Asked}\n{Counted}", Bound(session, areas, null, isOfOthers: true));

    /// <summary>The first figures of each release; a series that is absent has no area and no year, and is only counted.</summary>
    public static ILookup<ReleaseKey, Row> Rows(WarehouseSession session, IReadOnlyList<string> areas, string? indicator) => session.Query<Row>(
        $"""
        {Revised}
        {Asked}
        select r.source_id as SourceId, r.vintage as Vintage, r.change as Change, r.ref_area as RefArea, r.time_period::integer as TimePeriod,
            r.sex as Sex, r.contingency as Contingency, coalesce(t.title || ' (' || r.series_code || ')', r.series_code) as Series,
            concat_ws(', ', nullif(nullif(r.age, '_T'), ''), nullif(nullif(r.breakdown, '_T'), '')) as Breakdown,
            r.value_from as ValueBefore, r.value_to as ValueAfter
        from asked as r
        left join reference.series as t on t.source_id = r.source_id and t.series_code = r.series_code
        where r.ref_area is not null
        qualify row_number() over (partition by r.source_id, r.vintage order by r.ref_area, r.contingency, r.series_code, r.sex, r.age, r.breakdown, r.time_period) <= {MostLines}
        order by r.ref_area, r.contingency, r.series_code, r.sex, r.age, r.breakdown, r.time_period
        """,
        Bound(session, areas, indicator, isOfOthers: false)).ToLookup(row => new ReleaseKey(row.SourceId, row.Vintage));

    private static object Bound(WarehouseSession session, IReadOnlyList<string> areas, string? indicator, bool isOfOthers) => new
    {
        others = isOfOthers,
        areas = string.Join('~', areas),
        series = indicator is null ? "" : string.Join('\n', SeriesOf(session, indicator).Prepend(indicator)),
        is_of_releases = indicator is not null && ValueKey.OfReleases.Contains(indicator),
    };

    /// <summary>Sources and series that an indicator is made of, through other indicators too.</summary>
    private static HashSet<string> SeriesOf(WarehouseSession session, string indicator)
    {
        var links = session.List<Link>(Links).ToLookup(link => link.IndicatorId);
        var seen = new HashSet<string> { indicator };
        var open = new Stack<string>(seen);
        var series = new HashSet<string>();
        while (open.TryPop(out var next))
        {
            foreach (var link in links[next])
            {
                if (link.SourceId != "indicator")
                {
                    // A denominator is named with its arithmetic ("SP.POP.TOTL × SP.POP.65UP.TO.ZS"): each word of it may be a series.
                    series.UnionWith(Word().Split(link.SeriesCode).Append(link.SeriesCode).Where(code => code.Length > 0).Select(code => $"{link.SourceId} {code}"));
                }
                else if (seen.Add(link.SeriesCode))
                {
                    open.Push(link.SeriesCode);
                }
            }
        }

        return series;
    }

    [GeneratedRegex("[^A-Za-z0-9_.]+")]
    private static partial Regex Word();

    private sealed record Link(string IndicatorId, string SourceId, string SeriesCode);

    /// <summary>As published; null where a release has none.</summary>
    /// <param name="Contingency">Of a figure of coverage; null for any other.</param>
    /// <param name="Series">As the source calls it, with its code.</param>
    public sealed record Row(
        string SourceId, string Vintage, string Change, string RefArea, int TimePeriod, string? Sex, string? Contingency, string Series, string Breakdown,
        double? ValueBefore, double? ValueAfter);
}
