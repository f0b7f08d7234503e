using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api;

/// <summary>Rows of <c>/api/v1/revisions</c>.</summary>
internal static class RevisionsQuery
{
    private const string Asked = """
        from indicators.coverage_revision as r
        left join indicators.ref_area as a on a.ref_area = r.ref_area
        where r.source_id = $source_id and r.vintage = $vintage
          and ($change = '' or r.change = $change)
          and ($countries = '' or list_contains(string_split($countries, '~'), r.ref_area))
          and ($contingency = '' or r.contingency = $contingency)
          and ($sex = '' or r.sex = $sex)
        """;

    private const string Rows = $"""
        select
            r.change as Change, r.ref_area as RefArea,
            case $lang when 'fr' then a.name_fr when 'es' then a.name_es else a.name_en end as RefAreaName,
            r.time_period::integer as TimePeriod, r.sex as Sex, r.contingency as Contingency,
            r.value_before as ValueBefore, r.value_after as ValueAfter, r.coverage_before as ShownBefore, r.coverage_after as ShownAfter,
            'PT' as UnitMeasure, r.source_id as SourceId, r.vintage as Vintage, r.vintage_before as VintageBefore, r.series_code as SeriesCode
        {Asked}
        order by r.contingency, r.sex, r.ref_area, r.time_period
        limit $limit offset $offset
        """;

    private const string Total = $"select count(*) {Asked}";

    public static (long Total, IReadOnlyList<Row> Rows) Run(WarehouseSession session, RevisionsQuestion question, Language language)
    {
        var bound = new Dictionary<string, object?>
        {
            ["source_id"] = question.Release.SourceId,
            ["vintage"] = question.Release.Vintage,
            ["change"] = question.Change ?? "",
            ["countries"] = string.Join('~', question.Countries),
            ["contingency"] = question.Contingency ?? "",
            ["sex"] = question.Sex ?? "",
        };
        var total = session.Query<long>(Total, bound)[0];
        var page = new Dictionary<string, object?>(bound) { ["lang"] = language.Code, ["limit"] = question.Limit, ["offset"] = question.Offset };
        return (total, session.Query<Row>(Rows, page));
    }

    /// <summary>A figure that is not what the release before had. Null stands for none.</summary>
    /// <param name="Change">added, changed, relabelled (the same figure under another sex) or withdrawn.</param>
    /// <param name="ValueBefore">As published in <paramref name="VintageBefore"/>; likewise the next in <paramref name="Vintage"/>.</param>
    /// <param name="ShownBefore">As the pages show it, never above 100; likewise the next.</param>
    public sealed record Row(
        string Change, string RefArea, string? RefAreaName, int TimePeriod, string Sex, string Contingency,
        double? ValueBefore, double? ValueAfter, double? ShownBefore, double? ShownAfter,
        string UnitMeasure, string SourceId, string Vintage, string VintageBefore, string SeriesCode);
}
