using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>The overview, over the rows of the fixture.</summary>
public sealed class OverviewTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("en", "(1 row concerned)", "(23 rows concerned)")]
    [InlineData("fr", "(1 ligne concernée)", "(23 lignes concernées)")]
    [InlineData("es", "(1 fila afectada)", "(23 filas afectadas)")]
    public async Task Warnings_AreNamedByTheSentenceOfTheirCheck_MarkedAsEnglish(string lang, string one, string many)
    {
        var page = await Html.Parse(await dashboard.Text($"/?lang={lang}"));

        var warnings = page.QuerySelectorAll(".warnings li");
        Assert.Equal([$"Few rows are rejected. {one}", $"A rate of all lies <between> the two. {many}"], warnings.Select(w => w.TextContent));
        Assert.All(warnings, w => Assert.Equal("en", w.FirstElementChild!.GetAttribute("lang")));
    }

    [Theory]
    [InlineData("en", "Remark: school meals included")]
    [InlineData("fr", "Remarque (en anglais)\u00a0: school meals included")]
    [InlineData("es", "Observación (en inglés): school meals included")]
    public async Task Tooltip_ThatRepeatsARemarkOfTheSource_SaysThatItIsEnglish(string lang, string remark)
    {
        var page = await Html.Parse(await dashboard.Text($"/?lang={lang}"));

        Assert.Contains(remark, page.QuerySelector("path[data-area=SEN]")!.Closest("a")!.QuerySelector("title")!.TextContent.Split('\n'));
    }

    [Theory]
    [InlineData("en", "Short: for 2020 this release has a world value under women only (18.6%)")]
    [InlineData("fr", "Court\u00a0: pour 2020, la valeur mondiale (18,6\u202f%) figure dans cette édition sous «\u00a0femmes\u00a0» seulement")]
    [InlineData("es", "Corto: para 2020, el valor mundial (18,6\u00a0%) figura en esta edición solo en «mujeres»")]
    public async Task OlderWorldValue_WhereANewerOneIsOfWomenOnly_SaysWhy(string lang, string start)
    {
        var page = await Html.Parse(await dashboard.Text($"/?lang={lang}"));

        Assert.StartsWith(start, Assert.Single(page.QuerySelectorAll("section:has(#contingencies) > p.fine")).TextContent, StringComparison.Ordinal);
    }
}
