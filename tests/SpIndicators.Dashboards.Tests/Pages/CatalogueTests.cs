using AngleSharp.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>The catalogue, an indicator's own page, methods and freshness: what the published file says, in three languages.</summary>
public sealed class CatalogueTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public async Task Catalogue_ListsEveryIndicator_WithItsCountriesAndYears()
    {
        var page = await Html.Parse(await dashboard.Text("/data"));

        var rows = page.QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("a")!.GetAttribute("href")!, row => row.QuerySelectorAll("td").Select(Said).ToList());
        Assert.Equal(6, rows.Count);
        Assert.Equal(["points", "4", "2001–2020"], rows["/data/gender_gap"]);
        Assert.Equal(["per cent", "No data", "–"], rows["/data/people_uncovered"]);
    }

    [Theory]
    [InlineData("en", "what it is", "Less is better.", "mind the age", "80.0% of the values (4). nothing to say")]
    [InlineData("fr", "ce que c’est", "Plus c’est bas, mieux c’est.", "attention", "80,0\u202f% des valeurs (4). rien à dire")]
    [InlineData("es", "lo que es", "Cuanto menos, mejor.", "ojo", "80,0\u00a0% de los valores (4). nada que decir")]
    public async Task Indicator_SaysWhatItIsAndHowSure_InTheReadersLanguage(string lang, string definition, string direction, string caveat, string grade)
    {
        var page = await Html.Parse(await dashboard.Text($"/data/gender_gap?lang={lang}"));

        Assert.Equal(definition, page.QuerySelector(".lead")!.TextContent);
        var facts = page.QuerySelectorAll(".facts dd").Select(Said).ToList();
        Assert.Contains(direction, facts);
        Assert.Contains(caveat, facts);
        Assert.Contains("gender_gap", facts);
        Assert.Equal("a − b", page.QuerySelector("dd[lang=en]")!.TextContent);
        Assert.Equal($"A {grade}", Said(page.QuerySelector(".grades li")!));
    }

    [Fact]
    public async Task Indicator_NamesItsSources_Releases_Licence_AndOurParameters()
    {
        var page = await Html.Parse(await dashboard.Text("/data/gender_gap"));

        var said = Said(page.QuerySelector("#sources")!.ParentElement!);
        Assert.Contains("ILO – SDG 1.3.1. Releases used: 17 April 2022. Licence: CC BY 4.0.", said, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/methods#parameters']"));
        Assert.Contains(page.QuerySelectorAll("a[type='application/json']"), link => link.GetAttribute("href") == "/api/v1/observations?indicator=gender_gap&time=latest&lang=en");
        var answer = await dashboard.Client.GetAsync("/api/v1/observations?indicator=gender_gap&time=latest&lang=en", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/data", "all")]
    [InlineData("/data/gender_gap?lang=fr", "gender_gap")]
    [InlineData("/data/gender_gap?vintage=2026-01-01", "gender_gap")]
    public async Task UseTheData_GivesOneAddressToEveryProgram_AndEveryLinkIsAnswered(string url, string table)
    {
        var page = await Html.Parse(await dashboard.Text(url));

        var address = page.QuerySelector(".use-data .address")!.TextContent.Trim();
        Assert.StartsWith($"{dashboard.Client.BaseAddress}api/v1/data/{table}.csv", address, StringComparison.Ordinal);
        var snippets = page.QuerySelectorAll(".use-data pre").Select(pre => pre.TextContent).ToList();
        Assert.Equal(5, snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains($"\"{address}\"", snippet, StringComparison.Ordinal));
        string[] links = [address, .. page.QuerySelectorAll(".use-data a").Select(link => link.GetAttribute("href")!)];
        Assert.True(links.Length >= 10, $"Only {links.Length} links.");
        foreach (var link in links)
        {
            using var answer = await dashboard.Get(link);
            Assert.Equal((link, System.Net.HttpStatusCode.OK), (link, answer.StatusCode));
        }
    }

    /// <summary>A frozen page leads to frozen figures: each address of the API bears the vintage.</summary>
    [Theory]
    [InlineData("/data?vintage=2026-01-01")]
    [InlineData("/data/coverage?vintage=2026-01-01")]
    public async Task FrozenPage_LeadsToFrozenFiguresOnly(string url)
    {
        var page = await Html.Parse(await dashboard.Text(url));
        var links = page.QuerySelectorAll(".use-data a").Select(link => link.GetAttribute("href")!).Where(link => link.StartsWith("/api/", StringComparison.Ordinal) && link != Urls.ApiOpenApiPath).ToList();

        Assert.True(links.Count >= 9, $"Only {links.Count} links.");
        Assert.All(links, link => Assert.Contains("2026-01-01", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Catalogue_SaysWhatTheWholeFilesHold()
    {
        var page = await Html.Parse(await dashboard.Text("/data"));
        var item = page.QuerySelector("a[href='/api/v1/bulk/spindicators-2026-01-01.parquet']")!.ParentElement!;

        Assert.Contains("7 figures as the sources published them", Said(item), StringComparison.Ordinal);
        Assert.Contains("All observations, all indicators", Said(page.QuerySelector("a[href$='.duckdb']")!.ParentElement!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_NobodyVerified_SaysSo_AndItsOriginIsText()
    {
        var page = await Html.Parse(await dashboard.Text("/methods"));

        var rows = page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Said).ToList()).ToList();
        Assert.Equal(["administration", "5.25", "per cent", "not verified", "from memory <b>"], rows[0]);
        Assert.Equal(["children", "4", "XX", "✓ yes", "a document"], rows[1]);
        Assert.Equal(["year of the target", "2030", "year"], page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")[0].Children.Select(Said));
        Assert.Contains("1. Contributions", page.QuerySelectorAll(".facts dt").Select(Said));
    }

    [Fact]
    public async Task Freshness_ShowsTheNewestReleaseOfEachSource_AndTheWarnings()
    {
        var page = await Html.Parse(await dashboard.Text("/freshness"));

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Said).ToList()).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(["Global SDG database", "SDG 1.3.1", "WDI"], page.QuerySelectorAll("tbody th .fine").Select(Said).Order(StringComparer.Ordinal));
        Assert.Contains("17 February 2024", rows.Single(row => row[0].StartsWith("UNSD", StringComparison.Ordinal))[1], StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(["1,234", "2"], row[3..]));
        Assert.Equal("A rate of all lies <between> the two. (23 rows concerned)", Said(page.QuerySelectorAll(".warnings li").Single(item => item.TextContent.Contains("rate", StringComparison.Ordinal))));
        Assert.Equal("No refresh is scheduled, or this is a frozen link.", page.QuerySelector(".stat-missing")!.TextContent);
    }

    private static string Said(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

}
