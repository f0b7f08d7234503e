namespace SpIndicators.Tests.Fetching;

/// <summary>The World Bank's API: errors with the status 200, cells without a value, groups without an ISO3 code.</summary>
public sealed class WorldBankFetchTests : IAsyncDisposable
{
    private const string Source = "worldbank_wdi";
    private const string Gdp = "/v2/country/all/indicator/NY.GDP.MKTP.CD";
    private const string Query = "?format=json&source=2&per_page=2&page=";
    private readonly FetchBench bench = new FetchBench().Small(Source, 0, "NY.GDP.MKTP.CD").Card(Source, c => c with { Ways = [c.Ways[0] with { PageSize = 2 }] });

    [Fact]
    public async Task RecordedAnswer_WithANullAndABlankCode_LandsWithThePrintedDigits()
    {
        bench.Server.On(Gdp, Payload.Text("worldbank_v2_gdp_mex_emu_notclassified.json"));

        var landed = await bench.Landed(Source);

        Assert.Equal(
        [
            "country_code,country_name,indicator_code,year,value",
            "MEX,Mexico,NY.GDP.MKTP.CD,2024,1830489311088.89",
            "MEX,Mexico,NY.GDP.MKTP.CD,2025,1832641364775.52",
            "XX,Not classified,NY.GDP.MKTP.CD,2025,5.0",
        ],
        FetchBench.Lines(landed.Snapshot));
        Assert.Equal((new DateOnly(2026, 7, 13), "Last-updated date printed with the data."), (landed.Snapshot.ReleasedOn, landed.Snapshot.ReleasedOnBasis));
        Assert.Equal(4, Assert.Single(landed.Requests).Rows);
    }

    [Fact]
    public async Task WholeRecordedAnswer_OfAnotherIndicator_Lands()
    {
        bench.Small(Source, 0, "NY.GNP.PCAP.CD").Server.On("/v2/country/all/indicator/NY.GNP.PCAP.CD", Payload.Text("country_US_indicator_NY.GNP.PCAP.CD.json"));

        var landed = await bench.Landed(Source);

        Assert.Equal(("USA,United States,NY.GNP.PCAP.CD,1990,24060", 8L), (FetchBench.Lines(landed.Snapshot)[1], landed.Rows));
    }

    [Fact]
    public async Task Answer_ThatBeginsWithAByteOrderMark_Lands()
    {
        bench.Server.On(Gdp, "\uFEFF" + Body(1, 1, 1, Row("DEU")));

        Assert.Equal("DEU,Name,NY.GDP.MKTP.CD,2020,1.50", FetchBench.Lines((await bench.Landed(Source)).Snapshot)[1]);
    }

    [Fact]
    public async Task ErrorBody_WithTheStatus200_IsRefusedWithItsWords()
    {
        bench.Server.On(Gdp, Payload.Text("worldbank_v2_http200_error_body.json"));

        var failed = await bench.IsRefused(Source, "is an error: Invalid value: The provided parameter value is not valid (asked for NY.GDP.MKTP.CD)");

        Assert.Equal(200, Assert.Single(failed.Requests).HttpStatus);
    }

    [Fact]
    public async Task SeveralIndicators_AreAskedForInOneRequest()
    {
        bench.Small(Source, 0, "A", "B", "C").Card(Source, c => c with { Ways = [c.Ways[0] with { SeriesPerRequest = 2 }] });
        bench.Server.On("/v2/country/all/indicator/A;B", Body(1, 1, 2, Row("A", "DEU", "2020", "1"), Row("B", "DEU", "2020", "2"))).On("/v2/country/all/indicator/C", Body(1, 1, 1, Row("C", "DEU", "2020", "1e3")));

        var landed = await bench.Landed(Source);

        Assert.Equal(["DEU,Name,A,2020,1", "DEU,Name,B,2020,2", "DEU,Name,C,2020,1e3"], FetchBench.Lines(landed.Snapshot).Skip(1));
        Assert.Equal(2, landed.Requests.Count);
    }

    [Fact]
    public async Task IndicatorWithoutAnyValue_IsRefusedByName()
    {
        bench.Small(Source, 0, "A", "B").Card(Source, c => c with { Ways = [c.Ways[0] with { SeriesPerRequest = 2 }] });
        bench.Server.On("/v2/country/all/indicator/A;B", Body(1, 1, 2, Row("A", "DEU", "2020", "1"), Row("B", "DEU", "2020", "null")));

        await bench.IsRefused(Source, "1 of 2 series came; there is no line of B");
    }

    [Fact]
    public async Task Answer_ThatShrinksMidway_IsRefused()
    {
        bench.Server.On(Gdp + Query + 1, Body(1, 2, 3, Row("DEU"), Row("FRA"))).On(Gdp + Query + 2, Body(2, 2, 2, Row("ITA")));

        await bench.IsRefused(Source, "says 2 rows on 2 pages where the page before said 3 on 2");
    }

    [Fact]
    public async Task Page_SentTwice_IsRefused()
    {
        bench.Server.On(Gdp + Query + 1, Body(1, 2, 4, Row("DEU"), Row("FRA"))).On(Gdp + Query + 2, Body(2, 2, 4, Row("FRA"), Row("DEU")));

        await bench.IsRefused(Source, "sent a line twice, word for word: DEU, NY.GDP.MKTP.CD, 2020");
    }

    [Fact]
    public async Task Data_UpdatedWhileTheyAreRead_AreRefused()
    {
        bench.Server.On(Gdp + Query + 1, Body(1, 2, 3, Row("DEU"), Row("FRA"))).On(Gdp + Query + 2, Body(2, 2, 3, Row("ITA")).Replace("2026-07-13", "2026-11-23", StringComparison.Ordinal));

        await bench.IsRefused(Source, "were updated (2026-07-13, then 2026-11-23) while they were read");
    }

    [Theory]
    [InlineData("\"countryiso3code\"", "\"iso3\"", "lacks the field in a row: 'countryiso3code' and has a new field in a row: 'iso3'")]
    [InlineData("\"lastupdated\"", "\"updated\"", "lacks the field in the page header: 'lastupdated'")]
    [InlineData("\"id\":\"NY.GDP.MKTP.CD\"", "\"id\":\"NY.GDP.PCAP.CD\"", "has rows of the indicator 'NY.GDP.PCAP.CD', which was not asked for")]
    [InlineData("\"total\":1", "\"total\":\"many\"", "says 'many' in total, where a number was expected")]
    public async Task Page_OfAnotherShape_IsRefusedByName(string words, string instead, string reason)
    {
        bench.Server.On(Gdp, Body(1, 1, 1, Row("DEU")).Replace(words, instead, StringComparison.Ordinal));

        await bench.IsRefused(Source, reason);
    }

    [Theory]
    [InlineData("[{\"page\":0,\"pages\":0,\"per_page\":2,\"total\":0,\"lastupdated\":\"2026-07-13\"},null]", "is page 0 where page 1 was asked for")]
    [InlineData("[{\"page\":1,\"pages\":1,\"per_page\":2,\"total\":0,\"lastupdated\":\"2026-07-13\"},null]", "has no rows")]
    [InlineData("{\"fault\": \"quota exceeded\"}", "is not a list of a page header and rows")]
    public async Task Answer_WithoutRows_IsRefused(string body, string reason)
    {
        bench.Server.On(Gdp, body);

        await bench.IsRefused(Source, reason);
    }

    [Fact]
    public async Task Years_ThatWereAskedFor_AreAskedOfTheService()
    {
        bench.Server.On(Gdp, Body(1, 1, 2, Row("NY.GDP.MKTP.CD", "DEU", "2019", "1"), Row("NY.GDP.MKTP.CD", "DEU", "2020", "2")));
        await bench.Landed(Source);
        bench.Server.On(Gdp, Body(1, 1, 1, Row("NY.GDP.MKTP.CD", "DEU", "2020", "3")));

        var landed = await bench.Landed(Source, 2020, null);

        Assert.EndsWith("&date=2020:2100", bench.Server.Asked.Last(), StringComparison.Ordinal);
        Assert.Equal(["DEU,Name,NY.GDP.MKTP.CD,2019,1", "DEU,Name,NY.GDP.MKTP.CD,2020,3"], FetchBench.Lines(landed.Snapshot).Skip(1));
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static string Body(int page, int pages, int total, params string[] rows) =>
        $$"""[{"page":{{page}},"pages":{{pages}},"per_page":"2","total":{{total}},"sourceid":"2","lastupdated":"2026-07-13"},[{{string.Join(',', rows)}}]]""";

    private static string Row(string area) => Row("NY.GDP.MKTP.CD", area, "2020", "1.50");

    /// <summary>SYNTHETIC: the fields of a recorded row with other values.</summary>
    private static string Row(string indicator, string area, string year, string value) =>
        $$"""{"indicator":{"id":"{{indicator}}","value":"an indicator"},"country":{"id":"{{area[..2]}}","value":"Name"},"countryiso3code":"{{area}}","date":"{{year}}","value":{{value}},"unit":"","obs_status":"","decimal":0}""";
}
