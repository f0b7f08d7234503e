using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>Reforms stand beside the lines they may be read with, each with its document, and claim nothing.</summary>
public sealed class ReformTests(ReformTests.Site site) : IClassFixture<ReformTests.Site>
{
    private const string Inua = "2018 Inua Jamii: a pension from 70 (Old age; started) Source: ILO brief";

    [Fact]
    public async Task CountryPage_ListsAllReformsWithTheirDocuments()
    {
        var items = (await site.Page("/country/KEN")).QuerySelectorAll("#reforms .event-list li");

        Assert.Equal(["2004 Grant: for poor families (Poor; law passed) Source: Gazette & <Co>", Inua], items.Select(Said));
        var link = items[1].QuerySelector("a")!;
        Assert.Equal(("https://example.org/inua", "noopener external"), (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Fact]
    public async Task CountryPage_WithoutReforms_SaysThatTheListIsNotComplete()
    {
        var section = (await site.Page("/country/URY")).QuerySelector("#reforms")!;

        Assert.Empty(section.QuerySelectorAll("li"));
        Assert.Contains("is not complete", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TrendOfAnyBenefit_HasReformsOfEveryContingency_WithNumbersOfTheList()
    {
        var trend = (await site.Page("/country/KEN")).QuerySelector("#trend")!;

        Assert.Equal(["C102 ratified", "1", "2"], trend.QuerySelectorAll(".event text").Select(text => text.TextContent));
        Assert.Equal(["event", "event event-reform", "event event-reform"], trend.QuerySelectorAll(".event").Select(sign => sign.ClassName));
        Assert.Equal(["1", "2", ""], trend.QuerySelectorAll(".event-list .event-mark").Select(Said));
        Assert.Contains("does not prove", trend.QuerySelector(".event-note")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("Marked in the chart: 1. Grant (2004), 2. Inua Jamii (2018), C102 ratified (2019).", trend.QuerySelector(".chart-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(trend.QuerySelectorAll(".chart-event"), row => Said(row) == "Inua Jamii 2018 · Inua Jamii: a pension from 70 (Old age; started) · ILO brief");
    }

    [Theory]
    [InlineData("/indicator?contingency=OLDAGE&country=~KEN", "#line")]
    [InlineData("/explore?tab=line&indicator=coverage&contingency=OLDAGE&country=~KEN", "#chart")]
    public async Task LineOfOneContingency_HasItsReformsOnly_AndRatifications(string url, string chart)
    {
        var events = (await site.Page(url)).QuerySelectorAll($"{chart} .event-list li");

        Assert.Equal([Inua, "2019 Convention No. 102: ratified (2019)."], events.Select(item => Said(item).Replace("1 2018", "2018", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task LinesOfTwoCountries_SayWhoseAReformIs()
    {
        var page = await site.Page("/indicator?contingency=TOTAL&country=KEN~SEN");

        Assert.Contains(page.QuerySelectorAll("#line .event-list li"), item => Said(item).Contains("Kenya: Inua Jamii", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("#line .event-list li"), item => Said(item).Contains("Senegal: Convention No. 102", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("KEN~SEN~DEU~URY", "at most 3 countries")]
    [InlineData("X01", null)]
    public async Task LinesOfManyCountriesOrOfAGroup_HaveNoEvents_AndSayWhenTheyCould(string areas, string? said)
    {
        var page = await site.Page($"/indicator?country={(areas.Contains('~', StringComparison.Ordinal) ? areas : "~" + areas)}");

        Assert.Empty(page.QuerySelectorAll("#line .event, #line .event-list"));
        Assert.Equal(said is not null, page.QuerySelector("#line .chart-footer")!.TextContent.Contains(said ?? "at most", StringComparison.Ordinal));
    }

    [Fact]
    public async Task YearsThatAReaderChose_AreNotWidened_AndTheListSaysWhatIsNotDrawn()
    {
        var page = await site.Page("/indicator?contingency=TOTAL&country=~KEN&time=2018..2020");

        Assert.Equal(["1"], page.QuerySelectorAll("#line .event-reform text").Select(text => text.TextContent));
        var left = Assert.Single(page.QuerySelectorAll("#line .event-list li"), item => item.TextContent.Contains("not in the drawing", StringComparison.Ordinal));
        Assert.Contains("2004", left.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Réformes", "Inua Jamii\u00a0: une pension dès 70 ans (Old age\u00a0; mise en place)")]
    [InlineData("es", "Reformas", "Inua Jamii: una pensión desde los 70 (Old age; puesta en marcha)")]
    public async Task Reforms_InAnotherLanguage_AreToldInIt(string lang, string title, string told)
    {
        var page = await site.Page($"/country/KEN?lang={lang}");

        Assert.Equal(title, page.QuerySelector("#reforms h2")!.TextContent);
        Assert.Contains(told, page.QuerySelector("#reforms")!.TextContent, StringComparison.Ordinal);
    }

    private static string Said(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The pages about countries, with two reforms of Kenya.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private const string Reforms = """

            insert into indicators.reform values
                ('KEN', 2004, 'POOR', 'law', 'Grant: for poor families', 'Grant : pour les familles pauvres', 'Grant: para familias pobres', 'Gazette & <Co>', 'https://example.org/grant?a=1&b=2'),
                ('KEN', 2018, 'OLDAGE', 'start', 'Inua Jamii: a pension from 70', 'Inua Jamii' || chr(160) || ': une pension dès 70 ans', 'Inua Jamii: una pensión desde los 70', 'ILO brief', 'https://example.org/inua');
            insert into indicators.indicator_value by name
            select 'coverage' as indicator_id, 'KEN' as ref_area, v.year as time_period, '_T' as sex, 'OLDAGE' as contingency, v.value as obs_value, 'PT' as unit_measure, '' as flags, 'B' as confidence,
                'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, 'S' as series_code, v.year as source_time_period, repeat('ab', 32) as snapshot_sha256
            from (values (2016, 11.0), (2019, 13.2)) as v(year, value);
            """;

        private readonly Dashboard dashboard = new();

        public async ValueTask InitializeAsync()
        {
            dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage, CountryWarehouseSql.Text + Reforms);
            await dashboard.InitializeAsync();
        }

        public async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));

        public ValueTask DisposeAsync() => dashboard.DisposeAsync();
    }
}
