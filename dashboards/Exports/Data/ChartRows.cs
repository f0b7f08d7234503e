using System.Text.Json;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>
/// The values that a chart draws, read again from the warehouse by their keys, with all that is known of them. What the
/// page worked out itself is told as such; what has no value is a row that says so.
/// </summary>
internal static class ChartRows
{
    /// <summary>SDMX: there is no value.</summary>
    public const string NoValue = "O";

    private const string Keys = """
        with asked as (
            select unnest(from_json($keys::json, '[{"place":"INTEGER","indicator_id":"VARCHAR","ref_area":"VARCHAR","time_period":"INTEGER","sex":"VARCHAR","contingency":"VARCHAR","source_id":"VARCHAR","vintage":"VARCHAR"}]'), recursive := true)
        )
        """;

    private const string OfValues = $"""
        {Keys}
        select k.place as Place,
            {ValuesQuery.Columns}
        from asked as k
        join indicators.indicator_value as v
            on v.indicator_id = k.indicator_id and v.ref_area = k.ref_area and v.time_period = k.time_period and v.sex = k.sex and v.contingency = k.contingency
        left join indicators.ref_area as a on a.ref_area = v.ref_area
        where k.source_id is null
        """;

    private static readonly string OfCoverage = $"""
        {Keys}
        select k.place as Place,
            {ObservationsQuery.Columns("k.indicator_id")}
        from asked as k
        join indicators.coverage as c
            on c.source_id = k.source_id and c.vintage = k.vintage and c.ref_area = k.ref_area and c.time_period = k.time_period and c.sex = k.sex and c.contingency = k.contingency
        left join indicators.ref_area as a on a.ref_area = c.ref_area
        where k.source_id is not null
        """;

    /// <summary>In the order of the marks, each published value once.</summary>
    /// <exception cref="InvalidOperationException">A chart draws what the warehouse does not hold: a fault of ours, and no file is made of it.</exception>
    public static IReadOnlyList<ObservationRow> Of(PageView view, ChartSpec spec)
    {
        var keys = spec.Marks.Where(mark => mark.Value is not null).SelectMany(mark => mark.Keys).Distinct().ToList();
        var published = Published(view, [.. keys.Concat(spec.Marks.SelectMany(mark => ComputedRows.KeysOf(mark))).Distinct()]);
        if (keys.Find(key => !published.ContainsKey(key)) is { } unknown)
        {
            throw new InvalidOperationException($"{unknown} is drawn, and does not stand in the warehouse.");
        }

        var computed = new ComputedRows(view, spec, published);
        var written = new HashSet<ValueKey>();
        return [.. spec.Marks.SelectMany(RowsOf), .. spec.Kind == ChartKind.Map ? Hatched(view, spec, keys) : []];

        IEnumerable<ObservationRow> RowsOf(ChartMark mark) => mark switch
        {
            { Value: null, Basis: null } => [Missing(view, mark.RefArea, mark.Label, mark.Keys is [var asked, ..] ? asked : null)],
            { Value: null } => [computed.Missing(mark)],
            { Keys.Count: > 0 } => mark.Keys.Where(written.Add).Select(key => published[key]),
            _ when computed.Standard(mark) is { } same => written.Add(mark.Basis!.Standard!) ? [same] : [],
            _ => [computed.Of(mark)],
        };
    }

    /// <summary>Those that there are.</summary>
    private static Dictionary<ValueKey, ObservationRow> Published(PageView view, List<ValueKey> keys)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var json = JsonSerializer.Serialize(keys.Select((key, place) => new
        {
            place, indicator_id = key.IndicatorId, ref_area = key.RefArea, time_period = key.TimePeriod, sex = key.Sex, contingency = key.Contingency, source_id = key.SourceId, vintage = key.Vintage,
        }));
        var bound = new { keys = json, lang = view.State.Language.Code };
        var rows = new[] { OfValues, OfCoverage }.SelectMany(sql => view.Session.Query<ObservationRow>(sql, bound)).ToLookup(row => row.Place);
        return keys.Select((key, place) => (key, Row: Only(key, rows[place]))).Where(pair => pair.Row is not null).ToDictionary(pair => pair.key, pair => pair.Row!);

        static ObservationRow? Only(ValueKey key, IEnumerable<ObservationRow> found) => found.Count() < 2
            ? found.SingleOrDefault()
            : throw new InvalidOperationException($"{key} stands {found.Count()} times in the warehouse.");
    }

    /// <summary>Areas that a map hatches: they have no mark, and no value.</summary>
    private static IEnumerable<ObservationRow> Hatched(PageView view, ChartSpec spec, List<ValueKey> keys)
    {
        var drawn = spec.Marks.Select(mark => mark.RefArea).ToHashSet();
        return MapShapes.World.Areas.Keys.Where(area => !drawn.Contains(area)).Order(StringComparer.Ordinal)
            .Select(area => Missing(view, area, view.Vocabulary.Areas.GetValueOrDefault(area)?.NameIn(view.State.Language) ?? area, keys is [var like, ..] ? like with { RefArea = area } : null));
    }

    /// <param name="asked">The value that there is not, as far as the chart says, and the release it is not in; its year is not known.</param>
    private static ObservationRow Missing(PageView view, string area, string label, ValueKey? asked) => new()
    {
        IndicatorId = asked?.IndicatorId ?? "",
        RefArea = asked?.RefArea ?? AreaOf(view, area),
        RefAreaName = label,
        Sex = asked?.Sex ?? "",
        Contingency = asked?.Contingency ?? "",
        UnitMeasure = asked is null ? "" : IndicatorCard.Find(view.Session, view.State.Language, asked.IndicatorId)?.UnitMeasure ?? "",
        ObsStatus = NoValue,
        CommentObs = view.T["chart.nodata"],
        SourceId = asked?.SourceId ?? "",
        Vintage = asked?.Vintage ?? "",
    };

    /// <summary>What is no area (a benefit, an option) is named by its label alone.</summary>
    private static string AreaOf(PageView view, string code) => view.Vocabulary.Areas.ContainsKey(code) ? code : "";
}
