using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Dapper;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>The packed file for an SDG report, read again and held against the warehouse.</summary>
public sealed class ReportPackTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    [Fact]
    public async Task Tables_ReadByDuckDb_AreTheReleaseValueByValue()
    {
        using var zip = await Pack("/country/KEN/report-pack.zip");
        using var folder = new TemporaryFolder();
        var un = folder.Write("un.csv", Bytes(zip, "un-sdg/sdg-1-3-1.csv"));
        var open = folder.Write("open.csv", Bytes(zip, "open-sdg/data/indicator_1-3-1.csv"));
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        duckdb.Execute($"attach '{dashboard.File}' as w (read_only)");
        var counts = duckdb.QuerySingle<(long Published, long Un, long OpenSdg)>($"""
            with published as (
                from w.indicators.coverage as c join w.indicators.contingency as k on k.contingency = c.contingency
                select c.*, k.un_series, k.name_en where c.is_default and c.ref_area = 'KEN')
            select (select count(*) from published),
                (select count(*) from published as p join read_csv('{un}', all_varchar = true) as u
                    on u."SeriesCode" is not distinct from p.un_series and u."TimePeriod"::int = p.time_period and u."Value"::double = p.obs_value
                        and u."[Sex]" = case p.sex when 'F' then 'FEMALE' when 'M' then 'MALE' else 'BOTHSEX' end and u."Indicator" = '1.3.1'),
                (select count(*) from published as p join read_csv('{open}', all_varchar = true) as o
                    on o."Year"::int = p.time_period and o."Value"::double = p.obs_value
                        and coalesce(o."Contingency", '') = if(p.contingency = 'TOTAL', '', p.name_en) and coalesce(o."Sex", '') = case p.sex when 'F' then 'Female' when 'M' then 'Male' else '' end)
            """);

        Assert.InRange(counts.Published, 2, 100);
        Assert.Equal((counts.Published, counts.Published), (counts.Un, counts.OpenSdg));
    }

    [Theory]
    [InlineData("KEN", "")]
    [InlineData("URY", "")]
    [InlineData("KEN", "2019..2020")]
    public async Task Tables_OfAPack_HaveTheRowsThatDuckDbCounts_NoneMoreAndEachWhole(string country, string period)
    {
        using var zip = await Pack($"/country/{country}/report-pack.zip{(period.Length == 0 ? "" : $"?time={period}")}");
        using var folder = new TemporaryFolder();
        string Table(string entry) => $"read_csv('{folder.Write($"{Guid.NewGuid():N}.csv", Bytes(zip, entry))}', header = true, all_varchar = true, nullstr = '', quote = '\"', escape = '\"')";
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        duckdb.Execute($"attach '{dashboard.File}' as w (read_only)");
        duckdb.Execute($"""
            create table published as
            select c.ref_area, a.name_en, 'coverage', c.sex, c.contingency, c.time_period::int, c.obs_value::double, c.coverage::double, 'PT', nullif(c.obs_status, ''), nullif(c.nature, ''), nullif(c.flags, ''),
                c.source_id, c.vintage, c.series_code, nullif(c.source_detail, ''), nullif(c.comment_obs, ''), c.snapshot_sha256
            from w.indicators.coverage as c join w.indicators.ref_area as a using (ref_area)
            where c.is_default and c.ref_area = '{country}' {(period.Length == 0 ? "" : "and c.time_period between 2019 and 2020")}
            """);
        duckdb.Execute($"""
            create table data as
            select REF_AREA, REF_AREA_LABEL, INDICATOR, SEX, CONTINGENCY, TIME_PERIOD::int, OBS_VALUE::double, SHOWN_VALUE::double, UNIT_MEASURE, OBS_STATUS, NATURE, FLAGS,
                SOURCE_ID, SOURCE_VINTAGE, SERIES_CODE, SOURCE_DETAIL, COMMENT_OBS, SNAPSHOT_SHA256
            from {Table("data.csv")}
            """);
        long Count(string sql) => duckdb.ExecuteScalar<long>($"select count(*) from ({sql})");
        var published = Count("from published");

        Assert.InRange(published, 1, 100);
        Assert.Equal((published, 0, 0), (Count("from data"), Count("from data except all from published"), Count("from published except all from data")));
        Assert.All(["un-sdg/sdg-1-3-1.csv", "open-sdg/data/indicator_1-3-1.csv"], entry => Assert.Equal(published, Count($"from {Table(entry)}")));
        Assert.Equal(
            duckdb.Query<string>("select distinct source_id || ' ' || vintage from published order by all"),
            duckdb.Query<string>($"select SOURCE_ID || ' ' || SOURCE_VINTAGE from {Table("sources.csv")} order by all"));
    }

    [Theory]
    [InlineData("en", "Nature of the data")]
    [InlineData("fr", "Nature des données")]
    [InlineData("es", "Naturaleza de los datos")]
    public async Task Readme_SaysTheNatureOfTheData_InTheLanguageAskedFor(string language, string said)
    {
        using var zip = await Pack($"/country/KEN/report-pack.zip?lang={language}");

        Assert.Contains(said, Text(zip, "readme.md"), StringComparison.Ordinal);
        Assert.Contains(said, Text(zip, "open-sdg/meta/indicator_1-3-1.yml"), StringComparison.Ordinal);
        Assert.All(zip.Entries.Where(entry => entry.FullName.StartsWith("charts/", StringComparison.Ordinal)), entry => XDocument.Load(entry.Open()));
        Assert.Contains(zip.Entries, entry => entry.FullName == "charts/left-out.svg");
    }

    [Fact]
    public async Task Period_LeavesOutOtherYears()
    {
        using var zip = await Pack("/country/KEN/report-pack.zip?time=2015..2020");

        Assert.All(Text(zip, "open-sdg/data/indicator_1-3-1.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.InRange(int.Parse(line[..4], null), 2015, 2020));
    }

    [Theory]
    [InlineData("/country/ZZZ/report-pack.zip", HttpStatusCode.NotFound)]
    [InlineData("/country/X01/report-pack.zip", HttpStatusCode.NotFound)]
    [InlineData("/country/KEN/report-pack.zip?time=1901..1902", HttpStatusCode.NotFound)]
    [InlineData("/country/KEN/report-pack.zip?time=soon", HttpStatusCode.BadRequest)]
    [InlineData("/country/KEN/report-pack.zip?surprise=1", HttpStatusCode.BadRequest)]
    public async Task Pack_ThatCannotBeMade_IsRefusedInWords(string address, HttpStatusCode status)
    {
        using var answer = await dashboard.Get(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<ZipArchive> Pack(string address)
    {
        using var answer = await dashboard.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var bytes = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string name) => System.Text.Encoding.UTF8.GetString(Bytes(zip, name));
}
