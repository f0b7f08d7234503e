using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>One page a country: what is known is told with its year, what is not known is told too.</summary>
public sealed class CountryPageTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    [Theory]
    [InlineData("en", "Kenya", "89.9%", "45 million people", "Between places 31 and 33 of 44: Lower middle income.")]
    [InlineData("fr", "Kenya", "89,9\u202f%", "45 millions de personnes", "Entre les places 31 et 33 sur 44\u00a0: Revenu moyen inférieur.")]
    [InlineData("es", "Kenya", "89,9\u00a0%", "45 millones de personas", "Entre los puestos 31 y 33 de 44: Ingreso mediano bajo.")]
    public async Task Headline_TellsGapPeopleAndTheBandOfPlaces(string lang, string name, string gap, string people, string rank)
    {
        var page = await Page($"/country/KEN?lang={lang}");

        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.Equal([gap, people], page.QuerySelectorAll(".headline-figure strong").Select(figure => figure.TextContent));
        Assert.Contains(rank, page.QuerySelectorAll(".headline-words p").Select(p => p.TextContent));
    }

    [Fact]
    public async Task Contingencies_TellEachWithItsYear_AndThoseWithoutAFigureAsSuch()
    {
        var page = await Page("/country/ken");

        Assert.Equal(
            ["At least one benefit|10.1%|89.9 points|45 million people|2020", "Old age|13.2%|86.8 points|1.2 million people|2019", "Poor|No data"],
            page.QuerySelectorAll("#nine tbody tr").Select(row => string.Join('|', row.Children.Take(5).Select(cell => Said(cell).Replace("persons", "", StringComparison.Ordinal).Trim()))));
        Assert.Equal("→ Limited progress (−0.08 points a year since 2016)", Said(page.QuerySelectorAll("#nine tbody tr")[0].Children[6]));
    }

    [Fact]
    public async Task LeftOut_IsRankedByGap_AndWhatIsMissingStandsLastWithoutAValue()
    {
        var page = await Page("/country/KEN");

        Assert.Equal(["TOTAL:89.9", "OLDAGE:86.8", "POOR:"], page.QuerySelectorAll("#left-out .rank li").Select(row => $"{row.GetAttribute("data-area")}:{row.GetAttribute("data-value")}"));
        Assert.NotNull(page.QuerySelector("#left-out .rank-bars"));
    }

    [Fact]
    public async Task BarsOfSeveralYears_SayTheYearWhereTheyAreRead_AndWhichAreOlder()
    {
        var page = await Page("/country/KEN");

        Assert.Equal(["89.9 points (2020)", "86.8 points (2019)", "No data"], page.QuerySelectorAll("#left-out .rank-value").Select(Said));
        Assert.Equal("NoteOlder years than 2020 are shown where the release has no newer figure: Old age (2019).", Said(page.QuerySelectorAll("#left-out .chart-footer p")[1]));
        Assert.EndsWith(", 2020", page.QuerySelector("#peers-chart .chart-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FigureMoreThanFiveYearsOlderThanItsRelease_BearsAStroke_AndTheTableSaysSo()
    {
        var page = await Page("/country/URY");
        var row = page.QuerySelector("#left-out li[data-value]")!;

        Assert.EndsWith("(2012); more than five years older than the release", Said(row.QuerySelector(".rank-value")!), StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector(".signs .sign-slash"));
        Assert.Equal("more than five years older than the release", Said(page.QuerySelector("#left-out .legend-list li:last-child")!));
        Assert.Contains(page.QuerySelectorAll("#nine tbody tr"), line => line.Children.Length > 2 && Said(line.QuerySelector("td[data-label=Flags]")!) == "more than five years older than the release");
    }

    [Fact]
    public async Task Ratification_WithinTheYearsDrawn_IsDrawnAndListedUnderTheTable()
    {
        var page = await Page("/country/KEN");

        var drawn = Assert.Single(page.QuerySelectorAll("#trend .event"));
        Assert.Equal("event", drawn.ClassName);
        Assert.Equal("C102 ratified", drawn.QuerySelector("text")!.TextContent);
        Assert.Equal("C102 ratified|2019 · Convention No. 102: ratified (2019).", string.Join('|', page.QuerySelector("#trend .chart-event")!.Children.Select(cell => cell.TextContent)));
    }

    [Fact]
    public async Task Ratification_OutsideTheYearsAndNotVerified_IsSaidToBeBoth()
    {
        var page = await Page("/country/SEN");

        Assert.Empty(page.QuerySelectorAll("#trend .event"));
        Assert.Equal("1962 Convention No. 102: ratified (1962); still to be verified at its source. not in the drawing", Said(page.QuerySelector("#trend .event-list li")!));
        Assert.Contains("ratified (1962); still to be verified at its source.", page.QuerySelector("#conventions .answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CountryOutsideAnIncompleteList_IsNotCalledOneThatHasNotRatified()
    {
        var page = await Page("/country/DEU");

        Assert.Contains("not in our list of ratifications as of 25 October 2021", page.QuerySelector("#conventions .answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WomenAndMen_OfTheSameYear_AreComparedWithTheirFlags_AndOneSexAloneIsTold()
    {
        var page = await Page("/country/KEN");

        Assert.Equal("Old age|20.0%|25.5%|+5.5 points|2020|published above 100, shown as 100",
            string.Join('|', Assert.Single(page.QuerySelectorAll("#sexes tbody tr")).Children.Select(Said)));
        Assert.Contains(page.QuerySelectorAll("#sexes .fine"), p => p.TextContent.Contains("Poor, Women: 5.0% (2018)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "KEN,SEN,CIV", "By income.")]
    [InlineData("?peers=region", "KEN,SEN", "By region.")]
    public async Task Peers_AreChosenByTheRuleAskedFor_WhichIsWrittenUnderThem(string query, string areas, string rule)
    {
        var page = await Page("/country/KEN" + query);

        Assert.Equal(areas.Split(',').Order(StringComparer.Ordinal), page.QuerySelectorAll("#peers-chart .rank li").Select(row => row.GetAttribute("data-area")!).Order(StringComparer.Ordinal));
        Assert.Equal("KEN", page.QuerySelector("#peers-chart .rank li.emphasised")!.GetAttribute("data-area"));
        Assert.Contains(page.QuerySelectorAll("#peers-chart .chart-footer p"), p => p.TextContent.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PeersWithoutAFigure_AreNamed_AndTheMedianIsSaid()
    {
        var page = await Page("/country/KEN");

        Assert.Equal("Without a recent figure: Nodata.", page.QuerySelector("#peers > .fine")!.TextContent);
        Assert.Equal("Kenya covers 10.1% of its people; the median of 2 peers with a figure is 50.0%: 39.9\u00a0points below it.", page.QuerySelector("#peers-chart .chart-summary")!.TextContent);
    }

    [Fact]
    public async Task Peers_WhenTheCountrysOwnFigureIsTooOld_SaysSo_NotThatPeersAreTooFew()
    {
        var page = await Page("/country/URY");

        Assert.Equal(["SEN"], page.QuerySelectorAll("#peers-chart .rank li").Select(row => row.GetAttribute("data-area")));
        Assert.Equal("The newest figure of Uruguay is of 2012: too old to be held against the others.", page.QuerySelector("#peers-chart .chart-summary")!.TextContent);
    }

    [Fact]
    public async Task Peers_None_ShowsNone_AndASlipIsTold()
    {
        var none = await Page("/country/KEN?peers=none");
        var slip = await Page("/country/KEN?peers=friends");

        Assert.Null(none.QuerySelector("#peers-chart"));
        Assert.Contains("peers=friends", slip.QuerySelector(".ignored")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(slip.QuerySelector("#peers-chart"));
    }

    [Fact]
    public async Task Costs_AreARangeWhereCoverageIsUnknown_AndSayWhoseTheyAre()
    {
        var page = await Page("/country/KEN");

        Assert.Equal("Closing the gap of five basic benefits would cost 2.7% to 2.9% of GDP a year; the benefits together cost 2.9% of GDP.", page.QuerySelector("#costs .answer")!.TextContent);
        Assert.Contains("That is 15.6% to 16.8% of what government takes in, and 11.7% to 12.6% of what it spends.", page.QuerySelectorAll("#costs p").Select(p => p.TextContent));
        Assert.Equal(
            ["Child benefit (ages 0 to 5)|7.1 million people|3.6% (2019)|0.87%|0.84%|4.8%|No data", "Disability benefit|1.6 million people|not known|0.80%|between 0 and 0.80%|No data|No data"],
            page.QuerySelectorAll("#costs tbody tr").Select(row => string.Join('|', row.Children.Select(Said))));
        Assert.Contains(page.QuerySelectorAll("#costs .fine"), p => p.TextContent.Contains("parameters of which some are not verified", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_SayThePotential_OrWhyThereIsNone()
    {
        var page = await Page("/country/KEN");

        Assert.Equal(
            ["1.7% of GDP", "nothing: its benchmark is reached already", "no amount: no source in the data", "0.26% of GDP a year for ten years (a stock of 2.6% of GDP, to be used once)", "amber: inflation or deficit calls for care"],
            page.QuerySelectorAll("#options tbody tr").Select(row => Said(row.Children[4])));
        Assert.Contains(page.QuerySelectorAll("#options p"), p => p.TextContent.Contains("no recommendation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CountryWithoutAnything_SaysSoInEverySection()
    {
        var page = await Page("/country/NOD");

        Assert.Equal("No coverage figure for any benefit", page.QuerySelector(".notice-title")!.TextContent);
        Assert.All(page.QuerySelectorAll("#nine tbody td"), cell => Assert.Equal("No data", Said(cell)));
        Assert.Null(page.QuerySelector("#trend"));
        Assert.Contains("this one is not among them", page.QuerySelector("#costs p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("By this rule the country has no peers.", page.QuerySelector("#peers p")!.TextContent);
    }

    [Theory]
    [InlineData("KNE", "KEN")]
    [InlineData("senegl", "SEN")]
    [InlineData("allemagne", "DEU")]
    public async Task UnknownCode_IsNotFound_AndNamesTheNearest(string code, string nearest)
    {
        using var answer = await dashboard.Get($"/country/{code}");
        var page = await Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(code, page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/country/{nearest}", page.QuerySelector(".nearest a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task UnknownCode_OfAGroup_LeadsToTheComparison_AndMarkupIsShownAsText()
    {
        using var group = await dashboard.Get("/country/LMC");
        var page = await Html.Parse(await group.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var hostile = await dashboard.Get("/country/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Assert.Equal(HttpStatusCode.NotFound, group.StatusCode);
        Assert.NotNull(page.QuerySelector("main a[href='/compare?country=~LMC']"));
        Assert.DoesNotContain("<script>alert", await hostile.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Sub-Saharan Africa")]
    [InlineData("fr", "Afrique subsaharienne")]
    public async Task List_StandsByRegion_InTheLanguageOfThePage(string lang, string region)
    {
        var page = await Page($"/country?lang={lang}");

        var section = page.QuerySelectorAll(".region").Single(s => s.QuerySelector("h2")!.TextContent == region);
        Assert.Equal(["Côte d’Ivoire", "Kenya", lang == "fr" ? "Sénégal" : "Senegal"], section.QuerySelectorAll("a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("cote", "CIV")]
    [InlineData("ALLEMAGNE", "DEU")]
    [InlineData("ken", "KEN")]
    public async Task Search_FindsByAnyLanguageWithoutAccents(string find, string code)
    {
        var page = await Page($"/country?find={find}");

        Assert.Equal($"/country/{code}", Assert.Single(page.QuerySelectorAll(".country-list a")).GetAttribute("href"));
    }

    [Theory]
    [InlineData("ivory", "CIV", "Côte d’Ivoire (Ivory Coast)")]
    [InlineData("old bbb", "KEN", "Kenya (Old bbb)")]
    public async Task Search_FindsByOtherNames_AndSaysWhich(string find, string code, string said)
    {
        var page = await Page($"/country?find={find}");
        var link = Assert.Single(page.QuerySelectorAll(".country-list a"));

        Assert.Equal($"/country/{code}", link.GetAttribute("href"));
        Assert.StartsWith(said, Said(link.ParentElement!), StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));

    private static string Said(IElement cell) => string.Join(' ', cell.TextContent.Replace('\u00a0', ' ').Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
