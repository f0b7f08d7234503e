using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Api;

/// <summary><c>/api/v1/indicators.csv</c> and <c>.xlsx</c>: the catalogue as a table, with how far each indicator reaches.</summary>
internal sealed class Catalogue(ApiReading reading, ExportFormat format) : IResult
{
    private static readonly string Sql = $"""
        select i.IndicatorId as INDICATOR, i.Title as TITLE, i.Topic as TOPIC, i.Definition as DEFINITION, i.Unit as UNIT, i.UnitMeasure as UNIT_MEASURE,
            i.Direction as DIRECTION, i.Formula as FORMULA, i.Caveats as CAVEATS, i.Sources as SOURCE_IDS,
            r.observations as OBSERVATIONS, r.countries as COUNTRIES, r.first_year as FIRST_YEAR, r.last_year as LAST_YEAR
        from ({IndicatorsQuery.Sql}) as i
        left join (
            select v.indicator_id, count(*) as observations, count(distinct v.ref_area) filter (where a.kind = 'country') as countries,
                min(v.time_period)::integer as first_year, max(v.time_period)::integer as last_year
            from indicators.indicator_value as v left join indicators.ref_area as a on a.ref_area = v.ref_area
            group by v.indicator_id
        ) as r on r.indicator_id = i.IndicatorId
        order by i.IndicatorId
        """;

    public static ApiProblem? ProblemOf(HttpRequest request, ExportFormat format)
    {
        var given = new ApiParameters(request.Query);
        given.AllowOnly([Urls.Lang, Urls.Vintage, .. format == ExportFormat.Csv ? [ExportAsked.CsvName] : Array.Empty<string>()]);
        given.Code(ExportAsked.CsvName, "plain or excel", text => text is "plain" or "excel" ? text : null);
        return given.Problem;
    }

    public async Task ExecuteAsync(HttpContext context)
    {
        var session = reading.Session!;
        context.Response.ContentType = format.MediaType;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"spindicators-indicators-{session.Vintage}{format.Ending}" }.ToString();
        using var rows = session.Stream(Sql, new Dictionary<string, object?> { ["lang"] = reading.Language.Code });
        var to = context.Response.BodyWriter;
        if (format == ExportFormat.Csv)
        {
            var dialect = context.Request.Query[ExportAsked.CsvName] == "excel" ? CsvDialect.Excel : CsvDialect.Plain;
            await TableWriter.Csv(rows, CsvFile.Begin(to, dialect, reading.Language), to, context.RequestAborted);
            return;
        }

        using var bytes = new MemoryStream();
        using (var workbook = new WorkbookWriter(bytes))
        {
            workbook.Add("Indicators", rows);
        }

        await to.WriteAsync(bytes.ToArray(), context.RequestAborted);
    }
}
