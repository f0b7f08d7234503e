using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Revisions;

/// <summary>What each release did to the coverage figures of countries: the page and the feed read it here.</summary>
internal static class CountryRevisions
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
            count(*) filter (r.change = 'relabelled') as Relabelled, count(*) filter (r.change = 'withdrawn') as Withdrawn
        {Asked}
        group by r.source_id, r.vintage
        order by ReleasedOn desc, SourceId, Vintage desc
        """,
        new { areas = string.Join('~', areas) });

    public static ILookup<ReleaseKey, Row> Rows(WarehouseSession session, IReadOnlyList<string> areas) => session.Query<Row>(
        $"""
        select r.source_id as SourceId, r.vintage as Vintage, r.change as Change, r.ref_area as RefArea, r.time_period::integer as TimePeriod,
            r.sex as Sex, r.contingency as Contingency, r.value_before as ValueBefore, r.value_after as ValueAfter
        {Asked}
        order by r.ref_area, r.contingency, r.sex, r.time_period
        """,
        new { areas = string.Join('~', areas) }).ToLookup(row => new ReleaseKey(row.SourceId, row.Vintage));

    /// <summary>One release, and how many figures it touched in which way.</summary>
    public sealed record Count(
        string SourceId, string Vintage, string VintageBefore, DateOnly ReleasedOn, string Precision, long Added, long Changed, long Relabelled, long Withdrawn)
    {
        public ReleaseKey Key => new(SourceId, Vintage);

        public RoughDate Released => RoughDate.Of(ReleasedOn, Precision);
    }

    /// <summary>As published, even above 100; null where a release has none.</summary>
    public sealed record Row(
        string SourceId, string Vintage, string Change, string RefArea, int TimePeriod, string Sex, string Contingency, double? ValueBefore, double? ValueAfter);
}
