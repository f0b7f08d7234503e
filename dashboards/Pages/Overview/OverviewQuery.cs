using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Overview;

/// <summary>What the overview says of the published file itself.</summary>
internal static class OverviewQuery
{
    public static Freshness FreshnessOf(WarehouseSession session) => session.List<Freshness>("""
        select
            b.built_at as BuiltAt,
            b.observation_rows as Observations,
            b.rejected_rows as Rejected,
            (select count(*) from indicators.source) as Sources,
            (select count(*) from indicators.snapshot) as Snapshots,
            (select count(*) from meta.check_result) as Checks,
            (select count(*) from meta.check_result where not passed) as Warnings
        from meta.build as b
        """).Single();

    /// <summary>The checks that published with a warning, in their own words.</summary>
    public static IReadOnlyList<Warning> WarningsOf(WarehouseSession session) => session.List<Warning>("""
        select check_name as Name, sentence as Sentence, offending_rows as Rows
        from meta.check_result
        where not passed
        order by check_name
        """);

    /// <summary>The newest World figure for "at least one benefit", in whichever of the ILO's releases has it.</summary>
    public static WorldSource? NewestWorld(WarehouseSession session) => session.List<WorldSource>("""
        select c.source_id as SourceId, c.vintage as Vintage
        from indicators.coverage as c
        join indicators.release as r on r.source_id = c.source_id and r.vintage = c.vintage
        where c.ref_area = 'X01' and c.contingency = 'TOTAL' and c.sex = '_T'
        order by c.time_period desc, r.released_on desc
        limit 1
        """) is [var newest] ? newest : null;

    /// <param name="Warnings">Checks of level warn that do not hold; an error would have stopped the publish.</param>
    internal sealed record Freshness(DateTime BuiltAt, long Observations, long Rejected, long Sources, long Snapshots, long Checks, long Warnings);

    /// <param name="Sentence">What the check holds to be true, in English.</param>
    /// <param name="Rows">How many rows it is not true of.</param>
    internal sealed record Warning(string Name, string Sentence, long Rows);

    internal sealed record WorldSource(string SourceId, string Vintage);
}
