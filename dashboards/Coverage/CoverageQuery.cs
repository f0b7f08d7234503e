using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>What pages read of <c>indicators.coverage</c>. Values of two releases never come back as one series.</summary>
public static class CoverageQuery
{
    private const string Columns = """
        ref_area as RefArea, time_period as TimePeriod, obs_value as ObsValue, coverage as Coverage, gap_pp as GapPp,
        people_uncovered as PeopleUncovered, denominator_series as DenominatorSeries, contingency as Contingency, sex as Sex,
        source_id as SourceId, vintage as Vintage, series_code as SeriesCode, flags as Flags,
        withdrawn_in as WithdrawnIn,
        -- whose figure a national one is says more than its release
        if(source_id = 'national_figures', concat_ws(' · ', source_detail, comment_obs), comment_obs) as CommentObs
        """;

    /// <summary>Newest first; the default release before all others.</summary>
    public static IReadOnlyList<Release> Releases(WarehouseSession session) => session.List<Release>("""
        select r.source_id as SourceId, r.vintage as Vintage, s.released_on as ReleasedOn, s.released_on_precision as ReleasedOnPrecision,
            r.is_default as IsDefault, r.producer as Producer, r.countries as Countries, r.first_year as FirstYear, r.last_year as LastYear
        from indicators.release as r
        join indicators.snapshot as s on s.source_id = r.source_id and s.vintage = r.vintage
        order by r.is_default desc, s.released_on desc, r.source_id
        """);

    /// <summary>
    /// One value an area: the newest of <paramref name="year"/> or, where that year has none, of the
    /// <paramref name="maxAge"/> years before it.
    /// </summary>
    public static IReadOnlyList<CoverageRow> OfAreas(WarehouseSession session, ReleaseKey release, string contingency, string sex, int year, int maxAge) =>
        session.Query<CoverageRow>(
            $"""
            select {Columns}
            from indicators.coverage
            where source_id = $source and vintage = $vintage and contingency = $contingency and sex = $sex
              and time_period between $first and $last
            qualify row_number() over (partition by ref_area order by time_period desc) = 1
            """,
            new { source = release.SourceId, vintage = release.Vintage, contingency, sex, first = year - maxAge, last = year });

    /// <summary>All years of some areas, in one release.</summary>
    public static IReadOnlyList<CoverageRow> OfYears(
        WarehouseSession session, ReleaseKey release, string contingency, string sex, IReadOnlyList<string> areas) =>
        session.Query<CoverageRow>(
            $"""
            select {Columns}
            from indicators.coverage
            where source_id = $source and vintage = $vintage and contingency = $contingency and sex = $sex
              and list_contains(string_split($areas, '~'), ref_area)
            order by ref_area, time_period
            """,
            new { source = release.SourceId, vintage = release.Vintage, contingency, sex, areas = string.Join('~', areas) });

    /// <summary>All years of one area, all contingencies and sexes, in one release.</summary>
    public static IReadOnlyList<CoverageRow> OfArea(WarehouseSession session, ReleaseKey release, string area) =>
        session.Query<CoverageRow>(
            $"""
            select {Columns}
            from indicators.coverage
            where source_id = $source and vintage = $vintage and ref_area = $area
            order by contingency, sex, time_period
            """,
            new { source = release.SourceId, vintage = release.Vintage, area });

    /// <summary>The releases that have a value of an area.</summary>
    public static IReadOnlySet<ReleaseKey> ReleasesOf(WarehouseSession session, string area) =>
        session.List<AreaRelease>("select distinct ref_area as RefArea, source_id as SourceId, vintage as Vintage from indicators.coverage")
            .Where(held => held.RefArea == area).Select(held => new ReleaseKey(held.SourceId, held.Vintage)).ToHashSet();

    /// <summary>All years of one area, each release for itself.</summary>
    public static ILookup<ReleaseKey, CoverageRow> OfReleases(WarehouseSession session, string contingency, string sex, string area) =>
        session.Query<CoverageRow>(
            $"""
            select {Columns}
            from indicators.coverage
            where contingency = $contingency and sex = $sex and ref_area = $area
            order by time_period
            """,
            new { contingency, sex, area }).ToLookup(row => new ReleaseKey(row.SourceId, row.Vintage));

    /// <summary>
    /// The newest value of one area for each contingency, in one release. Maternity is published for women, the others
    /// for both sexes together.
    /// </summary>
    public static IReadOnlyList<CoverageRow> OfContingencies(WarehouseSession session, ReleaseKey release, string area) =>
        session.Query<CoverageRow>(
            $"""
            select {Columns}
            from indicators.coverage
            where source_id = $source and vintage = $vintage and ref_area = $area
              and sex = if(contingency = 'MATERNITY', 'F', '_T')
            qualify row_number() over (partition by contingency order by time_period desc) = 1
            """,
            new { source = release.SourceId, vintage = release.Vintage, area });

    /// <summary>The newest value of each contingency and sex of some areas, in one release.</summary>
    public static IReadOnlyList<CoverageRow> Newest(WarehouseSession session, ReleaseKey release, IReadOnlyList<string> areas) =>
        session.Query<CoverageRow>(
            $"""
            select {Columns}
            from indicators.coverage
            where source_id = $source and vintage = $vintage and list_contains(string_split($areas, '~'), ref_area)
            qualify row_number() over (partition by ref_area, contingency, sex order by time_period desc) = 1
            """,
            new { source = release.SourceId, vintage = release.Vintage, areas = string.Join('~', areas) });

    /// <summary>Values of one sex alone that are newer than the area's newest value for all persons (maternity has none for all).</summary>
    public static IReadOnlyList<CoverageRow> NewerOfOneSex(WarehouseSession session, ReleaseKey release, string area) =>
        session.Query<CoverageRow>(
            $"""
            select {Columns}
            from indicators.coverage as c
            where source_id = $source and vintage = $vintage and ref_area = $area and sex in ('F', 'M') and contingency <> 'MATERNITY'
              and time_period > (
                  select max(t.time_period) from indicators.coverage as t
                  where t.source_id = c.source_id and t.vintage = c.vintage and t.ref_area = c.ref_area and t.contingency = c.contingency and t.sex = '_T')
            order by contingency, sex, time_period
            """,
            new { source = release.SourceId, vintage = release.Vintage, area });

    /// <summary>The figures that the release before still had and this one no longer has.</summary>
    public static IReadOnlyList<WithdrawnFigure> Withdrawn(WarehouseSession session, ReleaseKey release, string contingency, string sex) =>
        session.Query<WithdrawnFigure>(
            """
            select ref_area as RefArea, time_period::integer as TimePeriod, value_before as ObsValue, coverage_before as Coverage, vintage_before as VintageBefore
            from indicators.coverage_revision
            where source_id = $source and vintage = $vintage and contingency = $contingency and sex = $sex and change = 'withdrawn'
            order by ref_area, time_period
            """,
            new { source = release.SourceId, vintage = release.Vintage, contingency, sex });

    /// <summary>The nine contingencies in the order of SDG 1.3.1.</summary>
    public static IReadOnlyList<Contingency> Contingencies(WarehouseSession session) => session.List<Contingency>("""
        select contingency as Code, name_en as NameEn, name_fr as NameFr, name_es as NameEs,
            short_en as ShortEn, short_fr as ShortFr, short_es as ShortEs,
            denominator_en as DenominatorEn, denominator_fr as DenominatorFr, denominator_es as DenominatorEs
        from indicators.contingency
        order by sort_order
        """);

    private sealed record AreaRelease(string RefArea, string SourceId, string Vintage);
}
