using System.Net;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>A chart without values has no picture, one without published series no SDMX: neither is offered, and both answer that there is none.</summary>
public sealed class WithoutValuesTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = Dashboard.Over(CountryWarehouseSql.Text);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Fact]
    public async Task Menu_OfAChartWithoutValues_OffersNoPictureAndNoSdmx()
    {
        var page = await Html.Parse(await dashboard.Text("/country/NOD"));
        var menu = page.QuerySelector("#left-out .chart-download")!;
        var links = menu.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!.Split('?')[0]).ToList();

        Assert.Contains("/country/NOD.csv", links);
        Assert.DoesNotContain(links, link => link.EndsWith(".svg", StringComparison.Ordinal) || link.EndsWith(".png", StringComparison.Ordinal) || link.EndsWith(".pdf", StringComparison.Ordinal) || link.EndsWith(".sdmx.csv", StringComparison.Ordinal));
        Assert.Empty(menu.QuerySelectorAll("textarea"));
        Assert.Empty(page.QuerySelectorAll("meta[property='og:image']"));
        Assert.NotEmpty(page.QuerySelectorAll("meta[property='og:title']"));
    }

    [Theory]
    [InlineData("/country/NOD.svg?chart=left-out", "application/problem+json")]
    [InlineData("/country/NOD.embed?chart=left-out", "text/html")]
    [InlineData("/country/NOD.sdmx.csv?chart=left-out", "application/problem+json")]
    public async Task WhatIsNotOffered_IsNotThere(string address, string told)
    {
        using var answer = await dashboard.Get(address);

        Assert.Equal((HttpStatusCode.NotFound, told), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Menu_OfWhatThePageWorksOut_OffersPicturesButNoSdmx()
    {
        await using var calculator = Dashboard.Over(PackageRows.Sql);
        await calculator.InitializeAsync();
        var page = await calculator.Text("/calculator?country=~KEN");
        using var sdmx = await calculator.Get("/calculator.sdmx.csv?country=~KEN&chart=benefits");

        Assert.Contains("/calculator.svg?", page, StringComparison.Ordinal);
        Assert.DoesNotContain(".sdmx.csv", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, sdmx.StatusCode);
    }
}
