using System.Net;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Pages.Brief;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>The brief of a country: the same figures as its page, and each part says what is not known.</summary>
public sealed class BriefPageTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    [Theory]
    [InlineData("/country/KEN/brief?lang=fr")]
    [InlineData("/country/URY/brief?lang=es")]
    [InlineData("/country/NOD/brief")]
    public async Task Brief_OfACountryWithMuchOrNothing_HasEveryPartOnceWithWords(string address)
    {
        var page = await Page(address);

        Assert.All(new BriefDocumentAttribute().Parts, part =>
        {
            var section = Assert.Single(page.QuerySelectorAll($".brief [data-part={part}]"));
            Assert.NotNull(section.QuerySelector("h2"));
            Assert.NotNull(section.QuerySelector(":scope > p, :scope > ul, :scope > table"));
        });
        Assert.Equal(2, page.QuerySelectorAll(".brief > .brief-sheet").Length);
    }

    [Fact]
    public async Task Headline_SaysGapAndPeople_WithTheWorldAndTheYearBesideThem()
    {
        var page = await Page("/country/KEN/brief");

        Assert.Equal(["89.9%", "45 million people"], page.QuerySelectorAll(".brief-figure strong").Select(figure => figure.TextContent));
        Assert.Equal(["53.1% World, 2020"], page.QuerySelectorAll(".brief-beside li").Select(figure => figure.TextContent.Trim()));
    }

    [Fact]
    public async Task Contingencies_HaveTheMarksOfTheCountrysChart_AndNoBarWithoutAFigure()
    {
        var brief = await Page("/country/KEN/brief");
        var country = await Page("/country/KEN");

        Assert.Equal(Marks(country, "#left-out .rank li"), Marks(brief, "[data-part=nine] tr[data-area]"));
        Assert.Equal(2, brief.QuerySelectorAll("[data-part=nine] .stem").Length);
        Assert.Null(brief.QuerySelector("tr[data-area=POOR] .stem"));
        Assert.Contains("No data", brief.QuerySelector("tr[data-area=POOR]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CountryNobodyToldOf_SaysSoInEachPart_AndNeverZero()
    {
        var page = await Page("/country/NOD/brief");

        Assert.Equal("No coverage figure for any benefit", page.QuerySelector(".brief-figure strong")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("[data-part=nine] .stem"));
        Assert.StartsWith("There is no cost and no gap", page.QuerySelector("[data-part=costs] p")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("There is nothing on this country", page.QuerySelector("[data-part=options] p")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0", page.QuerySelector(".brief-figure")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brief_IsLinkedFromTheCountrysPage_AndLinksItsDocumentAndTheFrozenAddress()
    {
        var country = await Page("/country/KEN?lang=es");
        var brief = await Page("/country/KEN/brief?lang=es");

        Assert.Contains(country.QuerySelectorAll(".actions a"), link => link.GetAttribute("href") == "/country/KEN/brief?lang=es");
        Assert.Equal("/country/KEN/brief.pdf?lang=es", brief.QuerySelector(".brief-actions a")!.GetAttribute("href"));
        Assert.Equal($"/country/KEN/brief?lang=es&vintage={SmallWarehouse.SecondVintage}", brief.QuerySelector(".brief-link")!.TextContent);
    }

    [Theory]
    [InlineData("/country/ZZZ/brief", 404)]
    [InlineData("/country/LMC/brief", 404)]
    [InlineData("/country/ZZZ/brief.pdf", 404)]
    [InlineData("/country/KEN/brief.pdf?size=square", 400)]
    [InlineData("/country/KEN/brief.pdf?chart=left-out", 400)]
    [InlineData("/country/KEN/brief.pdf?surprise=1", 400)]
    [InlineData("/country/KEN/brief.pdf?vintage=1999-01-01", 400)]
    public async Task Address_ThatLeadsNowhereOrIsHalfUnderstood_MakesNoBrief(string address, int status)
    {
        using var answer = await dashboard.Get(address);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.NotEqual("application/pdf", answer.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<string> Marks(IHtmlDocument page, string rows) =>
        page.QuerySelectorAll(rows).Select(row => $"{row.GetAttribute("data-area")}:{row.GetAttribute("data-value")}").Order(StringComparer.Ordinal);

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));
}
