using System.Globalization;
using System.Text.Json;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.IMF;

/// <summary>
/// The IMF's DataMapper: one indicator in one answer, as area → year → value. It has about half of the series and prints
/// neither units nor which years are estimates. Its groups have codes of their own (ADVEC), which nobody has matched yet.
/// </summary>
internal sealed class ImfDataMapper(TimeProvider time) : IAgencyFetcher
{
    private static readonly string[] Accept = ["application/json", "text/json"];

    public string Kind => "imf_datamapper";

    public async Task<AgencyAnswer?> Fetch(AgencyQuestion question, AgencyLine line, CancellationToken cancellation)
    {
        var rows = new SourceRows(question.Source, question.Source.Columns);
        line.Total = question.Series.Count;
        var known = question.Newest is { } newest ? SnapshotRows.Read(newest, question.Source, [question.Source.AreaColumn]).Distinct(question.Source.AreaColumn) : null;
        var leftOut = new SortedSet<string>(StringComparer.Ordinal);
        bool IsKnown(string area)
        {
            if (known?.Contains(area) == false)
            {
                leftOut.Add(area);
                return false;
            }

            return true;
        }

        foreach (var series in question.Series)
        {
            await line.Ask(question.Path([series]), Accept, bytes => Read(bytes, series, question.Way, rows, IsKnown), cancellation);
        }

        return new AgencyAnswer(rows)
        {
            Notes = "Read from the DataMapper, which prints no last actual year: years from that of retrieval on are marked as estimates, and no earlier ones."
                + (leftOut.Count > 0 ? $" Left out, being of codes that no snapshot has: {string.Join(", ", leftOut)}." : ""),
        };
    }

    private (bool, long) Read(Stream bytes, string series, FetchWay way, SourceRows rows, Func<string, bool> isKnown)
    {
        using var json = Shape.Json(bytes);
        if (json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.TryGetProperty("values", out _))
        {
            throw new FetchException($"has no values of {series}");
        }

        var values = Shape.Fields(json.RootElement, ["values"], ["api"], "the answer").GetProperty("values");
        var areas = Shape.Fields(values, [series], [], "values").GetProperty(series);
        var before = rows.Count;
        var thisYear = time.GetUtcNow().Year;
        foreach (var area in Shape.Entries(areas, $"values of {series} by area").Where(a => isKnown(a.Name)))
        {
            foreach (var cell in Shape.Entries(area.Value, $"values of {area.Name} by year").Where(c => c.Value.ValueKind != JsonValueKind.Null))
            {
                rows.Add(column => column switch
                {
                    "iso3" => area.Name,
                    "weo_subject_code" => series,
                    "year" => cell.Name,
                    "value" => Shape.Text(cell.Value),
                    "last_actual_year" => "",
                    "status" => int.TryParse(cell.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= thisYear ? "estimate" : "",
                    _ => NotPrinted(way, series, column),
                });
            }
        }

        return rows.Count > before ? (true, rows.Count - before) : throw new FetchException($"has no values of {series}");
    }

    private static string NotPrinted(FetchWay way, string series, string column) =>
        way.SeriesColumns.TryGetValue(series, out var columns) && columns.TryGetValue(column, out var text)
            ? text
            : throw new FetchException($"does not print {column} of {series}, and its card does not say it");
}
