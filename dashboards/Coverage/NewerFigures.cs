using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>
/// What the ILO has released of an area since the release in use. Such releases are parts (some countries, some contingencies) or
/// of groups only, so they replace nothing and are never joined to it; a page that shows older figures says that they are there.
/// </summary>
public static class NewerFigures
{
    private const string Since = """
        from indicators.coverage as c
        join indicators.release as r on r.source_id = c.source_id and r.vintage = c.vintage
        where c.source_id like 'ilostat%' and r.released_on > (select max(d.released_on) from indicators.release as d where d.is_default)
        """;

    /// <summary>Of one area, the newest release first: for each contingency the newest figure, where it is not the one shown.</summary>
    /// <param name="shown">By contingency, what the page shows of the release in use.</param>
    public static IReadOnlyList<NewerRelease> Of(WarehouseSession session, string area, Func<string, CoverageRow?> shown) =>
    [
        // Some hundred rows in all: asked once a vintage, not by every page.
        .. from row in session.List<CoverageRow>(
               $"""
               select c.ref_area as RefArea, c.time_period as TimePeriod, c.coverage as Coverage, c.contingency as Contingency, c.sex as Sex,
                   c.source_id as SourceId, c.vintage as Vintage, c.series_code as SeriesCode, c.flags as Flags
               {Since} and c.sex = if(c.contingency = 'MATERNITY', 'F', '_T')
               qualify row_number() over (partition by c.ref_area, c.source_id, c.vintage, c.contingency order by c.time_period desc) = 1
               order by r.released_on desc, c.source_id
               """)
           where row.RefArea == area
           let before = shown(row.Contingency)
           where before is null || row.TimePeriod > before.TimePeriod || (row.TimePeriod == before.TimePeriod && row.Coverage != before.Coverage)
           group new NewerFigure(row, before) by new ReleaseKey(row.SourceId, row.Vintage) into release
           select new NewerRelease(release.Key, [.. release]),
    ];

    /// <summary>All of them, the newest first, with how much each holds: none has a release of its own kind before it.</summary>
    public static IReadOnlyList<FirstRelease> All(WarehouseSession session) => session.List<FirstRelease>(
        $"""
        select c.source_id as SourceId, c.vintage as Vintage, count(*) as Figures, count(distinct c.ref_area) as Areas
        {Since}
          and not exists (select 1 from indicators.coverage_revision as v where v.source_id = c.source_id and v.vintage = c.vintage)
        group by all
        order by any_value(r.released_on) desc, c.source_id
        """);
}

/// <summary>A release newer than the one in use, and its figures of one area.</summary>
public sealed record NewerRelease(ReleaseKey Key, IReadOnlyList<NewerFigure> Figures);

/// <summary>A figure of a newer release beside the one shown; null where none is.</summary>
public sealed record NewerFigure(CoverageRow Row, CoverageRow? Shown);

/// <summary>A release that nothing can be compared with: figures, and the areas they are of.</summary>
public sealed record FirstRelease(string SourceId, string Vintage, long Figures, long Areas);
