using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary><c>/api/v1/data/coverage.csv</c>: every value of an indicator, or of all, as a file; no page, no limit.</summary>
internal static class TableEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet($"{Urls.ApiDataPath}/{{file}}", Answer)
        .WithMetadata(new ApiQuestion((request, known) => TableQuestion.Read(request, known).Problem), new StreamedAttribute());

    private static IResult Answer(HttpRequest request, ApiReading reading, Vocabularies vocabularies)
    {
        if (reading.Problem is { } problem)
        {
            return problem.AsResult();
        }

        var question = TableQuestion.Read(request, vocabularies.Of(reading.Session!)).Question;
        if (question?.Format == ExportFormat.Xlsx && Count(question, reading) is > WorkbookWriter.MostRows and var rows)
        {
            return Results.Problem(
                title: "The table does not fit into a worksheet.",
                detail: $"It has {rows} rows; a worksheet holds {WorkbookWriter.MostRows}. Ask for csv or parquet, or for fewer rows.",
                statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        return question is not null
            ? new TableAnswer(question, reading)
            : Results.Problem(
                title: "There is no such table.",
                detail: $"A table is the id of an indicator ({Urls.ApiIndicatorsPath} lists them) or '{Urls.AllIndicators}', with one of the endings {string.Join(", ", TableFormat.All.Select(format => format.Ending))}.",
                statusCode: StatusCodes.Status404NotFound);
    }

    private static long Count(TableQuestion question, ApiReading reading)
    {
        var query = TableQuery.Count(question.Rows, reading.Language);
        return reading.Session!.Query<long>(query.Sql, query.Bound)[0];
    }
}
