using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Workbooks;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The calculator's page as a workbook, at the same query.</summary>
internal static class CalculatorDownload
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Urls.CalculatorWorkbookPath, Answer)
        .WithMetadata(new CalculatorParametersAttribute(), new TakesGroupsAttribute(), new FollowsAttribute(Urls.Country));

    private static IResult Answer(HttpContext context, PublishedWarehouse warehouse, Vocabularies vocabularies, KeptInputs kept, ExportOptions options)
    {
        using var view = PageView.TryRead(context.Request, warehouse, vocabularies);
        if (view is null)
        {
            return Results.Problem(title: Texts.In(new ViewStateReader(context.Request.Query).ReadLanguage())["calculator.xlsx.unpublished"], statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        // A file is kept and passed on: it must not be of another scenario than was asked for.
        if (view.Ignored is [var slip, ..])
        {
            return Results.Problem(
                title: view.T["calculator.xlsx.refused"], detail: $"{slip.Name}={slip.Value} {view.T[slip.Reason, slip.Bound]}", statusCode: StatusCodes.Status400BadRequest);
        }

        var model = CalculatorModel.Read(view.Session, view.Vocabulary, view.State, view.Own<CalculatorState>(), kept);
        if (model.Inputs is not { } inputs)
        {
            return Results.Problem(
                title: view.T["calculator.xlsx.refused"], detail: view.T["calculator.xlsx.country"], statusCode: StatusCodes.Status400BadRequest);
        }

        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(WorkbookFile.Of(CalculatorWorkbook.Sheets(model, options.OriginOf(context.Request) + model.Url)), ContentType, $"calculator-{inputs.RefArea}-{model.Words.Vintage}.xlsx");
    }
}
