using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Serving;

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

        return TableQuestion.Read(request, vocabularies.Of(reading.Session!)).Question is { } question
            ? new TableAnswer(question, reading)
            : Results.Problem(
                title: "There is no such table.",
                detail: $"A table is the id of an indicator ({Urls.ApiIndicatorsPath} lists them) or '{Urls.AllIndicators}', with one of the endings {string.Join(", ", TableFormat.All.Select(format => format.Ending))}.",
                statusCode: StatusCodes.Status404NotFound);
    }
}
