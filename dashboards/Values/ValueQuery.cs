using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Values;

/// <summary>What pages read of <c>indicators.indicator_value</c>: every indicator, one shape.</summary>
public static class ValueQuery
{
    private const string Columns = """
        indicator_id as IndicatorId, ref_area as RefArea, time_period as TimePeriod, sex as Sex, contingency as Contingency,
        obs_value as ObsValue, unit_measure as UnitMeasure, obs_status as ObsStatus, flags as Flags, confidence as Confidence,
        source_id as SourceId, vintage as Vintage, series_code as SeriesCode
        """;

    /// <summary>
    /// One value an area: the newest of <paramref name="year"/> or, where that year has none, of the
    /// <paramref name="maxAge"/> years before it.
    /// </summary>
    public static IReadOnlyList<ValueRow> OfAreas(WarehouseSession session, string indicator, string contingency, string sex, int year, int maxAge) =>
        session.Query<ValueRow>(
            $"""
            select {Columns}
            from indicators.indicator_value
            where indicator_id = $indicator and contingency = $contingency and sex = $sex and time_period between $first and $year
            qualify row_number() over (partition by ref_area order by time_period desc) = 1
            order by ref_area
            """,
            new { indicator, contingency, sex, first = year - maxAge, year });

    /// <summary>All years of some areas, by area and year.</summary>
    public static IReadOnlyList<ValueRow> OfYears(WarehouseSession session, string indicator, string contingency, string sex, IReadOnlyList<string> areas) =>
        session.Query<ValueRow>(
            $"""
            select {Columns}
            from indicators.indicator_value
            where indicator_id = $indicator and contingency = $contingency and sex = $sex and list_contains(string_split($areas, '~'), ref_area)
            order by ref_area, time_period
            """,
            new { indicator, contingency, sex, areas = string.Join('~', areas) });

    /// <summary>The newest value of each indicator, contingency and sex for some areas.</summary>
    public static IReadOnlyList<ValueRow> Newest(WarehouseSession session, IReadOnlyList<string> areas, IReadOnlyList<string> indicators) =>
        session.Query<ValueRow>(
            $"""
            select {Columns}
            from indicators.indicator_value
            where list_contains(string_split($areas, '~'), ref_area) and list_contains(string_split($indicators, '~'), indicator_id)
            qualify row_number() over (partition by indicator_id, ref_area, contingency, sex order by time_period desc) = 1
            order by indicator_id, ref_area, contingency, sex
            """,
            new { areas = string.Join('~', areas), indicators = string.Join('~', indicators) });

    /// <summary>What an indicator is published by: its contingencies and sexes, with how many countries and which years.</summary>
    public static IReadOnlyList<ValueShape> Shapes(WarehouseSession session, string indicator) => session.Query<ValueShape>(
        """
        select v.contingency as Contingency, v.sex as Sex, count(distinct v.ref_area) filter (where a.kind = 'country') as Countries,
            count(distinct v.ref_area) filter (where a.kind is distinct from 'country') as Groups, min(v.time_period) as FirstYear, max(v.time_period) as LastYear
        from indicators.indicator_value as v
        left join indicators.ref_area as a on a.ref_area = v.ref_area
        left join indicators.contingency as c on c.contingency = v.contingency
        where v.indicator_id = $indicator
        group by all
        order by any_value(c.sort_order) nulls first, v.sex
        """,
        new { indicator });
}

/// <summary>A combination an indicator has values for.</summary>
public sealed record ValueShape(string Contingency, string Sex, long Countries, long Groups, short FirstYear, short LastYear);
