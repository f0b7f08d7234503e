using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api;

/// <summary>The releases that rows come from, once each beside the rows: whose figures, under which terms, and how dated.</summary>
internal static class ProvenanceQuery
{
    private const string Sql = """
        select
            n.source_id as SourceId, n.vintage as Vintage, s.producer as Producer,
            case $lang when 'fr' then s.title_fr when 'es' then s.title_es else s.title end as Title,
            coalesce(n.citation, s.citation) as Citation, s.attribution as Attribution, s.licence as Licence, s.url as Url,
            n.released as Released, n.released_on_precision as ReleasedPrecision, n.released_on_basis as ReleasedBasis,
            strftime(n.retrieved_at, '%Y-%m-%d') as RetrievedAt, n.retrieved_at_basis as RetrievedAtBasis,
            n.snapshot_sha256 as SnapshotSha256
        from indicators.snapshot as n
        join indicators.source as s on s.source_id = n.source_id
        order by n.source_id, n.released_on, n.vintage
        """;

    /// <summary>Of the figures themselves and of the reference populations they were multiplied with.</summary>
    /// <param name="more">Releases of what else was used.</param>
    public static IReadOnlyList<Source> Run(WarehouseSession session, IReadOnlyList<ObservationRow> rows, Language language, IEnumerable<(string SourceId, string Vintage)>? more = null)
    {
        var populations = rows.Select(row => row.DenominatorSeries).OfType<string>().Distinct().ToList();
        // "worldbank_wdi 2026-07: SP.POP.TOTL"
        bool IsPopulation(Source source) => populations.Exists(series => series.Contains($"{source.SourceId} {source.Vintage}:", StringComparison.Ordinal));
        return Of(session, rows.Select(row => (row.SourceId, row.Vintage)).Concat(more ?? []), language, IsPopulation);
    }

    /// <summary>The releases that values computed from others rest on, whatever their year.</summary>
    /// <param name="values">Indicator and area of each.</param>
    public static IReadOnlyList<(string SourceId, string Vintage)> InputsOf(WarehouseSession session, IReadOnlyCollection<(string IndicatorId, string RefArea)> values) => values.Count == 0 ? [] : session.Query<(string, string)>(
        """
        select distinct source_id, vintage
        from indicators.indicator_input
        where list_contains(string_split($indicators, '~'), indicator_id) and list_contains(string_split($areas, '~'), ref_area)
          and list_contains(string_split($values, '~'), indicator_id || ' ' || ref_area) and vintage is not null
        """,
        new
        {
            indicators = string.Join('~', values.Select(value => value.IndicatorId).Distinct()),
            areas = string.Join('~', values.Select(value => value.RefArea).Distinct()),
            values = string.Join('~', values.Select(value => $"{value.IndicatorId} {value.RefArea}").Distinct()),
        });

    /// <summary>Of the releases given.</summary>
    public static IReadOnlyList<Source> Of(
        WarehouseSession session, IEnumerable<(string SourceId, string Vintage)> releases, Language language, Func<Source, bool>? isUsedToo = null)
    {
        var used = releases.ToHashSet();
        return [.. session.Query<Source>(Sql, new { lang = language.Code }).Where(s => used.Contains((s.SourceId, s.Vintage)) || isUsedToo?.Invoke(s) == true)];
    }

    /// <summary>One release of one source.</summary>
    /// <param name="Title">In the language asked for; citation, credit and licence are in the producer's words.</param>
    /// <param name="Citation">Names the release, where its card does.</param>
    /// <param name="Attribution">The credit line that the licence asks for.</param>
    /// <param name="Released">As much of the date as is known, as SDMX writes periods: 2022-04-17, 2026-07, 2019-Q1, 2024.</param>
    /// <param name="ReleasedPrecision">day, month, quarter, year; not_before: that year or a later one.</param>
    /// <param name="ReleasedBasis">How the date is known, in English.</param>
    /// <param name="RetrievedAt">The day; cards record no time of day.</param>
    /// <param name="RetrievedAtBasis">What that day is, in English.</param>
    public sealed record Source(
        string SourceId, string Vintage, string Producer, string Title, string? Citation, string? Attribution, string Licence, string? Url,
        string Released, string ReleasedPrecision, string? ReleasedBasis, string RetrievedAt, string? RetrievedAtBasis, string SnapshotSha256);
}
