using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Staff.Rejected;

/// <summary>Lines of the published vintage's snapshots that could not be read, counted by reason, and the lines themselves.</summary>
internal static class RejectedQuery
{
    public static IReadOnlyList<Count> Counts(WarehouseSession session) => session.Query<Count>("""
        select source_id as SourceId, reject_reason as Reason, count(*) as Lines, max(vintage) as NewestVintage
        from clean.rejected_row
        group by all
        order by Lines desc, SourceId, Reason
        """);

    public static IReadOnlyList<Line> Lines(WarehouseSession session, string source, int most) => session.Query<Line>(
        """
        select vintage as Vintage, line_no::bigint as LineNo, reject_reason as Reason, series_code::varchar as SeriesCode, source_area::varchar as SourceArea,
            source_time::varchar as SourceTime, source_value::varchar as SourceValue
        from clean.rejected_row
        where source_id = $source
        order by vintage desc, line_no
        limit $most
        """,
        new { source, most });

    public sealed record Count(string SourceId, string Reason, long Lines, string NewestVintage);

    /// <summary>As the file spells it.</summary>
    public sealed record Line(string Vintage, long LineNo, string Reason, string? SeriesCode, string? SourceArea, string? SourceTime, string? SourceValue);
}
