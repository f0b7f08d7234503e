using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Country;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary><c>/country/KEN/report-pack.zip</c>: what an SDG report of a country needs of indicator 1.3.1, in one packed file.</summary>
internal static class ReportPackDownload
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Urls.ReportPackRoute, Answer).WithMetadata(new FollowsAttribute(Urls.Time, Urls.Release), new CountryParametersAttribute(), new AwayAttribute());

    private static async Task<IResult> Answer(
        string code, HttpContext context, PublishedWarehouse warehouse, Vocabularies vocabularies, ChartPictures pictures, ExportOptions options, TimeProvider time)
    {
        using var view = PageView.TryRead(context.Request, warehouse, vocabularies);
        if (view is null)
        {
            return Results.Problem(title: Texts.In(new ViewStateReader(context.Request.Query).ReadLanguage())["calculator.xlsx.unpublished"], statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (view.Ignored is [var slip, ..])
        {
            return Results.Problem(title: view.T["export.refused"], detail: $"{slip.Name}={slip.Value} {view.T[slip.Reason, slip.Bound]}", statusCode: StatusCodes.Status400BadRequest);
        }

        if (view.Vocabulary.AreaCode(code) is not { } known || view.Vocabulary.Areas[known] is not { IsCountry: true } country || ReportFigures.Read(view, country) is not { } data)
        {
            return Results.Problem(title: view.T["pack.none"], detail: $"{code} {view.State.Time} {view.State.Release}".TrimEnd(), statusCode: StatusCodes.Status404NotFound);
        }

        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var origin = options.OriginOf(context.Request);
        // A part of what there is leads back to itself: the page of the country shows no such part.
        Func<ViewState, string> place = data.IsPart ? state => Urls.ReportPack(state, known) : state => Urls.CountryPage(state, known);
        var charts = new List<(string Name, string Svg)>();
        foreach (var spec in ReportCharts.Of(data))
        {
            var taken = new TakenChart(view, new ShelvedChart(spec, []), origin, day, place);
            charts.Add((spec.Id, (await pictures.Render(spec, taken.Frame, PictureSize.Chart, PictureTheme.Light, 1, view.State.Language.Code)).Svg));
        }

        context.Response.Headers.CacheControl = "no-cache";
        var name = FileName.Of(["sdg-1-3-1", known, data.Years ?? "", view.State.Release?.ToString() ?? "", view.State.Language.Code], [view.Session.Vintage]);
        return Results.Bytes(Packed(data, charts, origin + place(view.Frozen), day), ExportFormat.Zip.MediaType, $"{name}.zip");
    }

    private static byte[] Packed(ReportFigures data, IEnumerable<(string Name, string Svg)> charts, string address, DateOnly day)
    {
        var exported = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("readme.md", Encoding.UTF8.GetBytes(string.Join("\n\n", Readme(data, address, exported)) + "\n"));
            Add("un-sdg/sdg-1-3-1.csv", UnSdgTable.Of(data));
            Add("open-sdg/data/indicator_1-3-1.csv", OpenSdg.Data(data));
            Add("open-sdg/indicator-config/1-3-1.yml", OpenSdg.Settings(data));
            Add("open-sdg/meta/1-3-1.yml", OpenSdg.Metadata(data, address, exported));
            Add("data.csv", Table(data));
            Add("sources.csv", SourceTable(data));
            foreach (var (name, svg) in charts)
            {
                Add($"charts/{name}.svg", Encoding.UTF8.GetBytes(svg));
            }

            void Add(string name, byte[] content)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<string> Readme(ReportFigures data, string address, string exported)
    {
        var t = data.T;
        yield return "# " + t["pack.title", data.Country.NameIn(data.View.State.Language)];
        yield return t["pack.name"];
        yield return t["pack.files"];
        yield return t["pack.un"];
        if (data.Years is { } years)
        {
            yield return t["pack.period", data.View.State.Time.ToString(), years.Replace("..", "–", StringComparison.Ordinal)];
        }

        if (data.IsPart)
        {
            yield return t["pack.no-peers"];
        }

        yield return t["pack.release", string.Join("; ", data.Sources.Select(source => $"{source.Producer}, {source.Title} ({source.Vintage}), {source.Licence}"))];
        yield return Nature.Statement(data);
        yield return t["pack.unverified"];
        if (data.Rows.Any(row => row.Flags.Count > 0))
        {
            yield return t["pack.flags"];
            yield return string.Join('\n', Nature.Flags(data).Select(flag => $"- {flag}"));
        }

        yield return t["export.readme.missing"];
        yield return t["export.citation", string.Join("; ", data.Sources.Select(source => $"{source.Producer}, {source.Title} ({source.Vintage})")), data.View.Session.Vintage, exported, address];
    }

    private static byte[] Table(ReportFigures data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        ChartFiles.Write(new CsvFile(bytes), data.Rows);
        return bytes.WrittenSpan.ToArray();
    }

    private static byte[] SourceTable(ReportFigures data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var file = new CsvFile(bytes);
        foreach (var column in ChartFiles.SourceColumns)
        {
            file.Cell(column);
        }

        file.EndRow();
        foreach (var source in data.Sources)
        {
            foreach (var cell in ChartFiles.CellsOf(source))
            {
                file.Cell(cell);
            }

            file.EndRow();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
