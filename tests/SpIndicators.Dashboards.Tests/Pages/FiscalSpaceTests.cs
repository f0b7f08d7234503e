using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>The eight options: never added up, never without the reason where there is no amount.</summary>
public sealed class FiscalSpaceTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    /// <summary>Country, gap, contributions, taxes, reserves, macroeconomic frame.</summary>
    private static readonly int[] SomeColumns = [0, 1, 2, 3, 6, 8];

    [Fact]
    public async Task Table_OfAGroup_HasItsCountriesWithPotentialsOrTheReason()
    {
        var page = await Page("/fiscal-space?group=LMC");

        Assert.Equal(
            ["Kenya|2.7% to 2.9%|1.7%|0|0.26%|amber", "Senegal|gap not known|1.3%|no figure|no figure|no figure"],
            page.QuerySelectorAll(".fiscal tbody tr").Select(row => string.Join('|', SomeColumns.Select(i => Said(row.Children[i])))));
        Assert.Contains(page.QuerySelectorAll(".notice-text p"), p => p.TextContent.Contains("no recommendation", StringComparison.Ordinal) && p.TextContent.Contains("must not be added up", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("country=~KEN&peers=income", "Kenya,Senegal", "Kenya and its peers (Similar income)")]
    [InlineData("country=URY~KEN&peers=income", "Senegal,Uruguay", "Uruguay and its peers (Similar income)")]
    [InlineData("peers=income&group=LMC", "Kenya,Senegal", "Lower middle income")]
    public async Task Table_AmongPeers_HasTheCountryAndThoseOfTheRule(string query, string countries, string title)
    {
        var page = await Page($"/fiscal-space?{query}");

        Assert.Equal(countries.Split(','), page.QuerySelectorAll(".fiscal tbody tr th").Select(Said));
        Assert.Contains(title, Said(page.GetElementById("table-title")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_AmongPeers_KeepsThem_AndOneOfAGroupDropsThem()
    {
        var among = await Page("/fiscal-space?country=~KEN&peers=region");
        var none = await Page("/fiscal-space?peers=region");

        Assert.Equal("region", among.QuerySelector("#table form input[name=peers]")!.GetAttribute("value"));
        Assert.Null(among.QuerySelector("#table form select[name=group]"));
        Assert.Null(none.QuerySelector("#table form input[name=peers]"));
        Assert.Contains(none.QuerySelectorAll("#table p.fine"), p => p.TextContent.StartsWith("Peers are those of the first country chosen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_OfShares_SaysWhereTheGapIsNotKnown()
    {
        var page = await Page("/fiscal-space?group=all&show=share&sort=contributions");

        Assert.Equal(["Kenya|63%", "Uruguay|30%", "Senegal|gap not known"], page.QuerySelectorAll(".fiscal tbody tr").Select(row => $"{Said(row.Children[0])}|{Said(row.Children[2])}"));
        Assert.Equal("descending", Assert.Single(page.QuerySelectorAll(".fiscal th[aria-sort]")).GetAttribute("aria-sort"));
    }

    [Theory]
    [InlineData("country", "KEN,SEN,URY")]
    [InlineData("contributions", "KEN,URY,SEN")]
    [InlineData("gap", "URY,KEN,SEN")]
    public async Task Sort_IsALink_AndWhatIsMissingComesLast(string sort, string order)
    {
        var page = await Page($"/fiscal-space?group=all&sort={sort}");

        Assert.Equal(order.Split(','), page.QuerySelectorAll(".fiscal tbody a").Select(link => link.GetAttribute("href")![^3..].ToUpperInvariant()));
        Assert.Equal("/fiscal-space?group=all&sort=tax#table", page.QuerySelectorAll(".fiscal thead a")[3].GetAttribute("href"));
    }

    [Fact]
    public async Task Country_HasItsGapAndItsOptionsOnOneScale_EachWithItsRuleAndSource()
    {
        var page = await Page("/fiscal-space?country=~KEN");

        Assert.Equal(["gap:2.7", "contributions:1.7", "tax:0", "illicit_flows:", "reserves:0.26", "macro:"],
            page.QuerySelectorAll("#bars-KEN .rank li").Select(row => $"{row.GetAttribute("data-area")}:{row.GetAttribute("data-value")}"));
        Assert.Equal("no amount: no source in the data", Said(page.QuerySelectorAll("#bars-KEN .chart-table tbody tr")[3].Children[1]));
        var first = page.QuerySelector(".option-card")!;
        Assert.Equal(["0.50% of GDP (2023)", "2.2% of GDP: median of others (44 countries)", "1.7% of GDP · 59% to 63% of the gap"], first.QuerySelectorAll("dd").Select(Said));
        Assert.Contains("Source: World Bank, WDI, release of July 2026, GC.CON.", Said(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bars_OfSeveralYears_EachSayTheirYearAndRelease_AndTheOlderAreMarked()
    {
        var page = await Page("/fiscal-space?country=~KEN");
        var bars = page.QuerySelector("#bars-KEN")!;

        Assert.Equal("Kenya: the gap against each option, 2023–2024", Said(bars.QuerySelector(".chart-title")!));
        Assert.Equal(
            ["2.7% to 2.9% of GDP (2024)", "1.7% of GDP (2023); of an earlier year than the newest bar; withdrawn by the source since", "none (2023); of an earlier year than the newest bar",
                "no source", "0.26% of GDP (2023); of an earlier year than the newest bar", "no amount; signal: amber (2023)"],
            bars.QuerySelectorAll(".rank-value").Select(Said));
        Assert.StartsWith("contributions name, 2023 1.7% of GDP World Bank, WDI, release of July 2026, GC.CON", string.Join(' ', bars.QuerySelectorAll(".rank-row")[1].GetAttribute("title")!.Split('\n')).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(["1.7% of GDP (2023)", "contributions name: 1.7% of GDP (2023)"], [Said(bars.QuerySelectorAll(".rank-value")[1]).Split(';')[0], Read(bars, "contributions")]);
        var footer = bars.QuerySelectorAll(".chart-footer p").Select(Said).ToList();
        Assert.StartsWith("SourceWorld Bank, WDI, release of July 2026; SpIndicators, computed, release of ", footer[0], StringComparison.Ordinal);
        Assert.Equal("NoteOlder years are shown where no newer figure is published: contributions name (2023); tax name (2023); reserves name (2023).", footer[1]);
        Assert.StartsWith("SpIndicators, computed, release", Said(bars.QuerySelectorAll(".chart-table tbody tr")[0].Children[5]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmountOfAlmostNothing_IsNotSaidToBeNought()
    {
        var page = await Page("/fiscal-space?country=~URY");

        Assert.Equal("under 0.01% of GDP (2023)", Said(page.QuerySelector(".option-card dd")!));
    }

    [Fact]
    public async Task ChoosingACountry_AddsToTheChosen_OfWhichEachCanBeRemoved()
    {
        var page = await Page("/fiscal-space?country=KEN~SEN");
        var form = page.QuerySelector("form.controls")!;

        Assert.Equal(["ken", "sen"], page.QuerySelectorAll("section[id]").Select(section => section.Id).Take(2));
        Assert.Equal("KEN~SEN", form.QuerySelector("input[name=country]")!.GetAttribute("value"));
        Assert.Equal(["", "URY"], form.QuerySelectorAll("option").Select(option => option.GetAttribute("value")));
        Assert.Empty(form.QuerySelectorAll("option[selected]"));
        Assert.Equal(["/fiscal-space?country=~SEN", "/fiscal-space?country=~KEN"], page.QuerySelectorAll(".chip").Select(chip => chip.GetAttribute("href")));
    }

    [Fact]
    public async Task ChosenAreaWithoutOptions_IsNamed()
    {
        var page = await Page("/fiscal-space?country=LMC~KEN");

        Assert.Contains("There is nothing here for: Lower middle income.", page.QuerySelector(".notice-attention")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#ken"));
    }

    [Fact]
    public async Task GroupOutsideTheList_IsAddedToIt_SoThatTheSelectSaysWhatTheTableIsOf()
    {
        var page = await Page("/fiscal-space?group=X01");

        Assert.Equal("X01", Assert.Single(page.QuerySelectorAll("select[name=group] option[selected]")).GetAttribute("value"));
    }

    [Fact]
    public async Task FiguresBehindTheTable_StandInWords_WithYearSourceAndFlags()
    {
        var page = await Page("/fiscal-space?group=LMC");

        var rows = page.QuerySelectorAll("#table-figures tbody tr").Select(row => string.Join('|', row.Children.Select(Said))).ToList();
        Assert.Equal("Kenya|Financing gap|2.7% to 2.9%|2024|SpIndicators, computed|at_least", rows[0]);
        Assert.Equal("Kenya|1 Contributions|0.50% of GDP|2023|World Bank, WDI, release of July 2026, GC.CON|withdrawn", rows[1]);
        Assert.DoesNotContain(rows, row => row.StartsWith("Senegal|2 Taxes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CountryWithoutAGap_SaysWhy_AndStillHasItsOptions()
    {
        var page = await Page("/fiscal-space?country=~SEN&lang=es");

        Assert.Null(page.QuerySelector("#bars-SEN"));
        Assert.StartsWith("No hay brecha total", page.QuerySelector("#sen > p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll(".option-card").Length);
    }

    [Theory]
    [InlineData("sort=size", "cannot be sorted")]
    [InlineData("group=KEN", "no such group")]
    [InlineData("show=all", "show is potential or share")]
    public async Task Slip_IsTold_AndTheTableStands(string query, string reason)
    {
        var page = await Page($"/fiscal-space?{query}");

        Assert.Contains(reason, Assert.Single(page.QuerySelectorAll(".ignored li")).TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".fiscal"));
    }

    /// <summary>What the arrow keys read out of a mark, from what the script is given.</summary>
    private static string Read(IElement chart, string area)
    {
        using var spec = JsonDocument.Parse(chart.QuerySelector("script[data-chart-spec]")!.TextContent);
        var mark = spec.RootElement.GetProperty("marks").EnumerateArray().First(one => one.GetProperty("refArea").GetString() == area);
        return $"{mark.GetProperty("label").GetString()}: {mark.GetProperty("valueLabel").GetString()}".Replace('\u00a0', ' ');
    }

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));

    private static string Said(IElement cell) => string.Join(' ', cell.TextContent.Replace('\u00a0', ' ').Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
