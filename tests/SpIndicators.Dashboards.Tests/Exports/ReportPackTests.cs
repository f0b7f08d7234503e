using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Dapper;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>The packed file for an SDG report, read again and held against the warehouse.</summary>
public sealed class ReportPackTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    private const string Other = "unsd_sdg@2024-02-17";

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
                select c.*, k.un_series, k.name_en,
                    (select string_agg(l.name_en || ' (' || l.flag || ')', ' | ') from w.reference.flag as l where list_contains(string_split(c.flags, '|'), l.flag)) as note
                where c.is_default and c.ref_area = 'KEN')
            select (select count(*) from published),
                (select count(*) from published as p join read_csv('{un}', all_varchar = true) as u
                    on u."SeriesCode" is not distinct from p.un_series and u."TimePeriod"::int = p.time_period and u."Value"::double = p.obs_value
                        and u."[Sex]" = case p.sex when 'F' then 'FEMALE' when 'M' then 'MALE' else 'BOTHSEX' end and u."Indicator" = '1.3.1'
                        and u."FootNote" is not distinct from p.note and u."[Observation Status]" is null and u."[Reporting Type]" = 'G' and u."[Units]" = 'PERCENT'),
                (select count(*) from published as p join read_csv('{open}', all_varchar = true) as o
                    on o."Year"::int = p.time_period and o."Value"::double = p.obs_value
                        and coalesce(o."Contingency", '') = if(p.contingency = 'TOTAL', '', p.name_en) and coalesce(o."Sex", '') = case p.sex when 'F' then 'Female' when 'M' then 'Male' else '' end
                        and o."COMMENT_OBS" is not distinct from p.note and o."Observation status" is null and o."Units" = 'Percent')
            """);

        Assert.InRange(counts.Published, 2, 100);
        Assert.Equal((counts.Published, counts.Published), (counts.Un, counts.OpenSdg));
    }

    [Theory]
    [InlineData("KEN", "")]
    [InlineData("URY", "")]
    [InlineData("KEN", "2019..2020")]
    [InlineData("KEN", "", "unsd_sdg@2024-02-17")]
    public async Task Tables_OfAPack_HaveTheRowsThatDuckDbCounts_NoneMoreAndEachWhole(string country, string period, string release = "")
    {
        using var zip = await Pack($"/country/{country}/report-pack.zip?{(period.Length == 0 ? "" : $"time={period}")}{(release.Length == 0 ? "" : $"release={release}")}");
        using var folder = new TemporaryFolder();
        string Table(string entry) => $"read_csv('{folder.Write($"{Guid.NewGuid():N}.csv", Bytes(zip, entry))}', header = true, all_varchar = true, nullstr = '', quote = '\"', escape = '\"')";
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        duckdb.Execute($"attach '{dashboard.File}' as w (read_only)");
        duckdb.Execute($"""
            create table published as
            select c.ref_area, a.name_en, 'coverage', c.sex, c.contingency, c.time_period::int, c.obs_value::double, c.coverage::double, 'PT', nullif(c.obs_status, ''), nullif(c.nature, ''), nullif(c.flags, ''),
                c.source_id, c.vintage, c.series_code, nullif(c.source_detail, ''), nullif(c.comment_obs, ''), c.snapshot_sha256
            from w.indicators.coverage as c join w.indicators.ref_area as a using (ref_area)
            where {(release.Length == 0 ? "c.is_default" : $"c.source_id || '@' || c.vintage = '{release}'")} and c.ref_area = '{country}' {(period.Length == 0 ? "" : "and c.time_period between 2019 and 2020")}
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

    [Fact]
    public async Task Release_AskedFor_IsThatOfEveryTable_WithStatusAndNotesOfTheProducerAndOurFlags()
    {
        using var zip = await Pack($"/country/KEN/report-pack.zip?release={Other}&lang=fr");
        using var folder = new TemporaryFolder();
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        IEnumerable<string> Lines(string entry, string columns) =>
            duckdb.Query<string>($"select concat_ws(';', {columns}) from read_csv('{folder.Write($"{Guid.NewGuid():N}.csv", Bytes(zip, entry))}', header = true, all_varchar = true, nullstr = 'none', quote = '\"', escape = '\"')");
        var unsure = $"{Texts.In(Language.French)["sdmx.OBS_STATUS.U"]} (U)";
        var estimate = $"{Texts.In(Language.French)["sdmx.OBS_STATUS.E"]} (E)";

        Assert.Equal(
            [
                "Old age;2020;31;;E;G;FEMALE;A", "Old age;2016;12;own note | saut (break);E;G;BOTHSEX;B", "Old age;2020;30;saut (break);C;G;BOTHSEX;U",
                "[ILO] Poor population covered (%);2020;120.5;one | two, \"three\" | publié au-dessus de 100, affiché à 100 (capped) | retiré (withdrawn);CA;G;BOTHSEX;E",
            ],
            Lines("un-sdg/sdg-1-3-1.csv", "\"SeriesDescription\", \"TimePeriod\", \"Value\", \"FootNote\", \"[Nature]\", \"[Reporting Type]\", \"[Sex]\", \"[Observation Status]\""));
        Assert.Equal(
            [
                "2020;Femmes;A;;Pour cent;31", "2016;;B;own note | saut (break);Pour cent;12", $"2020;;U;{unsure} | saut (break);Pour cent;30",
                $"2020;;E;one | two, \"three\" | {estimate} | publié au-dessus de 100, affiché à 100 (capped) | retiré (withdrawn);Pour cent;120.5",
            ],
            Lines("open-sdg/data/indicator_1-3-1.csv", "\"Year\", \"Sexe\", \"Observation status\", \"COMMENT_OBS\", \"Units\", \"Value\""));
    }

    [Theory]
    [InlineData("lang=en", "7 for which the release does not say.")]
    [InlineData($"release={Other}", "2 estimated, 1 reported by the country, 1 reported by the country and adjusted.")]
    [InlineData($"release={Other}&lang=fr", "2 estimées, 1 communiquée par le pays, 1 communiquée par le pays et ajustée.")]
    [InlineData($"release={Other}&lang=es&time=2020", "1 comunicado por el país, 1 comunicado por el país y ajustado, 1 estimado.")]
    public async Task Readme_SaysTheNatureOfTheData_InTheLanguageAskedFor(string query, string said)
    {
        using var zip = await Pack($"/country/KEN/report-pack.zip?{query}");

        Assert.Contains(said, Text(zip, "readme.md"), StringComparison.Ordinal);
        Assert.Contains(said, Text(zip, "open-sdg/meta/1-3-1.yml"), StringComparison.Ordinal);
        Assert.Contains(said, Text(zip, "open-sdg/indicator-config/1-3-1.yml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "KEN-en")]
    [InlineData("?time=2018", "KEN-2018-en")]
    [InlineData("?time=2010..2030&lang=fr", "KEN-2018..2020-fr")]
    [InlineData($"?release={Other}", "KEN-unsd_sdg-2024-02-17-en")]
    [InlineData($"?time=2016&release={Other}&lang=es", "KEN-2016-unsd_sdg-2024-02-17-es")]
    public async Task FileName_TellsTheYearsAndTheReleaseThatAreInIt(string query, string named)
    {
        using var answer = await dashboard.Get($"/country/KEN/report-pack.zip{query}");

        Assert.Equal($"sdg-1-3-1-{named}-{SmallWarehouse.SecondVintage}.zip", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("", new[] { "left-out", "peers-chart", "trend" }, "TOTAL 89.9|OLDAGE 86.8", "2009|2018|2020", "2019–2020")]
    [InlineData("?time=2018", new[] { "left-out", "trend" }, "TOTAL 89.6", "2018", "2018")]
    [InlineData($"?time=2016&release={Other}", new[] { "left-out" }, "OLDAGE 88", "", "2016")]
    public async Task Charts_ShowTheYearsAndTheReleaseOfTheTables_AndSayWhich(string query, string[] charts, string gaps, string years, string titled)
    {
        using var zip = await Pack($"/country/KEN/report-pack.zip{query}");
        var drawn = zip.Entries.Where(entry => entry.FullName.StartsWith("charts/", StringComparison.Ordinal)).ToDictionary(entry => entry.Name[..^".svg".Length], entry => XDocument.Load(entry.Open()));
        IEnumerable<XElement> Marks(string chart) => drawn.TryGetValue(chart, out var svg) ? svg.Descendants().Where(mark => mark.Attribute("data-area") is not null && mark.Attribute("data-value") is not null) : [];
        string Title(string chart) => drawn[chart].Descendants().First(element => element.Name.LocalName == "title").Value;

        Assert.Equal(charts, drawn.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(gaps, string.Join('|', Marks("left-out").Select(mark => $"{mark.Attribute("data-area")!.Value} {double.Parse(mark.Attribute("data-value")!.Value, CultureInfo.InvariantCulture):0.#}")));
        Assert.Equal(years, string.Join('|', Marks("trend").Select(mark => mark.Attribute("data-year")!.Value)));
        Assert.EndsWith(titled, Title("left-out"), StringComparison.Ordinal);
        Assert.All(charts, chart => Assert.Matches("20[0-9]{2}$", Title(chart)));
    }

    [Fact]
    public async Task Page_OffersThePackOfEachReleaseThatHasTheCountry()
    {
        Assert.Contains("/country/KEN/report-pack.zip?release=unsd_sdg%402024-02-17\"", await dashboard.Text("/country/KEN"), StringComparison.Ordinal);
        Assert.DoesNotContain("report-pack.zip?release", await dashboard.Text("/country/SEN"), StringComparison.Ordinal);
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
    [InlineData("/country/KEN/report-pack.zip?release=unsd_sdg@2020-10-19", HttpStatusCode.NotFound)]
    [InlineData("/country/KEN/report-pack.zip?time=soon", HttpStatusCode.BadRequest)]
    [InlineData("/country/KEN/report-pack.zip?release=unsd_sdg@1999", HttpStatusCode.BadRequest)]
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
