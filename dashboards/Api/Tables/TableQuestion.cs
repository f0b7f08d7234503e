using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Api.Tables;

/// <summary>What an address of <c>/api/v1/data</c> asks for: an indicator or all, filters, a format.</summary>
/// <param name="Rows">Without limit: all that the filters leave.</param>
internal sealed record TableQuestion(ObservationsQuestion Rows, ExportFormat Format, CsvDialect Csv)
{
    /// <summary>True for every indicator at once.</summary>
    public bool IsAll => Rows.Indicator == Urls.AllIndicators;

    /// <summary>Neither a question nor a problem: the address leads nowhere.</summary>
    public static (TableQuestion? Question, ApiProblem? Problem) Read(HttpRequest request, Vocabulary known)
    {
        var (name, format) = TableFormat.Of(request.RouteValues["file"] as string ?? "");
        var indicator = name.Equals(Urls.AllIndicators, StringComparison.OrdinalIgnoreCase) ? Urls.AllIndicators : known.Indicator(name);
        if (indicator is null || format is null)
        {
            return (null, null);
        }

        var given = new ApiParameters(request.Query);
        given.AllowOnly([.. ObservationsQuestion.Filters, Urls.Lang, Urls.Vintage, .. format == ExportFormat.Csv ? [ExportAsked.CsvName] : Array.Empty<string>()]);
        var csv = given.Code(ExportAsked.CsvName, "plain or excel", text => text is "plain" or "excel" ? text : null);
        var (rows, problem) = ObservationsQuestion.Of(given, known, indicator, int.MaxValue, 0);
        return rows is null ? (null, problem) : (new(rows, format, csv == "excel" ? CsvDialect.Excel : CsvDialect.Plain), null);
    }

    /// <summary><c>spindicators-coverage-KEN-SEN-2015..2023-2026-11-23.csv</c>.</summary>
    public string FileName(string vintage, string lang) =>
        Exports.FileName.Of(
            ["spindicators", Rows.Indicator, .. Rows.Countries.Take(8), Rows.Contingency ?? "", Rows.Sex ?? "", Rows.Time?.ToString() ?? "", Rows.Release?.ToString() ?? "", lang == "en" ? "" : lang], [Csv == CsvDialect.Excel ? "excel" : "", vintage]) + Format.Ending;
}
