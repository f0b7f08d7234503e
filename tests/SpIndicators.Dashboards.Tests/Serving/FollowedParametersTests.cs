using System.Reflection;
using Microsoft.AspNetCore.Components;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>An address never claims a view that the page does not show.</summary>
public sealed class FollowedParametersTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    /// <summary>Differs from the default in everything.</summary>
    private const string Everything = "country=KEN~SEN&contingency=OLDAGE&sex=F&time=2019&measure=people&maxAge=9&release=unsd_sdg%402024-02-17&lang=fr";

    /// <summary>Every page that is not personal, and what it follows besides language and vintage.</summary>
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["/"] = "country maxAge",
        ["/about"] = "",
        ["/calculator"] = "country",
        ["/compare"] = "country contingency sex measure maxAge",
        ["/country"] = "",
        ["/country/{Code}"] = "",
        ["/country/{Code}/brief"] = "",
        ["/data"] = "",
        ["/data/{Id}"] = "",
        ["/explore"] = "country contingency sex time maxAge",
        ["/fiscal-space"] = "country",
        ["/freshness"] = "",
        ["/indicator"] = "country contingency sex time measure maxAge release",
        ["/methods"] = "",
        ["/revisions"] = "country",
        ["/search"] = "",
        ["/sources"] = "",
        ["/topics"] = "",
        ["/topics/{Id}"] = "country",
        // Nothing is shown there that could follow anything; the query is kept for the languages' links.
        ["/{*Address}"] = "all",
    };

    [Fact]
    public void EveryRoutedPage_SaysWhatItFollows()
    {
        var pages = from page in typeof(PageView).Assembly.GetTypes()
                    where page.GetCustomAttribute<PersonalAttribute>() is null
                    from route in page.GetCustomAttributes<RouteAttribute>()
                    orderby route.Template
                    let follows = page.GetCustomAttribute<FollowsAttribute>()
                    select $"{route.Template}: {(follows is null ? "all" : string.Join(' ', follows.Parameters))}";

        Assert.Equal(Pages.Select(page => $"{page.Key}: {page.Value}").Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/country/KEN", "country contingency sex time measure maxAge release", "/country/KEN?lang=fr")]
    [InlineData("/compare", "time release", "/compare?country=KEN~SEN&contingency=OLDAGE&sex=F&measure=people&maxAge=9&lang=fr")]
    [InlineData("/fiscal-space", "contingency sex time measure maxAge release", "/fiscal-space?country=KEN~SEN&lang=fr")]
    [InlineData("/indicator", "", "/indicator?country=KEN~SEN&contingency=OLDAGE&sex=F&time=2019&measure=people&maxAge=9&release=unsd_sdg%402024-02-17&lang=fr")]
    public async Task ParameterThatIsNotFollowed_IsTold_AndNotCarriedInThePagesOwnLinks(string path, string told, string own)
    {
        var page = await Html.Parse(await dashboard.Text($"{path}?{Everything}"));

        Assert.Equal(told, string.Join(' ', page.QuerySelectorAll(".ignored code").Select(code => code.TextContent.Split('=')[0])));
        Assert.All(page.QuerySelectorAll(".ignored li"), line => Assert.Contains("cette page n’en tient pas compte", line.TextContent, StringComparison.Ordinal));
        Assert.Equal(own, page.QuerySelector(".language-switch [lang=fr]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task FootersOfCharts_LeadToTheSources_WithNothingThatPageDoesNotFollow()
    {
        var page = await Html.Parse(await dashboard.Text("/compare?country=KEN~SEN&sex=F&lang=fr"));

        Assert.Equal("/sources?lang=fr", page.QuerySelector("#ranking .chart-footer a")!.GetAttribute("href"));
    }
}
