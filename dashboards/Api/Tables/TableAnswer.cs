using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>
/// Sends a table. What can be read from its beginning is sent as it is read; what has its directory at the end is first
/// made as a file that nobody else sees and that is gone with the answer.
/// </summary>
internal sealed class TableAnswer(TableQuestion question, ApiReading reading) : IResult
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = ChartMetadata.Json.Encoder, SkipValidation = true };

    private WarehouseSession Session => reading.Session!;

    public async Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = question.Format.MediaType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = question.FileName(Session.Vintage, reading.Language.Code) }.ToString();
        if (question.Format != ExportFormat.Metadata)
        {
            // A table alone does not say whose figures it holds and under which terms.
            response.Headers.Append(HeaderNames.Link, DescribedBy.Header(Address(context.Request, ExportFormat.Metadata)));
        }

        switch (question.Format)
        {
            case var format when format == ExportFormat.Csv:
                await Csv(response, TableQuery.Of(question.Rows, reading.Language), question.Csv, context.RequestAborted);
                break;
            case var format when format == ExportFormat.SdmxCsv:
                await Csv(response, TableQuery.OfSdmx(question.Rows, reading.Language), CsvDialect.Plain, context.RequestAborted);
                break;
            case var format when format == ExportFormat.Json:
                await Json(context);
                break;
            case var format when format == ExportFormat.Metadata:
                await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Metadata(context.Request), ChartMetadata.Json), context.RequestAborted);
                break;
            case var format when format == TableFormat.Parquet:
                await Parquet(context);
                break;
            case var format when format == ExportFormat.Xlsx:
                await Made(context, file => Task.Run(() => TableWorkbook.Write(Session, TableQuery.Of(question.Rows, reading.Language), Metadata(context.Request), Texts.In(reading.Language), file)));
                break;
            case var format when format == ExportFormat.Zip:
                await Made(context, file => TablePackage.Write(Session, TableQuery.Of(question.Rows, reading.Language), Metadata(context.Request), Texts.In(reading.Language), file, context.RequestAborted));
                break;
            default:
                throw new InvalidOperationException($"No table is written as {question.Format.Ending}.");
        }
    }

    private async Task Csv(HttpResponse response, TableQuery query, CsvDialect dialect, CancellationToken cancellation)
    {
        using var rows = Session.Stream(query.Sql, query.Bound);
        await TableWriter.Csv(rows, CsvFile.Begin(response.BodyWriter, dialect, reading.Language), response.BodyWriter, cancellation);
    }

    private async Task Json(HttpContext context)
    {
        var metadata = Metadata(context.Request);
        var query = TableQuery.Of(question.Rows, reading.Language);
        using var rows = Session.Stream(query.Sql, query.Bound);
        var to = context.Response.BodyWriter;
        using var json = new Utf8JsonWriter(to, JsonOptions);
        json.WriteStartObject();
        json.WritePropertyName("metadata");
        JsonSerializer.Serialize(json, metadata, ChartMetadata.Json);
        json.WritePropertyName("rows");
        await TableWriter.Json(rows, json, to, context.RequestAborted);
        json.WriteEndObject();
        json.Flush();
        await to.FlushAsync(context.RequestAborted);
    }

    private async Task Parquet(HttpContext context)
    {
        using var place = await context.RequestServices.GetRequiredService<ParquetPlaces>().Take(context.RequestAborted);
        if (place is null)
        {
            await Busy(context);
            return;
        }

        var query = TableQuery.Of(question.Rows, reading.Language);
        var about = Metadata(context.Request).InFile(Address(context.Request, ExportFormat.Metadata));
        await Made(context, async file =>
        {
            await Task.Run(() => ParquetFile.Write(Session.File, query.Sql, query.Bound, file, about));
            // Nobody waits for a slow line.
            place.Dispose();
        });
    }

    private static Task Busy(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentDisposition = default;
        headers.RetryAfter = ParquetPlaces.SecondsUntilNextTry.ToString(CultureInfo.InvariantCulture);
        headers.CacheControl = "no-store";
        return Results.Problem(
            title: "Other tables are being made.",
            detail: $"{ParquetPlaces.Most} files of Parquet are made at a time, and none was ready within {ParquetPlaces.Patience.TotalSeconds:0} s; csv is sent without waiting.",
            statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
    }

    private static async Task Made(HttpContext context, Func<string, Task> make)
    {
        // A folder of its own, in which DuckDB may also put down what does not fit into its memory.
        var folder = Directory.CreateTempSubdirectory("spindicators-").FullName;
        try
        {
            var file = Path.Combine(folder, "table");
            await make(file);
            context.Response.ContentLength = new FileInfo(file).Length;
            await context.Response.SendFileAsync(file, context.RequestAborted);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private TableMetadata Metadata(HttpRequest request) => TableMetadata.Of(Session, question, reading.Language, Address(request, question.Format));

    /// <summary>With the vintage frozen: what is kept says what it is of.</summary>
    private string Address(HttpRequest request, ExportFormat format)
    {
        var query = QueryString.Create(request.Query.Where(q => q.Key != Urls.Vintage && (q.Key != ExportAsked.CsvName || format == ExportFormat.Csv))).Add(Urls.Vintage, Session.Vintage);
        var origin = request.HttpContext.RequestServices.GetRequiredService<ExportOptions>().OriginOf(request);
        return $"{origin}{Urls.ApiData(question.Rows.Indicator, format.Ending)}{query}";
    }
}
