using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Revisions;

/// <summary>What each release did to the coverage figures of countries: the page and the feed read it here.</summary>
public static class CountryRevisions
{
    private const string Asked = """
        from indicators.coverage_revision as r
        join indicators.snapshot as s on s.source_id = r.source_id and s.vintage = r.vintage
        where ($areas = '' or list_contains(string_split($areas, '~'), r.ref_area))
        """;

    /// <summary>Newest release first; how many figures each added, changed, relabelled and withdrew.</summary>
    public static IReadOnlyList<Count> Counts(WarehouseSession session, IReadOnlyList<string> areas) => session.Query<Count>(
        $"""
        select r.source_id as SourceId, r.vintage as Vintage, any_value(r.vintage_before) as VintageBefore,
            any_value(s.released_on) as ReleasedOn, any_value(s.released_on_precision) as Precision,
            count(*) filter (r.change = 'added') as Added, count(*) filter (r.change = 'changed') as Changed,
            count(*) filter (r.change = 'relabelled') as Relabelled, count(*) filter (r.change = 'withdrawn') as Withdrawn,
            0::bigint as Absent
        {Asked}
        group by r.source_id, r.vintage
        order by ReleasedOn desc, SourceId, Vintage desc
        """,
        new { areas = string.Join('~', areas) });

    /// <summary>The same of each country and group, those with the most changes first, and how many of the figures deserve a second look.</summary>
    public static ILookup<ReleaseKey, AreaCount> ByArea(WarehouseSession session, IReadOnlyList<string> areas) => session.Query<AreaCount>(
        $"""
        with asked as (
            select r.*, exists (
                from indicators.coverage as c
                where c.source_id = r.source_id and c.vintage = r.vintage and c.contingency = r.contingency and c.ref_area = r.ref_area
                  and c.time_period = r.time_period and c.sex = r.sex and c.flags like '%break%') as is_break
            {Asked}
        )

        select source_id as SourceId, vintage as Vintage, ref_area as RefArea,
            count(*) filter (change = 'added') as Added, count(*) filter (change = 'changed') as Changed,
            count(*) filter (change = 'relabelled') as Relabelled, count(*) filter (change = 'withdrawn') as Withdrawn,
            count(*) filter (change = 'withdrawn' or is_break or (change = 'changed' and abs(value_after - value_before) > 15)) as Odd
        from asked
        group by all
        order by count(*) desc, ref_area
        """,
        new { areas = string.Join('~', areas) }).ToLookup(count => new ReleaseKey(count.SourceId, count.Vintage));

    public static ILookup<ReleaseKey, Row> Rows(WarehouseSession session, IReadOnlyList<string> areas) => session.Query<Row>(
        $"""
        select r.source_id as SourceId, r.vintage as Vintage, r.change as Change, r.ref_area as RefArea, r.time_period::integer as TimePeriod,
            r.sex as Sex, r.contingency as Contingency, r.value_before as ValueBefore, r.value_after as ValueAfter
        {Asked}
        order by r.ref_area, r.contingency, r.sex, r.time_period
        """,
        new { areas = string.Join('~', areas) }).ToLookup(row => new ReleaseKey(row.SourceId, row.Vintage));

    /// <summary>One release, and how many figures it touched in which way.</summary>
    /// <param name="Absent">Series of which it has no row at all; nobody says whether they were withdrawn.</param>
    public sealed record Count(
        string SourceId, string Vintage, string VintageBefore, DateOnly ReleasedOn, string Precision, long Added, long Changed, long Relabelled, long Withdrawn, long Absent)
    {
        /// <summary>Of figures, without series that are absent.</summary>
        public long All => Added + Changed + Relabelled + Withdrawn;

        public ReleaseKey Key => new(SourceId, Vintage);

        public RoughDate Released => RoughDate.Of(ReleasedOn, Precision);
    }

    /// <summary>The same of one country or group.</summary>
    /// <param name="Odd">Withdrawn, changed by more than 15 points, or a break in the series.</param>
    public sealed record AreaCount(string SourceId, string Vintage, string RefArea, long Added, long Changed, long Relabelled, long Withdrawn, long Odd);

    /// <summary>As published, even above 100; null where a release has none.</summary>
    public sealed record Row(
        string SourceId, string Vintage, string Change, string RefArea, int TimePeriod, string Sex, string Contingency, double? ValueBefore, double? ValueAfter);
}
