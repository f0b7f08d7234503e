using System.Net;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>What a link looks like where it is shared: title and words of the first chart, and a picture that is there.</summary>
public sealed class SharedPictureTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = Dashboard.Over(CountryWarehouseSql.Text);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("/", "/overview.png", "map")]
    [InlineData("/country/KEN?lang=fr", "/country/KEN.png", "left-out")]
    [InlineData("/country/KEN/brief", "/country/KEN.png", "left-out")]
    [InlineData("/data/coverage", "/explore.png", null)]
    public async Task Card_HasTitleWordsAndAPictureThatCanBeDrawn(string address, string path, string? chart)
    {
        var page = await Html.Parse(await dashboard.Text(address));
        string Of(string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")!.GetAttribute("content")!;
        var picture = new Uri(Of("og:image"));
        using var drawn = await dashboard.Get(picture.PathAndQuery.Replace(".png", ".svg", StringComparison.Ordinal));

        Assert.Equal(path, picture.AbsolutePath);
        Assert.Contains("size=social", picture.Query, StringComparison.Ordinal);
        Assert.Contains("vintage=2026-01-01", picture.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, drawn.StatusCode);
        Assert.Equal(("1200", "630", "summary_large_image"), (Of("og:image:width"), Of("og:image:height"), Of("twitter:card")));
        Assert.All(new[] { Of("og:title"), Of("og:description"), Of("og:image:alt") }, words => Assert.NotEmpty(words));
        if (chart is not null)
        {
            Assert.Contains($"chart={chart}", picture.Query, StringComparison.Ordinal);
            Assert.Equal(page.QuerySelector($"#{chart} .chart-title")?.TextContent ?? Of("og:title"), Of("og:title"));
        }
    }

    [Fact]
    public async Task Card_OfAnAddressThatIsNotFollowedWhole_HasNoPicture() =>
        Assert.Empty((await Html.Parse(await dashboard.Text("/?contingency=NOTHING"))).QuerySelectorAll("meta[property='og:image']"));
}
