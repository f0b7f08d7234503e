using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Dashboards.Pages.Calculator.Workbooks;
using SpIndicators.Dashboards.Workbooks;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Tests.Pages.Calculator;

/// <summary>
/// Kenya and Senegal cost 4.0425 % of GDP with an unemployment benefit (0.2625 %, of which 0.23625 % is missing). Of Senegal's pension
/// (1.575 %) nobody knows who receives it: its gap lies between 2.12 % and 3.70 %.
/// </summary>
public sealed class UnknownCoverageTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = Dashboard.Over(PackageRows.Sql + """
        insert into indicators.package_figure select * replace ('unemployment' as benefit) from indicators.package_figure where benefit = 'maternity';
        insert into indicators.package_figure select * replace ('EGY' as ref_area, 'EGY' as source_area) from indicators.package_figure where ref_area = 'KEN' and benefit = '';
        insert into indicators.income_group values ('EGY', 'LMC');
        insert into reference.group_member values ('X01', 'ilo', 'EGY');
        update indicators.package_group set no_data = null;
        insert into indicators.fiscal_option select * replace ('SEN' as ref_area, 9.0 as potential, 9.0 as potential_a_year) from indicators.fiscal_option where option_id = 'tax';
        """);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Fact]
    public async Task Gap_KnownInPart_IsNowhereShownAsTheGap()
    {
        var page = await Page("/calculator?country=~SEN&b=on&b.child.level=50");

        Assert.Equal("2.12% to 3.70% of GDP", page.QuerySelector("[data-result=A] .stat-gap .stat-value")!.TextContent);
        Assert.StartsWith("at least US$ 84.8\u00a0million a year; at least 10.6% of government expenditure", page.QuerySelector("[data-result=A] .stat-gap .stat-detail")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2.12%", "10.6%"], page.QuerySelectorAll("#amounts-A tr.total td").Skip(1).Take(2).Select(cell => cell.TextContent.Replace("at least ", "", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("#amounts-A tr.total td").Skip(1), cell => Assert.StartsWith("at least ", cell.TextContent, StringComparison.Ordinal));
        var totals = page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")?.TextContent == "The two scenarios side by side");
        Assert.All(totals.QuerySelectorAll("tbody tr td:nth-child(3), tbody tr td:nth-child(5)"), cell => Assert.StartsWith("at least ", cell.TextContent, StringComparison.Ordinal));
        Assert.Contains("The gap is 2.12% to 3.70% of GDP.", (await Page("/calculator?country=~SEN")).QuerySelector("#sensitivity + p")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mix.tax=1", "Your mix brings 1.00% of GDP; 1.12% to 2.70% of GDP a year stays open.")]
    [InlineData("mix.tax=3", "Your mix brings 3.00% of GDP and closes at least what is known of the gap (2.12% of GDP); up to 0.70% of GDP a year may stay open, because for some benefits nobody has published who is covered.")]
    [InlineData("mix.tax=4", "Your mix brings 4.00% of GDP and closes the gap (2.12% to 3.70% of GDP).")]
    public async Task Mix_ClosesTheGap_OnlyWhenItReachesTheUpperEnd(string mix, string said)
    {
        var page = await Page($"/calculator?country=~SEN&{mix}");

        Assert.Equal(said, page.QuerySelector(".mix-sum")!.TextContent.Trim());
        Assert.Equal("2.12% to 3.70%", page.QuerySelector("#mix .chart-table tbody tr td")!.TextContent.Trim());
    }

    [Fact]
    public async Task Group_NamesTheCountriesThatAreCounted_AndMarksAGapOfUnknownCoverage()
    {
        var page = await Page("/calculator?country=~X01");

        Assert.EndsWith("Counted: Kenya, Senegal.", page.QuerySelectorAll("#inputs ~ p")[0].TextContent, StringComparison.Ordinal);
        // Kenya lacks 0.945 % of GDP for its pensions and Senegal an unknown part of 1.575 %: half of the first, at least.
        Assert.Equal("at least 0.47%", page.QuerySelector("#amounts-A tr[data-benefit=oldage]")!.Children[2].TextContent);
        Assert.Equal("1.05%", page.QuerySelector("#amounts-A tr[data-benefit=child]")!.Children[2].TextContent);
        Assert.Contains("at least 0.47%", page.QuerySelector("#benefits .chart-table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_OfAGapThatIsNotStated_HasNoGapToPayFor()
    {
        // Without the unemployment benefit too little of Senegal's cost is known.
        var rows = MixOf("?country=~SEN&benefits=child~maternity~disability~oldage&mix.tax=1");

        Assert.All(rows, row => Assert.All(row.Skip(1).Take(3), cell => Assert.Equal(SheetCell.Empty, cell)));
        Assert.All(rows, row => Assert.StartsWith("No single gap is stated here", row[4].Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Workbook_OfAGapKnownInPart_SaysThatItCountsTheLeast()
    {
        var rows = MixOf("?country=~SEN&mix.tax=1");

        Assert.Equal([2.121, 1.121], rows.Select(row => Math.Round(row[3].Number!.Value, 6)));
        Assert.All(rows, row => Assert.Contains("counts benefits of unknown coverage as no gap", row[4].Text, StringComparison.Ordinal));
    }

    /// <summary>The gap to pay for and what stays open: the last two rows of the sheet.</summary>
    private IReadOnlyList<IReadOnlyList<SheetCell>> MixOf(string query)
    {
        using var published = new PublishedWarehouse(dashboard.Warehouse.Folder, dashboard.Time);
        var model = CalculatorModel.Read(query, published, new Vocabularies(), new KeptInputs())!;
        return [.. CalculatorWorkbook.Sheets(model, "https://example.org/").Single(sheet => sheet.Name == "MixA").Rows.TakeLast(2)];
    }

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));
}
