using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Api.Description;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;
using SpIndicators.Warehouse.Explaining;

namespace SpIndicators.Dashboards.Api;

/// <summary><c>/api/v1</c>: the catalogue of indicators and their observations as JSON.</summary>
internal static class ApiEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>Keys of the texts that say how an answer is read.</summary>
    private static readonly string[] Notes = ["api.note.sources", "api.note.dates", "api.note.values", "api.note.revisions"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ApiIndicatorsPath, Indicators).WithMetadata(new ApiQuestion(ProblemOfIndicators));
        app.MapGet(Urls.ApiObservationsPath, Observations).WithMetadata(new ApiQuestion((request, known) => ObservationsQuestion.Read(request.Query, known).Problem));
        app.MapGet(Urls.ApiRevisionsPath, Revisions).WithMetadata(new ApiQuestion((request, known) => RevisionsQuestion.Read(request.Query, known).Problem));
        app.MapGet(Urls.ApiExplainPath, Explain).WithMetadata(new ApiQuestion((request, known) => ExplainQuestion.Read(request.Query, known).Problem));
        foreach (var format in new[] { ExportFormat.Csv, ExportFormat.Xlsx })
        {
            app.MapGet(Urls.ApiIndicatorsPath + format.Ending, (ApiReading reading) => reading.Problem?.AsResult() ?? new Catalogue(reading, format))
                .WithMetadata(new ApiQuestion((request, _) => Catalogue.ProblemOf(request, format)));
        }

        app.MapGet(Urls.ApiOpenApiPath, Description).WithMetadata(new ApiQuestion(ProblemOfDescription));
        Tables.TableEndpoints.Map(app);
        Tables.BulkEndpoint.Map(app);
        Sdmx.SdmxEndpoints.Map(app);
        app.Map($"{Urls.ApiPrefix}/{{**rest}}", (HttpRequest request) => Results.Problem(
            title: "There is no such address in the API.",
            detail: $"All addresses stand in {Urls.ApiOpenApiPath}.",
            statusCode: StatusCodes.Status404NotFound));
    }

    private static ApiProblem? ProblemOfIndicators(HttpRequest request, Vocabulary known)
    {
        var given = new ApiParameters(request.Query);
        given.AllowOnly(Urls.Lang, Urls.Vintage);
        return given.Problem;
    }

    private static ApiProblem? ProblemOfDescription(HttpRequest request, Vocabulary known)
    {
        var given = new ApiParameters(request.Query);
        given.AllowOnly(Urls.Vintage);
        return given.Problem;
    }

    /// <summary>Its examples name the edition that is published, so that they can be asked.</summary>
    private static IResult Description(HttpRequest request, ApiReading reading) =>
        reading.Problem?.AsResult() ?? Results.Json(OpenApiDocument.Of(Json, reading.Session!.Vintage, request.PathBase), Json);

    private static IResult Indicators(ApiReading reading)
    {
        if (reading.Problem is { } problem)
        {
            return problem.AsResult();
        }

        var rows = IndicatorsQuery.Run(reading.Session!, reading.Language);
        return Results.Json(new { reading.Session!.Vintage, Lang = reading.Language.Code, Total = rows.Count, Limit = rows.Count, Offset = 0, Rows = rows }, Json);
    }

    private static IResult Observations(HttpRequest request, ApiReading reading, Vocabularies vocabularies)
    {
        if (reading.Problem is { } problem)
        {
            return problem.AsResult();
        }

        var question = ObservationsQuestion.Read(request.Query, vocabularies.Of(reading.Session!)).Question!;
        var (total, rows) = question.IsOfReleases
            ? ObservationsQuery.Run(reading.Session!, question, reading.Language)
            : ValuesQuery.Run(reading.Session!, question, reading.Language);
        var words = Texts.In(reading.Language);
        PageLinks.Add(request.HttpContext, total, question.Limit, question.Offset);
        return Results.Json(
            new
            {
                reading.Session!.Vintage,
                Lang = reading.Language.Code,
                Notes = Notes.Select(key => words[key]),
                total,
                question.Limit,
                question.Offset,
                Rows = rows,
                Sources = ProvenanceQuery.Run(reading.Session, rows, reading.Language),
                Flags = FlagsQuery.Run(reading.Session, reading.Language),
            },
            Json);
    }

    private static IResult Revisions(HttpRequest request, ApiReading reading, Vocabularies vocabularies)
    {
        if (reading.Problem is { } problem)
        {
            return problem.AsResult();
        }

        var question = RevisionsQuestion.Read(request.Query, vocabularies.Of(reading.Session!)).Question!;
        var (total, rows) = RevisionsQuery.Run(reading.Session!, question, reading.Language);
        PageLinks.Add(request.HttpContext, total, question.Limit, question.Offset);
        var releases = rows.SelectMany(row => new[] { (row.SourceId, row.Vintage), (row.SourceId, row.VintageBefore) });
        return Results.Json(
            new
            {
                reading.Session!.Vintage,
                Lang = reading.Language.Code,
                Release = question.Release.ToString(),
                total,
                question.Limit,
                question.Offset,
                Rows = rows,
                Sources = ProvenanceQuery.Of(reading.Session, releases, reading.Language),
            },
            Json);
    }

    private static IResult Explain(HttpRequest request, ApiReading reading, Vocabularies vocabularies)
    {
        if (reading.Problem is { } problem)
        {
            return problem.AsResult();
        }

        var key = ExplainQuestion.Read(request.Query, vocabularies.Of(reading.Session!)).Key!;
        return Explainer.Explain(reading.Session!, key, reading.Language.Code) is { } explanation
            ? Results.Json(explanation, Json)
            : Results.Problem(
                title: "No such value is published.",
                detail: $"There is no value of {key.Indicator} for {key.RefArea} in that year, sex and contingency: no data, or a rule that keeps it back.",
                statusCode: StatusCodes.Status404NotFound);
    }
}
