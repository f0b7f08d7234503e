using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages.Calculator;

/// <summary>
/// A group of four countries with Kenya's figures, 4 billion dollars each, and one without any. Of taxes three of them have an amount;
/// Uruguay's growth is not forecast.
/// </summary>
public sealed class GroupPageTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = Dashboard.Over(PackageRows.Sql + """
        insert into indicators.package_figure select * replace ('unemployment' as benefit) from indicators.package_figure where benefit = 'maternity';
        delete from indicators.package_figure where ref_area = 'SEN';
        insert into indicators.package_figure select * replace (a.ref_area as ref_area, a.ref_area as source_area) from indicators.package_figure as f
            cross join (values ('SEN'), ('CIV'), ('URY')) as a(ref_area) where f.ref_area = 'KEN';
        insert into clean.obs_un_wpp_population select * replace (a.ref_area as ref_area) from clean.obs_un_wpp_population as f
            cross join (values ('CIV'), ('URY')) as a(ref_area) where f.ref_area = 'KEN';
        insert into indicators.projected_people select * replace ('CIV' as ref_area) from indicators.projected_people where ref_area = 'KEN';
        insert into indicators.package_path select * replace ('CIV' as ref_area) from indicators.package_path where ref_area = 'KEN';
        insert into indicators.income_group values ('CIV', 'LMC'), ('URY', 'LMC'), ('EGY', 'LMC');
        insert into reference.group_member values ('X01', 'ilo', 'CIV'), ('X01', 'ilo', 'URY'), ('X01', 'ilo', 'EGY');
        update indicators.package_group set no_data = null;
        insert into indicators.fiscal_option select * replace (a.ref_area as ref_area, a.potential as potential, a.potential as potential_a_year) from indicators.fiscal_option as o
            cross join (values ('SEN', 0.5), ('CIV', 0.0)) as a(ref_area, potential) where o.option_id = 'tax' and o.ref_area = 'KEN';
        """);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("country=group:X01")]
    [InlineData("country=~X01")]
    [InlineData("country=X01")]
    public async Task Group_HoweverItIsAskedFor_IsOneBudgetWithItsMembersNamed(string query)
    {
        var page = await Page($"/calculator?{query}");

        Assert.Null(page.QuerySelector(".ignored"));
        Assert.Equal("4 of 5 countries are counted: which ones?", page.QuerySelector("#members summary")!.TextContent);
        Assert.Equal(
            ["Counted: Côte d’Ivoire, Kenya, Senegal, Uruguay.", "Not counted, because figures are missing or because too little is known of who is covered: Egypt."],
            page.QuerySelectorAll("#members p").Select(p => p.TextContent));
        Assert.Equal("/calculator.xlsx?country=~X01", page.QuerySelector(".calculator-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Path_OfAGroup_SaysWhoIsInItAndWhoIsNot()
    {
        var page = await Page("/calculator?country=group:X01");
        var notes = page.QuerySelectorAll("#path .chart-footer p").Select(p => p.TextContent).ToList();

        Assert.Equal(7, page.QuerySelectorAll("#path .chart-table tbody tr").Length);
        Assert.Contains(notes, note => note.Contains("Sum of the paths of 3 of 4 countries counted", StringComparison.Ordinal) && note.Contains("and so not in the line: Uruguay.", StringComparison.Ordinal));
    }

    /// <summary>1.5 % and 0.5 % of 4 billion dollars each, and nothing: 80 million of 16 billion, which is 0.5 %.</summary>
    [Fact]
    public async Task Mix_OfAGroup_HasTheSumOfWhoHasAnAmount_AndTheReasonWhereTooFewHave()
    {
        var page = await Page("/calculator?country=group:X01&mix.tax=2&mix.reserves=0.1");
        var hint = page.GetElementById("knob-mix-tax-hint")!.TextContent;

        Assert.Contains("Up to 0.50% of GDP a year: US$ 80.0\u00a0million, the sum of 3 of 4 countries (0.67% of GDP for these), from figures of 2024", hint, StringComparison.Ordinal);
        Assert.Contains("You asked for 2.00% of GDP; only the limit is counted.", hint, StringComparison.Ordinal);
        Assert.Null(page.GetElementById("knob-mix-reserves"));
        Assert.Contains("Countries with an amount: 1 of 1.", page.QuerySelector("#mix-none")!.TextContent, StringComparison.Ordinal);
        // The gap is 3.066 % of GDP in each: nobody has money to spare.
        Assert.Equal("Your mix brings 0.50% of GDP; 2.57% of GDP a year stays open.", page.QuerySelector(".mix-sum")!.TextContent.Trim());
        Assert.Equal("If no country pays for another, 2.57% of GDP a year stays open: money that one country does not need closes no gap elsewhere.", page.QuerySelector(".mix-sum + p")!.TextContent);
    }

    [Fact]
    public async Task TwoScenarios_OfAGroup_StandBesideEachOtherAndInTheAddress()
    {
        var page = await Page("/calculator?country=~X01&b=on&b.child.level=50&b.by=2028&edit=b");

        Assert.Equal(2, page.QuerySelectorAll("[data-result]").Length);
        Assert.Equal("2028", page.GetElementById("knob-by")!.GetAttribute("value"));
        Assert.Equal(14, page.QuerySelectorAll("#path .chart-table tbody tr").Length);
        Assert.Equal("/calculator.xlsx?b=on&b.child.level=50&b.by=2028&edit=b&country=~X01", page.QuerySelector(".calculator-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Workbook_OfAGroup_IsServedAsAFile()
    {
        using var response = await dashboard.Get("/calculator.xlsx?country=group:X01&mix.tax=0.3");

        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"calculator-X01-{SmallWarehouse.FirstVintage}.xlsx", response.Content.Headers.ContentDisposition!.FileName);
    }

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));
}
