using System.Text.Json;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.UNSD;

/// <summary>
/// The UN's SDG database by its programming interface: one series after the other, page by page. It cannot be asked by
/// year, prints areas as numbers without leading zeros and years with a decimal point.
/// </summary>
internal sealed class UnSdgApi : IAgencyFetcher
{
    private static readonly string[] Accept = ["application/json", "text/json"];
    private static readonly string[] PageFields = ["totalElements", "totalPages", "pageNumber", "data"];
    private static readonly string[] MorePageFields = ["size", "attributes", "dimensions"];
    private static readonly string[] RowFields = ["goal", "target", "indicator", "series", "geoAreaCode", "geoAreaName", "timePeriodStart", "value", "attributes", "dimensions"];

    private static readonly string[] MoreRowFields =
    [
        "seriesDescription", "seriesCount", "valueType", "time_detail", "timeCoverage", "upperBound", "lowerBound", "basePeriod", "source", "geoInfoUrl", "footnotes",
    ];

    private static readonly string[] Attributes = ["Nature", "Units", "Observation Status"];
    private static readonly string[] Dimensions = ["Reporting Type", "Sex", "Age", "Quantile", "Location"];

    public string Kind => "un_sdg_api";

    public async Task<AgencyAnswer?> Fetch(AgencyQuestion question, AgencyLine line, CancellationToken cancellation)
    {
        var rows = new SourceRows(question.Source, [.. question.Source.Columns, .. question.Source.OptionalColumns]);
        line.Total = question.Series.Count;
        foreach (var series in question.Series)
        {
            var pages = new PageCount();
            do
            {
                pages = await line.Ask(question.Path([series], (int)pages.Number + 1), Accept, bytes => Page(bytes, series, rows, pages), cancellation);
                line.Total += pages.Number == 1 ? (int)Math.Max(0, pages.Pages - 1) : 0;
            }
            while (pages.HasMore);
        }

        return new AgencyAnswer(rows) { Notes = "Read from the SDG API, which prints no ISO3 codes: that column is empty. Area codes are written with three digits." };
    }

    private static (PageCount, long) Page(Stream bytes, string series, SourceRows rows, PageCount before)
    {
        using var json = Shape.Json(bytes);
        var page = Shape.Fields(json.RootElement, PageFields, MorePageFields, "the page");
        var data = page.GetProperty("data");
        if (data.ValueKind != JsonValueKind.Array)
        {
            throw new FetchException("has no list in data");
        }

        var now = before.Next(Shape.Count(page, "pageNumber"), Shape.Count(page, "totalPages"), Shape.Count(page, "totalElements"), data.GetArrayLength());
        foreach (var row in data.EnumerateArray())
        {
            Add(rows, row, series);
        }

        return (now, data.GetArrayLength());
    }

    private static void Add(SourceRows rows, JsonElement row, string series)
    {
        Shape.Fields(row, RowFields, MoreRowFields, "a row");
        var attributes = Shape.Fields(row.GetProperty("attributes"), [], Attributes, "attributes");
        var dimensions = Shape.Fields(row.GetProperty("dimensions"), [], Dimensions, "dimensions");
        if (Shape.Text(row, "series") is var sent && sent != series)
        {
            throw new FetchException($"has rows of the series '{sent}' where '{series}' was asked for");
        }

        rows.Add(column => column switch
        {
            "Goal" => Shape.Text(row, "goal"),
            "Target" => Shape.Text(row, "target"),
            "Indicator" => Shape.Text(row, "indicator"),
            "SeriesCode" => series,
            "SeriesDescription" => Shape.Text(row, "seriesDescription"),
            "GeoAreaCode(M49)" => ThreeDigits(Shape.Text(row, "geoAreaCode")),
            "GeoAreaName" => Shape.Text(row, "geoAreaName"),
            "ISO3" => "",
            "TimePeriod" => WholeYear(Shape.Text(row, "timePeriodStart")),
            "Value" => Shape.Text(row, "value"),
            "Time_Detail" => Shape.Text(row, "time_detail"),
            "Source" => Shape.Text(row, "source"),
            "FootNote" => Shape.Text(row, "footnotes"),
            "Nature" or "Units" or "Observation Status" => Shape.Text(attributes, column),
            "Reporting Type" or "Sex" or "Age" or "Quantile" or "Location" => Shape.Text(dimensions, column),
            _ => throw new ArgumentException($"No field is known for {column}."),
        });
    }

    /// <summary>004, not 4: M49 codes are text.</summary>
    private static string ThreeDigits(string area) => area.All(char.IsAsciiDigit) ? area.PadLeft(3, '0') : area;

    /// <summary>2000, not 2000.0; what is no whole year stays as it is, for the models to refuse.</summary>
    private static string WholeYear(string year) =>
        year.IndexOf('.', StringComparison.Ordinal) is var point and > 0 && year.AsSpan(point + 1).TrimStart('0').IsEmpty ? year[..point] : year;
}
