using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Tests.Exports.Reading;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary><c>/api/v1/data</c>: files read again by DuckDB and compared with the published rows, value by value.</summary>
public sealed class TableTests : IAsyncLifetime
{
    /// <summary>What breaks tables: a formula, quotes, a line break, letters from right to left, an emoji, a separator.</summary>
    private const string Hostile = """
        update indicators.ref_area set name_en = '=HYPERLINK("http://evil.example";"x")' where ref_area = 'AAA';
        update indicators.ref_area set name_en = 'مصر "x",' || chr(10) || 'y;' || chr(13) || '🚀' where ref_area = 'BBB';
        update indicators.coverage set source_detail = '@SUM(1)', comment_obs = '-2+3' where ref_area = 'AAA';
        update indicators.coverage set coverage = 0.1::double + 0.2::double, nature = 'C' where ref_area = 'BBB';
        """;

    /// <summary>The rows of the fixture, asked for without the code that is tested.</summary>
    private const string Published = """
        select c.ref_area as REF_AREA, a.name_en as REF_AREA_LABEL, 'coverage' as INDICATOR, c.sex as SEX, c.contingency as CONTINGENCY,
            c.time_period::bigint as TIME_PERIOD, c.obs_value::double as OBS_VALUE, c.coverage::double as SHOWN_VALUE, c.flags as FLAGS, c.nature as NATURE,
            c.comment_obs as COMMENT_OBS, c.source_detail as SOURCE_DETAIL, c.source_id as SOURCE_ID, c.vintage as SOURCE_VINTAGE,
            c.series_code as SERIES_CODE, c.snapshot_sha256 as SNAPSHOT_SHA256
        from indicators.coverage as c join indicators.ref_area as a using (ref_area)
        where c.is_default
        order by c.contingency, c.sex, c.ref_area, c.time_period
        """;

    private readonly Dashboard dashboard = Dashboard.Over(Hostile);
    private readonly string folder = Directory.CreateTempSubdirectory("spi-tables-").FullName;

    public async ValueTask InitializeAsync() => await dashboard.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await dashboard.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("csv", "read_csv($file, header = true, all_varchar = true, nullstr = '', quote = '\"', escape = '\"', allow_quoted_nulls = false)")]
    [InlineData("parquet", "read_parquet($file)")]
    public async Task Table_ReadAgainByDuckDb_IsThePublishedRows(string ending, string reader)
    {
        var file = await Saved($"/api/v1/data/coverage.{ending}");
        var harmless = ending == "csv" ? (Func<string?, string?>)(text => text is null ? null : CsvFile.Harmless(text)) : text => text;

        using var memory = DuckDbProvider.Open(new DuckDbOptions());
        var read = memory.Query($"select {Names} from {reader.Replace("$file", $"'{file}'", StringComparison.Ordinal)}").Select(Texts).ToList();
        var published = Query(Published).Select(row => Texts(row).Select((text, i) => i is 5 or 6 or 7 ? text : harmless(text)).ToList()).ToList();

        Assert.Equal(published, read.Select(row => row.ToList()));
        Assert.Equal(13, read.Count);
        Assert.Contains(read, row => row.Contains("مصر \"x\",\ny;\r🚀"));
        Assert.Contains(read, row => row.Contains("0.30000000000000004"));
    }

    [Fact]
    public async Task EveryObservation_ReadAgainByDuckDb_IsThePublishedOne_AndHasAKey()
    {
        const string address = "/api/v1/bulk/spindicators-2026-01-01.parquet";
        var file = await Saved(address);
        using var answer = await dashboard.Get(address);
        using var again = await dashboard.Get(address, ("If-None-Match", answer.Headers.ETag!.ToString()));

        using var memory = DuckDbProvider.Open(new DuckDbOptions());
        Assert.Equal(
            Query("from clean.observation order by all").Select(row => string.Join('|', Texts(row))),
            memory.Query($"from read_parquet('{file}') order by all").Select(row => string.Join('|', Texts((IDictionary<string, object?>)row))));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("spindicators-observations-2026-01-01.parquet", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task Json_OfATable_HasItsRowsAsTheyArePublished_AndWhatTheyMean()
    {
        using var document = JsonDocument.Parse(await dashboard.Found("/api/v1/data/coverage.json?country=AAA&lang=fr"));
        var (metadata, rows) = (document.RootElement.GetProperty("metadata"), document.RootElement.GetProperty("rows"));

        var row = Assert.Single(rows.EnumerateArray().ToList());
        Assert.Equal(ExportColumn.All.Select(column => column.Name), row.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("AAA", 50, "-2+3", "@SUM(1)"), (
            row.GetProperty("REF_AREA").GetString(), row.GetProperty("OBS_VALUE").GetDouble(), row.GetProperty("COMMENT_OBS").GetString(), row.GetProperty("SOURCE_DETAIL").GetString()));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("OBS_STATUS").ValueKind);
        Assert.Equal((SmallWarehouse.FirstVintage, "Couverture", "AAA"), (
            metadata.GetProperty("vintage").GetString(), metadata.GetProperty("indicators")[0].GetProperty("title").GetString(), metadata.GetProperty("selection").GetProperty("country").GetString()));
        Assert.Equal("ilostat_sdg_0131", Assert.Single(metadata.GetProperty("sources").EnumerateArray().ToList()).GetProperty("sourceId").GetString());
        Assert.Equal($"{dashboard.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}/api/v1/data/coverage.json?country=AAA&lang=fr&vintage={SmallWarehouse.FirstVintage}", metadata.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Workbook_ReadByTwoReaders_IsThePublishedRows_NumbersAsNumbersAndNoFormula()
    {
        var file = await Saved("/api/v1/data/coverage.xlsx?lang=en");
        var names = Names.Split(", ");
        var published = Query(Published).Select(row => Texts(row).Select((text, i) => i is 5 or 6 or 7 || text is null ? text : CsvFile.Harmless(text)).ToList()).ToList();

        // The XML itself.
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        await using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var document = await XDocument.LoadAsync(sheet, LoadOptions.PreserveWhitespace, TestContext.Current.CancellationToken);
        var rows = document.Descendants(main + "row").Select(row => row.Elements(main + "c").ToList()).ToList();
        Assert.Empty(document.Descendants(main + "f"));
        Assert.Equal(published, Chosen([.. rows.Select(row => row.Select(cell => cell.Value).ToList())]));
        Assert.All(rows[1..], row => Assert.Null(row[rows[0].FindIndex(head => head.Value == "OBS_VALUE")].Attribute("t")));

        // And a library's reading of it.
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var sheets = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().ToList();
        Assert.Equal(["Data", "Metadata", "Sources", "Readme"], sheets.Select(of => of.Name!.Value));
        var part = (WorksheetPart)workbook.WorkbookPart.GetPartById(sheets[0].Id!);
        Assert.Equal(published, Chosen([.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())]));
        Assert.Empty(new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken));

        List<List<string?>> Chosen(List<List<string>> all) =>
            [.. all[1..].Select(row => names.Select(name => row[all[0].IndexOf(name)] is { Length: > 0 } text ? text : null).ToList())];
    }

    [Fact]
    public async Task Package_HasTheTable_ItsMetadata_ItsDescriptionAndAReadme()
    {
        var file = await Saved("/api/v1/data/coverage.zip?lang=fr");
        var csv = await dashboard.Found("/api/v1/data/coverage.csv?lang=fr");

        await using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(["data.csv", "metadata.json", "datapackage.json", "readme.md"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(csv, await Entry("data.csv"));
        Assert.Contains($"{dashboard.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}/api/v1/data/coverage.zip?lang=fr&vintage=2026-01-01", await Entry("readme.md"), StringComparison.Ordinal);
        using var package = JsonDocument.Parse(await Entry("datapackage.json"));
        Assert.StartsWith(dashboard.Client.BaseAddress.AbsoluteUri, package.RootElement.GetProperty("homepage").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            csv.Split("\r\n")[0].Split(','),
            package.RootElement.GetProperty("resources")[0].GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));

        async Task<string> Entry(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Catalogue_AsCsvAndAsAWorkbook_HasEveryIndicatorWithItsReach()
    {
        var lines = (await dashboard.Found("/api/v1/indicators.csv?lang=fr")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var file = await Saved("/api/v1/indicators.xlsx?lang=fr");
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ToList();

        Assert.StartsWith("INDICATOR,TITLE,TOPIC,DEFINITION,UNIT,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("coverage,Couverture,", lines[1], StringComparison.Ordinal);
        Assert.Equal((7, 7), (lines.Length, rows.Count));
        Assert.Equal(lines[1].Split(',')[1], rows[1].Elements<Cell>().ElementAt(1).InnerText);
    }

    [Fact]
    public async Task SdmxCsv_OfATable_NamesItsDataflowInEveryRow_AndItsReleases()
    {
        var lines = (await dashboard.Found("/api/v1/data/coverage.sdmx.csv?country=DEU~KEN&time=2020&contingency=TOTAL")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,CONTINGENCY,SOURCE_RELEASE,TIME_PERIOD,OBS_VALUE,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("dataflow,SPINDICATORS:DF_SOCIAL_PROTECTION(1.0),I,A,DEU,coverage,_T,TOTAL,ilostat_sdg_0131_2022-04-17,2020,99.5,PT,", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_HasEveryIndicator_CoverageOfTheDefaultReleaseOnly()
    {
        var file = await Saved("/api/v1/data/all.parquet");
        using var memory = DuckDbProvider.Open(new DuckDbOptions());
        var read = memory.Query<(string Indicator, string Vintage)>($"select INDICATOR, SOURCE_VINTAGE from read_parquet('{file}')").ToList();
        var published = Query("""
            select count(*)::bigint from (
                select 1 from indicators.coverage where is_default union all select 1 from indicators.coverage where is_default
                union all select 1 from indicators.coverage where is_default and people_uncovered is not null
                union all select 1 from indicators.indicator_value where indicator_id not in ('coverage', 'coverage_gap', 'people_uncovered'))
            """).Select(row => (long)row.First().Value!).Single();

        Assert.Equal(published, read.Count);
        Assert.DoesNotContain(read, row => row.Vintage == "2020-10-19");
        Assert.Superset(new HashSet<string>(["coverage", "coverage_gap", "people_uncovered", "mean_gap"]), read.Select(row => row.Indicator).ToHashSet());
    }

    [Fact]
    public async Task Release_OfATable_IsOfThatReleaseAlone() =>
        Assert.Contains(",267.28646,100,PT,", await dashboard.Found("/api/v1/data/coverage.csv?release=unsd_sdg@2020-10-19"), StringComparison.Ordinal);

    [Fact]
    public async Task ExcelDialect_InFrench_HasAMarkSemicolonsAndDecimalCommas()
    {
        using var response = await dashboard.Get("/api/v1/data/coverage.csv?csv=excel&lang=fr&country=DEU");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("DEU;Allemagne;coverage;_T;TOTAL;2020;99,5;99,5;PT;", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_SaysItsTypeItsNameAndItsKey_AndIsNotSentTwice()
    {
        using var first = await dashboard.Get("/api/v1/data/coverage.csv?country=KEN");
        using var again = await dashboard.Get("/api/v1/data/coverage.csv?country=KEN", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal("text/csv", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"spindicators-coverage-KEN-{SmallWarehouse.FirstVintage}.csv", first.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("happiness.csv", HttpStatusCode.NotFound, "There is no such table.")]
    [InlineData("coverage.doc", HttpStatusCode.NotFound, "There is no such table.")]
    [InlineData("coverage.csv?limit=3", HttpStatusCode.BadRequest, "A parameter is not as it should be.")]
    [InlineData("coverage.json?csv=excel", HttpStatusCode.BadRequest, "A parameter is not as it should be.")]
    [InlineData("coverage.csv?csv=calc", HttpStatusCode.BadRequest, "A parameter is not as it should be.")]
    [InlineData("coverage.parquet?country=KEN'--", HttpStatusCode.BadRequest, "A parameter is not as it should be.")]
    [InlineData("mean_gap.csv?release=unsd_sdg@2020-10-19", HttpStatusCode.BadRequest, "A parameter is not as it should be.")]
    public async Task Address_ThatIsNoTable_SaysWhy(string address, HttpStatusCode status, string title)
    {
        using var response = await dashboard.Get($"/api/v1/data/{address}");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal((status, "application/problem+json", title), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, problem.RootElement.GetProperty("title").GetString()));
    }

    /// <summary>As many rows as it takes, of a warehouse that holds nothing else of that indicator.</summary>
    [Fact]
    public async Task Workbook_OfMoreRowsThanASheetHolds_IsRefusedWithTheirNumber_AndTheOtherFormatsAreNamed()
    {
        await using var large = Dashboard.Over("""
            delete from indicators.indicator_value where indicator_id = 'mean_gap';
            insert into indicators.indicator_value by name
            select 'mean_gap' as indicator_id, a.ref_area, (1900 + i % 1000)::smallint as time_period, '_T' as sex, i::varchar as contingency, 1.0 as obs_value, 'PT' as unit_measure,
                '' as flags, 'A' as confidence, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, 'S' as series_code, 2020::smallint as source_time_period, '' as snapshot_sha256
            from range(524288) as r(i) cross join (values ('KEN'), ('DEU')) as a(ref_area);
            """);
        await large.InitializeAsync();
        using var refused = await large.Get("/api/v1/data/mean_gap.xlsx");
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var fewer = await large.Get("/api/v1/data/mean_gap.xlsx?country=~KEN&time=1900");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Equal("The table does not fit into a worksheet.", problem.RootElement.GetProperty("title").GetString());
        Assert.Equal("It has 1048576 rows; a worksheet holds 1048575. Ask for csv or parquet, or for fewer rows.", problem.RootElement.GetProperty("detail").GetString());
        Assert.Null(refused.Content.Headers.ContentDisposition);
        Assert.Equal(HttpStatusCode.OK, fewer.StatusCode);
        Assert.Equal(525, ReadWorkbook.Of(await fewer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))["Data"].Table.Count);
    }

    private static string Names => string.Join(", ", "REF_AREA,REF_AREA_LABEL,INDICATOR,SEX,CONTINGENCY,TIME_PERIOD,OBS_VALUE,SHOWN_VALUE,FLAGS,NATURE,COMMENT_OBS,SOURCE_DETAIL,SOURCE_ID,SOURCE_VINTAGE,SERIES_CODE,SNAPSHOT_SHA256".Split(','));

    private static IEnumerable<string?> Texts(dynamic row) => Texts((IDictionary<string, object?>)row);

    /// <summary>An empty text and none are the same in CSV.</summary>
    private static IEnumerable<string?> Texts(IDictionary<string, object?> row) =>
        row.Values.Select(value => value is null or "" ? null : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));

    private List<IDictionary<string, object?>> Query(string sql)
    {
        using var warehouse = new PublishedWarehouse(dashboard.Warehouse.Folder, dashboard.Time);
        using var session = warehouse.TryOpen()!;
        return [.. session.Query<dynamic>(sql).Select(row => (IDictionary<string, object?>)row)];
    }

    private async Task<string> Saved(string url)
    {
        using var response = await dashboard.Get(url);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var file = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return file;
    }
}
