using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>The page of sources, over the rows of the fixture.</summary>
public sealed class SourcesTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("en", "SDG 1.3.1", null)]
    [InlineData("fr", "ODD 1.3.1", "SDG 1.3.1")]
    [InlineData("es", "ODS 1.3.1", "SDG 1.3.1")]
    public async Task Title_IsSaidInTheReadersLanguage_AndTheProducersOwnIsMarkedAsEnglish(string lang, string title, string? original)
    {
        var page = await Html.Parse(await dashboard.Text($"/sources?lang={lang}"));

        var head = page.QuerySelector("tbody th")!;
        Assert.Equal(title, head.QuerySelector("span.fine")!.TextContent);
        Assert.Null(head.QuerySelector("span.fine")!.Closest("[lang=en]:not(html)"));
        Assert.Equal(original, head.QuerySelector("cite[lang=en]")?.TextContent);
        Assert.Equal("ILO", head.QuerySelector("[lang=en]")!.TextContent);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("es")]
    public async Task Producer_LicenceAndCredit_AreMarkedAsEnglishInEveryRow(string lang)
    {
        var page = await Html.Parse(await dashboard.Text($"/sources?lang={lang}"));

        var ilo = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th span")!.TextContent == "ILO");
        Assert.Equal(["ILO", "SDG 1.3.1", "CC BY 4.0", "Source: ILO"], ilo.QuerySelectorAll("[lang=en]").Select(marked => marked.TextContent));
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Equal(4, row.QuerySelectorAll("[lang=en]").Length));
    }

    [Theory]
    [InlineData("en", "17 April 2022", "17 February 2024 | 19 October 2020 | 2019.Q1.G.03 (released: first quarter of 2019)", "July 2026")]
    [InlineData("fr", "17 avril 2022", "17 février 2024 | 19 octobre 2020 | 2019.Q1.G.03 (publiée\u00a0: premier trimestre 2019)", "juillet 2026")]
    [InlineData("es", "17 de abril de 2022", "17 de febrero de 2024 | 19 de octubre de 2020 | 2019.Q1.G.03 (publicada: primer trimestre de 2019)", "julio de 2026")]
    public async Task Releases_AreDatedNoFinerThanTheirSourceTells(string lang, params string[] releases)
    {
        var page = await Html.Parse(await dashboard.Text($"/sources?lang={lang}"));

        Assert.Equal(releases, page.QuerySelectorAll("tbody .releases").Select(list => string.Join(" | ", list.QuerySelectorAll("li").Select(item => item.TextContent))));
    }
}
