using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api;

/// <summary>Rows of one release of coverage; every value of the question is bound, none becomes part of the text.</summary>
internal static class ObservationsQuery
{
    /// <summary>Where the rows come from, and which of them are asked for.</summary>
    /// <param name="indicator">The expression that names the indicator; a text of ours, never a reader's.</param>
    internal static string Asked(string indicator = "$indicator") => $"""
        from indicators.coverage as c
        left join indicators.ref_area as a on a.ref_area = c.ref_area
        where (case $source_id when '' then c.is_default when '*' then true else c.source_id = $source_id and c.vintage = $vintage end)
          and ($countries = '' or list_contains(string_split($countries, '~'), c.ref_area))
          and ($contingency = '' or c.contingency = $contingency)
          and ($sex = '' or c.sex = $sex)
          and c.time_period between $first and $last
          and (not $latest or c.is_latest)
          and ({indicator} <> 'people_uncovered' or c.people_uncovered is not null)
        """;

    private static readonly string Rows = $"""
        select
            {Columns("$indicator")}
        {Asked()}
        order by c.contingency, c.sex, c.ref_area, c.time_period
        limit $limit offset $offset
        """;

    private static readonly string Total = $"select count(*) {Asked()}";

    /// <summary>The columns of an <see cref="ObservationRow"/> from <c>indicators.coverage as c</c> and <c>indicators.ref_area as a</c>.</summary>
    /// <param name="indicator">The expression that names the indicator; a text of ours, never a reader's.</param>
    internal static string Columns(string indicator) => $"""
            {indicator} as IndicatorId, c.ref_area as RefArea, c.time_period::integer as TimePeriod, c.sex as Sex, c.contingency as Contingency,
            case $lang when 'fr' then a.name_fr when 'es' then a.name_es else a.name_en end as RefAreaName,
            case {indicator} when 'coverage' then c.obs_value when 'coverage_gap' then c.gap_pp else c.people_uncovered end as ObsValue,
            case {indicator} when 'coverage' then c.coverage when 'coverage_gap' then c.gap_pp else c.people_uncovered end as ShownValue,
            case {indicator} when 'coverage' then 'PT' when 'coverage_gap' then 'PP' else 'PS' end as UnitMeasure,
            (select any_value(v.confidence) from indicators.indicator_value as v
             where c.is_default and v.indicator_id = {indicator} and v.ref_area = c.ref_area and v.time_period = c.time_period
               and v.sex = c.sex and v.contingency = c.contingency) as Confidence,
            c.obs_status as ObsStatus, c.nature as Nature, c.flags as FlagText, c.withdrawn_in as WithdrawnIn, c.comment_obs as CommentObs,
            c.source_id as SourceId, c.vintage as Vintage, c.series_code as SeriesCode,
            c.source_detail as SourceDetail, c.snapshot_sha256 as SnapshotSha256,
            case {indicator} when 'people_uncovered' then c.denominator_series end as DenominatorSeries,
            case {indicator} when 'people_uncovered' then c.denominator end as Denominator
        """;

    public static (long Total, IReadOnlyList<ObservationRow> Rows) Run(WarehouseSession session, ObservationsQuestion question, Language language)
    {
        var total = session.Query<long>(Total, Bound(question))[0];
        var texts = Texts.In(language);
        return (total, [.. session.Query<ObservationRow>(Rows, Bound(question, language))
            .Select(row => row with { DenominatorName = PopulationWords.OfDenominator(texts, row.DenominatorSeries) })]);
    }

    /// <summary>What is asked for, as bound values; with the language and the page of rows when they are wanted.</summary>
    internal static Dictionary<string, object?> Bound(ObservationsQuestion question, Language? language = null)
    {
        var time = question.Time;
        var bound = new Dictionary<string, object?>
        {
            ["source_id"] = question.Release?.SourceId ?? "",
            ["vintage"] = question.Release?.Vintage ?? "",
            ["countries"] = string.Join('~', question.Countries),
            ["contingency"] = question.Contingency ?? "",
            ["sex"] = question.Sex ?? "",
            ["first"] = time is { IsRange: true } range ? range.First ?? 0 : time?.Year ?? 0,
            ["last"] = time?.Last ?? 9999,
            ["latest"] = time is { IsRange: false, Year: null },
            ["indicator"] = question.Indicator,
        };
        if (language is not null)
        {
            bound["lang"] = language.Code;
            bound["limit"] = question.Limit;
            bound["offset"] = question.Offset;
        }

        return bound;
    }
}
