using System.Globalization;
using System.Text.Json;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.WorldBank;

/// <summary>
/// The World Bank's API, version 2: several indicators at a time, page by page. Errors come as an answer like any other,
/// with the status 200 and another shape.
/// </summary>
internal sealed class WorldBankApi : IAgencyFetcher
{
    private static readonly string[] Accept = ["application/json", "text/json"];
    private static readonly string[] HeaderFields = ["page", "pages", "per_page", "total", "lastupdated"];
    private static readonly string[] MoreHeaderFields = ["sourceid", "sourcename"];
    private static readonly string[] RowFields = ["indicator", "country", "countryiso3code", "date", "value"];
    private static readonly string[] MoreRowFields = ["unit", "obs_status", "decimal", "scale"];
    private static readonly string[] Pair = ["id", "value"];

    public string Kind => "worldbank_api";

    public async Task<AgencyAnswer?> Fetch(AgencyQuestion question, AgencyLine line, CancellationToken cancellation)
    {
        var rows = new SourceRows(question.Source, question.Source.Columns);
        string? updated = null;
        var calls = question.Series.Chunk(question.Way.SeriesPerRequest).ToList();
        line.Total = calls.Count;
        foreach (var series in calls)
        {
            var pages = new PageCount();
            do
            {
                (pages, var on) = await line.Ask(question.Path(series, (int)pages.Number + 1), Accept, bytes => Page(bytes, series, rows, pages), cancellation);
                if ((updated ??= on) != on)
                {
                    throw new FetchException($"The World Bank's data were updated ({updated}, then {on}) while they were read.");
                }

                line.Total += pages.Number == 1 ? (int)Math.Max(0, pages.Pages - 1) : 0;
            }
            while (pages.HasMore);
        }

        return DateOnly.TryParseExact(updated, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var released)
            ? new AgencyAnswer(rows) { ReleasedOn = released, ReleasedOnBasis = "Last-updated date printed with the data." }
            : new AgencyAnswer(rows);
    }

    private static ((PageCount, string), long) Page(Stream bytes, IReadOnlyList<string> series, SourceRows rows, PageCount before)
    {
        using var json = Shape.Json(bytes);
        var root = json.RootElement;
        if (ErrorOf(root) is { } error)
        {
            throw new FetchException($"is an error: {error} (asked for {string.Join(", ", series)})");
        }

        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() != 2)
        {
            throw new FetchException("is not a list of a page header and rows");
        }

        var header = Shape.Fields(root[0], HeaderFields, MoreHeaderFields, "the page header");
        // No rows at all are printed as null.
        var count = root[1].ValueKind == JsonValueKind.Array ? root[1].GetArrayLength() : 0;
        var now = before.Next(Shape.Count(header, "page"), Shape.Count(header, "pages"), Shape.Count(header, "total"), count);
        foreach (var row in root[1].EnumerateArray())
        {
            Add(rows, row, series);
        }

        return ((now, Shape.Text(header, "lastupdated")), count);
    }

    private static string? ErrorOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 && root[0].ValueKind == JsonValueKind.Object && root[0].TryGetProperty("message", out var messages)
        && messages.ValueKind == JsonValueKind.Array
            ? string.Join("; ", messages.EnumerateArray().Where(m => m.ValueKind == JsonValueKind.Object).Select(m => $"{Shape.Text(m, "key")}: {Shape.Text(m, "value")}"))
            : null;

    /// <summary>A cell without a value has no row.</summary>
    private static void Add(SourceRows rows, JsonElement row, IReadOnlyList<string> series)
    {
        Shape.Fields(row, RowFields, MoreRowFields, "a row");
        var indicator = Shape.Fields(row.GetProperty("indicator"), Pair, [], "indicator");
        var country = Shape.Fields(row.GetProperty("country"), Pair, [], "country");
        var code = Shape.Text(indicator, "id");
        if (!series.Contains(code))
        {
            throw new FetchException($"has rows of the indicator '{code}', which was not asked for");
        }

        if (row.GetProperty("value").ValueKind == JsonValueKind.Null)
        {
            return;
        }

        rows.Add(column => column switch
        {
            // Some groups have no ISO3 code; then their own code is all there is.
            "country_code" => Shape.Text(row, "countryiso3code") is { Length: > 0 } iso3 ? iso3 : Shape.Text(country, "id"),
            "country_name" => Shape.Text(country, "value"),
            "indicator_code" => code,
            "year" => Shape.Text(row, "date"),
            "value" => Shape.Text(row, "value"),
            _ => throw new ArgumentException($"No field is known for {column}."),
        });
    }
}
