using AngleSharp.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>The page of a release tells what that release took back, where a reader would look for the figure.</summary>
public sealed class WithdrawnFiguresTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("en", "2 figures of the release before (release of 19 October 2020) were withdrawn in this release", "Uruguay 2019 (267.3%, shown as 100%)")]
    [InlineData("fr", "2 chiffres de l’édition précédente (édition du 19 octobre 2020) ont été retirés dans cette édition", "Uruguay 2019 (267,3\u202f%, affiché à 100\u202f%)")]
    [InlineData("es", "2 cifras de la edición anterior (edición del 19 de octubre de 2020) se retiraron en esta edición", "Uruguay 2019 (267,3\u00a0%, mostrado como 100\u00a0%)")]
    public async Task Release_ThatTookFiguresBack_NamesThem(string lang, string title, string uruguay)
    {
        var notice = await Notice($"contingency=POOR&release=unsd_sdg@2024-02-17&lang={lang}");

        Assert.Equal(title, notice!.QuerySelector(".notice-title")!.TextContent);
        Assert.Equal(uruguay, notice.QuerySelectorAll("li")[1].TextContent);
        Assert.Null(notice.QuerySelector("details"));
        Assert.Contains("release=unsd_sdg%402020-10-19", notice.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_IsSaidInTheSingular_AndWithoutWhatWasNotCapped()
    {
        var notice = await Notice("contingency=OLDAGE&release=unsd_sdg@2024-02-17");

        Assert.StartsWith("1 figure of the release before", notice!.QuerySelector(".notice-title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Germany 2016 (100.0%)", Assert.Single(notice.QuerySelectorAll("li")).TextContent);
    }

    [Fact]
    public async Task Many_StandBehindADisclosure()
    {
        var notice = await Notice("contingency=TOTAL&release=unsd_sdg@2024-02-17");

        Assert.Equal(4, notice!.QuerySelectorAll("details li").Length);
    }

    [Theory]
    [InlineData("contingency=POOR&sex=F&release=unsd_sdg@2024-02-17")]
    [InlineData("contingency=POOR&release=unsd_sdg@2020-10-19")]
    [InlineData("contingency=POOR")]
    public async Task Release_ThatTookNothingBack_SaysNothing(string query) => Assert.Null(await Notice(query));

    private async Task<IElement?> Notice(string query) =>
        (await Html.Parse(await dashboard.Text($"/indicator?{query}"))).QuerySelector(".withdrawn")?.Closest(".notice");
}
