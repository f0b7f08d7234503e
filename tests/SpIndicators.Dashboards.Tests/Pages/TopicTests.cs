using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>A topic's page over given rows: the spread of countries, the chosen ones, what has too few.</summary>
public sealed class TopicTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public async Task Spread_CountsEachCountrysNewestValue_NoneOlderThanTheTopicAllows()
    {
        var row = (await Rows("/topics/gender"))[0];

        Assert.Equal(["Gender gap – Short", "3 countries, 2016–2020", "−9.0", "2.0", "−4.0"], [row.Label, row.Reach, row.Lowest, row.Highest, row.Median]);
    }

    [Fact]
    public async Task IndicatorBySex_IsALineForEach()
    {
        var labels = (await Rows("/topics/gender")).Select(row => row.Label);

        Assert.Equal(["Gender gap – Short", "Wage work – Women", "Wage work – Men"], labels);
    }

    [Fact]
    public async Task ChosenCountry_HasItsValueYearAndFlags_AndOneWithoutSaysSo()
    {
        var page = await Html.Parse(await dashboard.Text("/topics/gender?country=URY~NOD"));

        var cells = page.QuerySelectorAll(".spreads tbody tr")[0].QuerySelectorAll("td").Skip(4).Select(cell => string.Join(' ', cell.Children.Select(part => Said(part.TextContent)))).ToList();
        Assert.Equal(["2.0 2019 published above 100, shown as 100", "No data"], cells);
        Assert.Equal(1, page.QuerySelectorAll(".spreads tbody tr")[0].QuerySelectorAll(".spread-strip .sign").Length);
    }

    [Fact]
    public async Task IndicatorOfTooFewCountries_IsNamed_NotShown()
    {
        var page = await Html.Parse(await dashboard.Text("/topics/gender"));

        Assert.Contains(page.QuerySelectorAll("p.fine"), line => line.TextContent == "Not shown, because fewer than 2 countries have a recent value: Gender gap – Short.");
    }

    [Theory]
    [InlineData("/topics/nothing", "No such topic")]
    [InlineData("/data/nothing", "No such indicator")]
    public async Task UnknownName_IsAnswered404_InWords(string path, string title)
    {
        var answer = await dashboard.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    private async Task<List<(string Label, string Reach, string Lowest, string Highest, string Median)>> Rows(string path)
    {
        var page = await Html.Parse(await dashboard.Text(path));
        return
        [
            .. page.QuerySelectorAll(".spreads tbody tr").Select(row =>
            {
                var cells = row.QuerySelectorAll("td").Select(cell => Said(cell.TextContent)).ToList();
                return (row.QuerySelector("th a")!.TextContent, row.QuerySelector("th .fine")!.TextContent, cells[0], cells[2], cells[3]);
            }),
        ];
    }

    private static string Said(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
