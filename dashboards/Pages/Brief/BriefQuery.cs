using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Brief;

/// <summary>What the brief reads besides the page of its country.</summary>
internal static class BriefQuery
{
    /// <summary>The newest figure of a region for any benefit, all persons; null where too few members have one.</summary>
    public static BesideFigure? Region(WarehouseSession session, string region) => session.Query<(double Coverage, int Year, string Flags)>(
        """
        select coverage, time_period::integer, coalesce(flags, '')
        from indicators.aggregate
        where ref_area = $region and contingency = 'TOTAL' and sex = '_T' and coverage is not null
        order by time_period desc
        limit 1
        """,
        new { region }) is [var (coverage, year, flags)] ? new(region, coverage, year, flags.Split('|', StringSplitOptions.RemoveEmptyEntries), IsComputed: true) : null;

    /// <summary>The releases that cost and gap were computed from.</summary>
    public static IReadOnlyList<(string SourceId, string Vintage)> PackageReleases(WarehouseSession session, string area) => session.Query<(string, string)>(
        """
        select distinct source_id, vintage
        from indicators.package_figure
        where ref_area = $area and source_id is not null and vintage is not null
        """,
        new { area });
}
