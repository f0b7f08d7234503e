using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api;

/// <summary>Rows of any indicator but coverage, which has releases (<see cref="ObservationsQuery"/>).</summary>
internal static class ValuesQuery
{
    internal const string OfOne = "v.indicator_id = $indicator";

    private static readonly string Rows = $"""
        select
            {Columns}
        {Asked(OfOne)}
        order by v.contingency, v.sex, v.ref_area, v.time_period
        limit $limit offset $offset
        """;

    private static readonly string Total = $"select count(*) from (select 1 {Asked(OfOne)})";

    /// <summary>The columns of an <see cref="ObservationRow"/> from <c>indicators.indicator_value as v</c> and <c>indicators.ref_area as a</c>.</summary>
    internal const string Columns = """
            v.indicator_id as IndicatorId, v.ref_area as RefArea, v.time_period::integer as TimePeriod, v.sex as Sex, v.contingency as Contingency,
            case $lang when 'fr' then a.name_fr when 'es' then a.name_es else a.name_en end as RefAreaName,
            v.obs_value as ObsValue, v.obs_value as ShownValue, v.unit_measure as UnitMeasure, v.obs_status as ObsStatus,
            v.flags as FlagText, v.confidence as Confidence,
            v.source_id as SourceId, v.vintage as Vintage, v.series_code as SeriesCode, v.snapshot_sha256 as SnapshotSha256,
            null::varchar as Nature, null::varchar as WithdrawnIn, null::varchar as CommentObs, null::varchar as SourceDetail,
            null::varchar as DenominatorSeries, null::double as Denominator
        """;

    /// <summary>Where the rows come from, and which of them are asked for.</summary>
    /// <param name="indicators">The condition that chooses indicators; a text of ours, never a reader's.</param>
    internal static string Asked(string indicators) => $"""
        from indicators.indicator_value as v
        left join indicators.ref_area as a on a.ref_area = v.ref_area
        where {indicators}
          and ($countries = '' or list_contains(string_split($countries, '~'), v.ref_area))
          and ($contingency = '' or v.contingency = $contingency)
          and ($sex = '' or v.sex = $sex)
          and v.time_period between $first and $last
        qualify not $latest or row_number() over (partition by v.indicator_id, v.ref_area, v.sex, v.contingency order by v.time_period desc) = 1
        """;

    public static (long Total, IReadOnlyList<ObservationRow> Rows) Run(WarehouseSession session, ObservationsQuestion question, Language language)
    {
        var bound = ObservationsQuery.Bound(question);
        var total = session.Query<long>(Total, bound)[0];
        return (total, session.Query<ObservationRow>(Rows, ObservationsQuery.Bound(question, language)));
    }
}
