using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Sdmx;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>
/// The REST interface of SDMX, in the words of version 3.0 (<c>/structure</c>, <c>/data/dataflow</c>) and of 2.1
/// (<c>/rest</c>), for one dataflow. Failures are problem details, with the status SDMX gives them.
/// </summary>
internal static class SdmxEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        const string maintained = "{kind}/{agency?}/{id?}/{version?}";
        Question(app, $"{Urls.ApiSdmxPath}/structure/{maintained}", StructureProblem, (HttpRequest request, ApiReading reading) => StructureAnswer(request, reading, SdmxFormat.Json));
        Question(app, $"{Urls.ApiSdmxPath}/rest/{maintained}", StructureProblem, (HttpRequest request, ApiReading reading) => StructureAnswer(request, reading, SdmxFormat.Xml));
        Question(app, $"{Urls.ApiSdmxPath}/data/dataflow/{{agency}}/{{id}}/{{version}}/{{key?}}", DataProblem, (HttpRequest request, ApiReading reading) => DataAnswer(request, reading, SdmxFormat.Csv));
        Question(app, $"{Urls.ApiSdmxPath}/rest/data/{{flow}}/{{key?}}/{{provider?}}", DataProblem, (HttpRequest request, ApiReading reading) => DataAnswer(request, reading, SdmxFormat.Xml));
    }

    private static void Question(IEndpointRouteBuilder app, string path, Func<HttpRequest, ApiProblem?> problem, Delegate answer) =>
        app.MapGet(path, answer).WithMetadata(new ApiQuestion((request, _) => problem(request)), new StreamedAttribute());

    private static ApiProblem? StructureProblem(HttpRequest request)
    {
        var given = new ApiParameters(request.Query);
        given.AllowOnly(StructureAsked.ReferencesName, SeriesShown.DetailName, SdmxFormats.Name, Urls.Vintage);
        given.Code(StructureAsked.ReferencesName, $"one of {string.Join(", ", StructureAsked.References)}", text => StructureAsked.References.FirstOrDefault(known => known == text));
        if (given.Problem is { } problem)
        {
            return problem;
        }

        // Lists hold what the data use and nothing else: their part and their whole are the same.
        return request.Query[SeriesShown.DetailName] is { Count: > 0 } detail && !(detail is [{ } one] && StructureAsked.Details.Contains(one))
            ? new(SeriesShown.DetailName, $"one of {string.Join(", ", StructureAsked.Details)}", detail.ToString()) { IsOurLack = detail.ToString().Contains("stubs", StringComparison.Ordinal) }
            : null;
    }

    private static ApiProblem? DataProblem(HttpRequest request) => SeriesKey.Read(Route(request, "key"), request.Query).Problem;

    private static IResult StructureAnswer(HttpRequest request, ApiReading reading, SdmxFormat standard)
    {
        if (reading.Problem is { } problem)
        {
            return problem.AsResult();
        }

        var structure = Structure.Of(reading.Session!);
        var asked = StructureAsked.Of(
            Route(request, "kind") ?? "", Route(request, "agency"), Route(request, "id"), Route(request, "version"), request.Query[StructureAsked.ReferencesName],
            structure.CodeLists.Select(list => list.Id));
        if (asked is null)
        {
            return NothingHere($"There is the dataflow {Structure.Agency}:{Structure.Dataflow}({Structure.Version}), its datastructure {Structure.Dsd}, its conceptscheme {Structure.Concepts} and a codelist for each coded concept.");
        }

        return SdmxFormats.Chosen(request, standard, SdmxFormat.Json, SdmxFormat.Xml) switch
        {
            SdmxFormat.Json => Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(StructureJson.Of(structure, asked), ChartMetadata.Json), StructureJson.MediaType),
            SdmxFormat.Xml => Results.Bytes(StructureMl.Of(structure, asked), StructureMl.MediaType),
            _ => NotAcceptable("structures are written as SDMX-JSON 2.0 (json) and SDMX-ML 2.1 (xml)"),
        };
    }

    private static IResult DataAnswer(HttpRequest request, ApiReading reading, SdmxFormat standard)
    {
        if (reading.Problem is { } problem)
        {
            return problem.AsResult();
        }

        // 2.1 names the flow in one part: AGENCY,ID,VERSION, or its id alone.
        var flow = Route(request, "flow")?.Split(',');
        var (agency, id, version) = flow is null ? (Route(request, "agency"), Route(request, "id"), Route(request, "version"))
            : flow.Length == 1 ? (null, flow[0], null)
            : (flow[0], flow[1], flow.ElementAtOrDefault(2));
        if (id is null || StructureAsked.Of("dataflow", agency, id, version, null, []) is null)
        {
            return NothingHere($"There is one dataflow: {Structure.Agency}:{Structure.Dataflow}({Structure.Version}).");
        }

        var format = SdmxFormats.Chosen(request, standard, SdmxFormat.Csv, SdmxFormat.OldCsv, SdmxFormat.Json, SdmxFormat.Xml);
        if (format is null)
        {
            return NotAcceptable("data are written as SDMX-CSV 2.0 (csv; 1.0 for who accepts that), SDMX-JSON 2.0 (json) and as generic data of SDMX-ML 2.1 (xml)");
        }

        var key = SeriesKey.Read(Route(request, "key"), request.Query).Key!;
        var count = SeriesQuery.Count(key);
        return reading.Session!.Query<long>(count.Sql, count.Bound)[0] == 0
            ? NothingHere("No observation has these codes and years.")
            : new SeriesAnswer(reading, key, format.Value);
    }

    private static string? Route(HttpRequest request, string name) => request.RouteValues[name] as string;

    private static IResult NothingHere(string detail) =>
        Results.Problem(title: "No results found.", detail: detail, statusCode: StatusCodes.Status404NotFound);

    private static IResult NotAcceptable(string formats) =>
        Results.Problem(title: "Not in this format.", detail: $"Here {formats}; ask by Accept or by format=.", statusCode: StatusCodes.Status406NotAcceptable);

    private sealed class SeriesAnswer(ApiReading reading, SeriesKey key, SdmxFormat format) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var (response, session) = (context.Response, reading.Session!);
            // Read before the rows: a session answers one question at a time.
            var structure = Structure.Of(session);
            var table = format switch
            {
                SdmxFormat.Csv => SeriesQuery.Csv(key, SdmxCsv.Beginning),
                SdmxFormat.OldCsv => SeriesQuery.Csv(key, SdmxCsv.BeginningOfOld),
                _ => SeriesQuery.Rows(key),
            };
            using var rows = session.Stream(table.Sql, table.Bound);
            switch (format)
            {
                case SdmxFormat.Csv or SdmxFormat.OldCsv:
                    response.ContentType = format == SdmxFormat.Csv ? ExportFormat.SdmxCsv.MediaType : SdmxCsv.OldMediaType;
                    await TableWriter.Csv(rows, new CsvFile(response.BodyWriter), response.BodyWriter, context.RequestAborted);
                    break;
                case SdmxFormat.Json:
                    response.ContentType = DataJson.MediaType;
                    await DataJson.Write(rows, response.BodyWriter, structure, key.Shown.Detail, context.RequestAborted);
                    break;
                case SdmxFormat.Xml:
                    response.ContentType = GenericMl.MediaType;
                    await GenericMl.Write(rows, response.Body, structure.Prepared, key.Shown.Detail, context.RequestAborted);
                    break;
                default:
                    throw new InvalidOperationException($"No data are written as {format}.");
            }
        }
    }
}
