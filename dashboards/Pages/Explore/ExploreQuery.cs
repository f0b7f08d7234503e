using SpIndicators.Dashboards.Values;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>What only the explorer reads of <c>indicators.indicator_value</c>.</summary>
internal static class ExploreQuery
{
    private const string Columns = """
        indicator_id as IndicatorId, ref_area as RefArea, time_period as TimePeriod, sex as Sex, contingency as Contingency,
        obs_value as ObsValue, unit_measure as UnitMeasure, obs_status as ObsStatus, flags as Flags, confidence as Confidence,
        source_id as SourceId, vintage as Vintage, series_code as SeriesCode
        """;

    /// <summary>How the values of countries spread over all years, so that a class means the same in every year; null without values.</summary>
    public static ValueSpread? Spread(WarehouseSession session, string indicator, ValueShape shape) => session.Query<ValueSpread>(
        """
        select min(obs_value) as Lowest, quantile_cont(obs_value, 0.16666667) as First, quantile_cont(obs_value, 0.33333333) as Second,
            median(obs_value) as Third, quantile_cont(obs_value, 0.66666667) as Fourth, quantile_cont(obs_value, 0.83333333) as Fifth, max(obs_value) as Highest
        from indicators.indicator_value
        where indicator_id = $indicator and contingency = $contingency and sex = $sex
          and ref_area in (select ref_area from indicators.ref_area where kind = 'country')
        having count(*) > 0
        """,
        new { indicator, contingency = shape.Contingency, sex = shape.Sex }) is [var spread, ..] ? spread : null;

    /// <summary>One value an area: that of the year nearest to <paramref name="year"/> and at most <paramref name="maxAge"/> years away.</summary>
    /// <param name="laterFirst">Of two years equally near, the later one.</param>
    public static IReadOnlyList<ValueRow> Nearest(WarehouseSession session, string indicator, ValueShape shape, int year, int maxAge, bool laterFirst) =>
        session.Query<ValueRow>(
            $"""
            select {Columns}
            from indicators.indicator_value
            where indicator_id = $indicator and contingency = $contingency and sex = $sex and time_period between $first and $last
            qualify row_number() over (partition by ref_area order by abs(time_period - $year), if($laterFirst, -time_period, time_period)) = 1
            order by ref_area
            """,
            new { indicator, contingency = shape.Contingency, sex = shape.Sex, first = year - maxAge, last = year + maxAge, year, laterFirst });

    /// <summary>All years of some areas in every contingency and sex.</summary>
    public static IReadOnlyList<ValueRow> Everything(WarehouseSession session, string indicator, IReadOnlyList<string> areas) => session.Query<ValueRow>(
        $"""
        select {Columns}
        from indicators.indicator_value
        where indicator_id = $indicator and list_contains(string_split($areas, '~'), ref_area)
        order by ref_area, time_period
        """,
        new { indicator, areas = string.Join('~', areas) });

    /// <summary>What is shown until somebody chooses: the world, else the countries with the most years.</summary>
    public static IReadOnlyList<string> AreasToStart(WarehouseSession session, string indicator, ValueShape shape, int countries)
    {
        var found = session.Query<(string Area, string Kind)>(
            """
            select v.ref_area, a.kind
            from indicators.indicator_value as v
            join indicators.ref_area as a on a.ref_area = v.ref_area
            where v.indicator_id = $indicator and v.contingency = $contingency and v.sex = $sex and a.kind in ('world', 'country')
            group by v.ref_area, a.kind
            order by a.kind = 'world' desc, count(*) desc, v.ref_area
            limit $countries
            """,
            new { indicator, contingency = shape.Contingency, sex = shape.Sex, countries });
        return found is [(var world, "world"), ..] ? [world] : [.. found.Select(f => f.Area)];
    }

    /// <summary>The names of the codes of <c>progress_status</c>, the only indicator whose values are codes.</summary>
    public static IReadOnlyDictionary<double, string> CodeNames(WarehouseSession session, string language) => session.Query<(double Code, string Name)>(
        "select code::double, case $language when 'fr' then name_fr when 'es' then name_es else name_en end from reference.progress_status order by code::integer",
        new { language }).ToDictionary(c => c.Code, c => c.Name);
}
