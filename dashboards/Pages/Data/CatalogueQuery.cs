using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Data;

/// <summary>What the catalogue says of indicators beside their cards: how far they reach and how sure they are.</summary>
internal static class CatalogueQuery
{
    public static IReadOnlyDictionary<string, Extent> Extents(WarehouseSession session) => session.Query<Extent>("""
        select v.indicator_id as IndicatorId, count(*) as Observations,
            count(distinct v.ref_area) filter (where a.kind = 'country') as Countries,
            min(v.time_period) as FirstYear, max(v.time_period) as LastYear
        from indicators.indicator_value as v
        left join indicators.ref_area as a on a.ref_area = v.ref_area
        group by v.indicator_id
        """).ToDictionary(extent => extent.IndicatorId);

    /// <summary>The sources an indicator's values and their inputs come from, and the releases used.</summary>
    public static IReadOnlyList<Source> Sources(WarehouseSession session, IReadOnlyList<string> sourceIds, Language language) => session.Query<Source>(
        """
        select s.source_id as SourceId, s.producer as Producer,
            case $lang when 'fr' then s.title_fr when 'es' then s.title_es else s.title end as Title,
            s.licence as Licence, s.attribution as Attribution, s.url as Url,
            string_agg(n.vintage, '~' order by n.released_on desc, n.vintage desc) as Vintages
        from indicators.source as s
        left join indicators.snapshot as n on n.source_id = s.source_id
        where list_contains(string_split($ids, '~'), s.source_id)
        group by all
        order by 2, 3
        """,
        new { lang = language.Code, ids = string.Join('~', sourceIds) });

    /// <summary>How its values are graded, most frequent first.</summary>
    public static IReadOnlyList<Grade> Grades(WarehouseSession session, string indicator, Language language) => session.Query<Grade>(
        """
        select confidence as Confidence, sum(n)::bigint as Values, sum(share_pct) as SharePct,
            string_agg(case $lang when 'fr' then reason_fr when 'es' then reason_es else reason_en end, ' · ' order by n desc) as Reasons
        from indicators.grade_summary
        where indicator_id = $indicator
        group by confidence
        order by confidence
        """,
        new { lang = language.Code, indicator });

    internal sealed record Extent(string IndicatorId, long Observations, long Countries, short FirstYear, short LastYear);

    /// <param name="Vintages">Between tildes, newest first.</param>
    internal sealed record Source(string SourceId, string Producer, string Title, string Licence, string? Attribution, string? Url, string? Vintages)
    {
        public IReadOnlyList<string> Releases => (Vintages ?? "").Split('~', StringSplitOptions.RemoveEmptyEntries);
    }

    internal sealed record Grade(string Confidence, long Values, double SharePct, string? Reasons);
}
