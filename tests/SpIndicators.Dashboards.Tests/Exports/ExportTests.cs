using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>Charts of pages as files: the same address with another ending, compared with the warehouse value by value.</summary>
public sealed class ExportTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    private static readonly string[] PackedFiles = ["datapackage.json", "overview-map-2020-2026-01-01.csv", "overview-map-2020-2026-01-01.metadata.json", "readme.md"];

    [Theory]
    [InlineData("/overview", "c.contingency = 'TOTAL' and c.sex = '_T' and c.time_period between 2015 and 2020 and a.kind = 'country'")]
    [InlineData("/indicator", "c.contingency = 'TOTAL' and c.sex = '_T' and c.time_period between 2015 and 2020 and a.kind = 'country'")]
    public async Task Csv_ReadBackByDuckDb_HoldsTheRowsOfTheWarehouse(string page, string which)
    {
        using var answer = await dashboard.Get(page + ".csv");
        using var folder = new TemporaryFolder();
        var file = folder.Write("chart.csv", await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        duckdb.Execute($"attach '{dashboard.Warehouse.Folder.FileOf(SmallWarehouse.Vintage(SmallWarehouse.FirstVintage))}' as w (read_only)");
        var (written, same, published, without) = duckdb.QuerySingle<(long, long, long, long)>($"""
            with every as (from read_csv('{file}')),
            written as (from every where OBS_STATUS is distinct from 'O'),
            published as (
                select c.* from w.indicators.coverage as c join w.indicators.ref_area as a on a.ref_area = c.ref_area where c.is_default and {which})
            select (select count(*) from written),
                (select count(*) from written as r join published as c
                    on c.ref_area = r.REF_AREA and c.time_period = r.TIME_PERIOD and c.gap_pp = r.OBS_VALUE and r.INDICATOR = 'coverage_gap' and r.UNIT_MEASURE = 'PP'
                        and c.source_id = r.SOURCE_ID and c.vintage = r.SOURCE_VINTAGE::varchar and c.series_code = r.SERIES_CODE and c.snapshot_sha256 = r.SNAPSHOT_SHA256),
                (select count(*) from published),
                (select count(*) from every where OBS_STATUS = 'O' and OBS_VALUE is null and INDICATOR = 'coverage_gap' and REF_AREA not in (select REF_AREA from written))
            """);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((published, published), (written, same));
        Assert.InRange(published, 5, 100);
        // The map hatches all others: they are told, without a value.
        Assert.InRange(without, 200, 300);
    }

    [Fact]
    public async Task Csv_ForExcelInFrench_HasMarkSemicolonsAndCommas()
    {
        var bytes = await Bytes("/overview.csv?csv=excel&lang=fr");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.StartsWith("REF_AREA;REF_AREA_LABEL;", Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);
        Assert.Contains(";0,5;", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfAnotherRelease_HasThePublishedValueAndTheFlagOfTheShownOne()
    {
        var rows = (await dashboard.Text("/indicator.json?contingency=POOR&release=unsd_sdg%402020-10-19&measure=coverage&time=2019"))
            .AsJson().GetProperty("rows").EnumerateArray().ToList();

        var row = Assert.Single(rows, published => published.GetProperty("OBS_STATUS").GetString() != "O");
        Assert.Equal(("URY", 267.28646, 100.0, "capped|withdrawn", "2024-02-17", "unsd_sdg", "2020-10-19"), (
            row.GetProperty("REF_AREA").GetString(), row.GetProperty("OBS_VALUE").GetDouble(), row.GetProperty("SHOWN_VALUE").GetDouble(),
            row.GetProperty("FLAGS").GetString(), row.GetProperty("WITHDRAWN_IN").GetString(), row.GetProperty("SOURCE_ID").GetString(), row.GetProperty("SOURCE_VINTAGE").GetString()));
    }

    [Fact]
    public async Task Workbook_HasFourSheetsAndNumbersThatAreNumbers()
    {
        using var zip = new ZipArchive(new MemoryStream(await Bytes("/overview.xlsx")));
        XNamespace x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var names = Part("xl/workbook.xml").Descendants(x + "sheet").Select(sheet => sheet.Attribute("name")!.Value);
        var rows = Part("xl/worksheets/sheet1.xml").Descendants(x + "row").ToList();
        var germany = rows.Single(row => row.Elements(x + "c").First().Value == "DEU");
        var gap = germany.Elements(x + "c").Single(cell => cell.Attribute("r")!.Value.StartsWith('G'));

        Assert.Equal(["Data", "Metadata", "Sources", "Readme"], names);
        Assert.Null(gap.Attribute("t"));
        Assert.Equal("0.5", gap.Value);
        Assert.Contains("CC BY 4.0", Part("xl/worksheets/sheet3.xml").Root!.Value, StringComparison.Ordinal);

        XDocument Part(string name) => XDocument.Load(zip.Entries.Single(entry => entry.FullName.EndsWith(name, StringComparison.Ordinal)).Open());
    }

    [Fact]
    public async Task PackedFile_HasTheTableItsMetadataADescriptionAndAReadme()
    {
        using var zip = new ZipArchive(new MemoryStream(await Bytes("/overview.zip")));
        using var described = await JsonDocument.ParseAsync(zip.GetEntry("datapackage.json")!.Open(), cancellationToken: TestContext.Current.CancellationToken);
        using var table = new StreamReader(zip.GetEntry("overview-map-2020-2026-01-01.csv")!.Open());
        var header = (await table.ReadLineAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(PackedFiles, zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(
            header, string.Join(',', described.RootElement.GetProperty("resources")[0].GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task Metadata_SayWhereTheFiguresComeFromAndHowToFindThemAgain()
    {
        var metadata = (await dashboard.Text("/overview.metadata.json?lang=es")).AsJson();
        var frozen = metadata.GetProperty("chart").GetProperty("frozenUrl").GetString()!;
        using var again = await dashboard.Get(new Uri(frozen).PathAndQuery);

        Assert.Equal("es", metadata.GetProperty("lang").GetString());
        Assert.Equal(SmallWarehouse.FirstVintage, metadata.GetProperty("vintage").GetString());
        Assert.Equal("2026-03-01", metadata.GetProperty("dateDownloaded").GetString());
        Assert.EndsWith("/?lang=es&vintage=2026-01-01", frozen, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains(metadata.GetProperty("sources").EnumerateArray(), source => source.GetProperty("sourceId").GetString() == "ilostat_sdg_0131" && source.GetProperty("licence").GetString() == "CC BY 4.0");
    }

    [Fact]
    public async Task Svg_IsWellFormedAndBearsTheMarksAndWordsOfThePage()
    {
        using var answer = await dashboard.Get("/overview.svg?lang=fr");
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var page = await dashboard.Text("/?lang=fr");
        var drawn = svg.Descendants().Where(mark => mark.Attribute("data-value") is not null).ToDictionary(mark => mark.Attribute("data-area")!.Value, mark => mark.Attribute("data-value")!.Value);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("0.5", drawn["DEU"]);
        Assert.All(drawn, mark => Assert.Contains($"data-area=\"{mark.Key}\" data-value=\"{mark.Value}\"", page, StringComparison.Ordinal));
        Assert.Contains("vintage=2026-01-01", svg.Root!.Value, StringComparison.Ordinal);
        // A name of the fixture holds markup: it is a text here too.
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "b");
    }

    [Theory]
    [InlineData("/overview.csv?chart=nothing", 400, "one of map")]
    [InlineData("/overview.csv?csv=tabs", 400, "one of plain, excel")]
    [InlineData("/overview.csv?size=square", 400, "left out")]
    [InlineData("/overview.svg?size=huge", 400, "one of chart")]
    [InlineData("/overview.svg?size=square&size=social", 400, "square,social")]
    [InlineData("/indicator.csv?contingency=NOTHING", 400, "NOTHING")]
    [InlineData("/indicator.csv?surprise=%3Cscript%3E", 400, "surprise")]
    [InlineData("/country/ZZZ.csv", 404, "no such chart")]
    [InlineData("/overview.csv?vintage=1999-01-01", 400, "1999-01-01")]
    public async Task Address_ThatIsNotUnderstood_MakesNoFileAndSaysWhy(string address, int status, string said)
    {
        using var answer = await dashboard.Get(address);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/sources.csv")]
    [InlineData("/staff.csv")]
    [InlineData("/about.svg")]
    public async Task Page_WithoutCharts_HasNoFiles(string address)
    {
        using var answer = await dashboard.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task File_IsKeptUntilTheNextDayOrTheNextVintage()
    {
        using var first = await dashboard.Get("/indicator.csv");
        using var again = await dashboard.Get("/indicator.csv", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var page = await dashboard.Get("/indicator", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await dashboard.Get("/indicator.csv?csv=excel", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Embed_MayBeFramedAndRunsNothing_AndOnlyTheEmbed()
    {
        using var embed = await dashboard.Get("/overview.embed?lang=es");
        using var page = await dashboard.Get("/");
        using var svg = await dashboard.Get("/overview.svg");
        var text = await embed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.False(embed.Headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain("frame-ancestors", Assert.Single(embed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", Assert.Single(embed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"es\">", text, StringComparison.Ordinal);
        Assert.False(embed.Headers.Contains("Set-Cookie"));
        Assert.All(new[] { page, svg }, answer => Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options"))));
    }

    [Fact]
    public async Task Menu_UnderAChart_LeadsToFilesThatAreThere()
    {
        var page = await dashboard.Text("/?lang=fr");
        var links = page.Split("class=\"chart-download\"").Skip(1).SelectMany(menu => menu.Split("</details>")[0].Split("href=\"").Skip(1).Select(link => WebUtility.HtmlDecode(link.Split('"')[0]))).ToList();

        Assert.InRange(links.Count, 16, 64);
        // PNG and PDF need a browser: the tests in one ask for them.
        foreach (var link in links.Where(link => !link.Contains(".png", StringComparison.Ordinal) && !link.Contains(".pdf", StringComparison.Ordinal)))
        {
            using var answer = await dashboard.Get(Uri.TryCreate(link, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.PathAndQuery : link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link} answers {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task SdmxCsv_HasTheDimensionsAndTheValueOnce()
    {
        var lines = (await dashboard.Text("/overview.sdmx.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,CONTINGENCY,SOURCE_RELEASE,TIME_PERIOD,OBS_VALUE,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("dataflow,SPINDICATORS:DF_SOCIAL_PROTECTION(1.0),I,A,DEU,coverage_gap,_T,TOTAL,ilostat_sdg_0131_2022-04-17,2020,0.5,PP,", StringComparison.Ordinal));
        Assert.Equal(lines.Length, lines.Select(line => string.Join(',', line.Split(',').Take(10))).Distinct().Count());
    }

    private async Task<byte[]> Bytes(string address)
    {
        using var answer = await dashboard.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
