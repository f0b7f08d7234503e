using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Tests.Pages.Calculator;

/// <summary>The living calculator over the vector of the methods.</summary>
public sealed class CalculatorIslandTests : IDisposable
{
    /// <summary>The vector has no unemployment benefit.</summary>
    private const string Vector = "?country=~KEN&benefits=child~maternity~disability~oldage";

    private readonly SmallWarehouse warehouse = new();
    private readonly PublishedWarehouse published;
    private readonly ServiceProvider services;

    public CalculatorIslandTests()
    {
        warehouse.Publish(SmallWarehouse.FirstVintage, PackageRows.Sql);
        published = new PublishedWarehouse(warehouse.Folder, new ManualTime(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        services = new ServiceCollection().AddSingleton(published).AddSingleton<Vocabularies>().AddSingleton<KeptInputs>().AddCharts().BuildServiceProvider();
    }

    public void Dispose()
    {
        services.Dispose();
        published.Dispose();
        warehouse.Dispose();
    }

    [Fact]
    public async Task Vector_OfTheMethods_IsShownAsTheMethodsSay()
    {
        var markup = await Shown(Vector);

        Assert.Equal(3.78, Number(markup, "data-cost"), 1e-9);
        Assert.Equal(2.82975, Number(markup, "data-gap"), 1e-9);
        Assert.Equal("3.78% of GDP", markup.QuerySelector(".stat-value")!.TextContent);
        // 2.82975 % of GDP is 14.1 % of an expenditure of 20 % of GDP.
        Assert.Contains("US$ 113.2 million a year; 14.1% of government expenditure, 17.7% of government revenue", Text(markup.QuerySelector(".stat-gap")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slider_ThatMoves_ChangesResultAndAddress()
    {
        await using var page = new ComponentPage<CalculatorIsland>(services);
        await page.Render(("Query", Vector));
        await page.Fire("input", "data-knob", "child.level", "oninput", new ChangeEventArgs { Value = "50" });
        var markup = await page.Markup();

        // The child benefit doubles: 1.3125 % of GDP more.
        Assert.Equal(3.78 + 1.3125, Number(markup, "data-cost"), 1e-9);
        Assert.Equal(
            "/calculator?benefits=child~maternity~disability~oldage&child.level=50&country=~KEN", markup.QuerySelector("[data-address]")!.GetAttribute("data-address"));
        Assert.Equal("50", markup.QuerySelector<IHtmlInputElement>("#knob-child-level")!.Value);

        await page.Fire("input", "data-knob", "child.level", "oninput", new ChangeEventArgs { Value = "25" });
        Assert.DoesNotContain("child.level", (await page.Markup()).QuerySelector("[data-address]")!.GetAttribute("data-address"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999", "200")]
    [InlineData("-3", "5")]
    [InlineData("NaN", "25")]
    [InlineData("<b>", "25")]
    public async Task Number_BeyondItsBounds_IsTakenAsTheBound(string typed, string taken)
    {
        await using var page = new ComponentPage<CalculatorIsland>(services);
        await page.Render(("Query", Vector));
        await page.Fire("input", "id", "knob-child-level", "onchange", new ChangeEventArgs { Value = typed });

        Assert.Equal(taken, (await page.Markup()).QuerySelector<IHtmlInputElement>("#knob-child-level")!.Value);
    }

    [Fact]
    public async Task BenefitWithoutFigures_IsNamedAndLeavesNoSingleGap()
    {
        var markup = await Shown("?country=~KEN");

        Assert.Contains("Not in these figures, because births or unemployment are not published here: Unemployment benefit.", Text(markup.Body!), StringComparison.Ordinal);
        Assert.Null(markup.QuerySelector("[data-gap]"));
        // Nobody can say how much more it is with the benefit that is missing.
        Assert.Equal("at least 2.83% of GDP", markup.QuerySelector(".stat-gap .stat-value")!.TextContent);
        Assert.Equal("No single figure: a benefit of your package cannot be costed here.", Text(markup.QuerySelector(".stat-gap .stat-detail")!));
    }

    [Fact]
    public async Task UnknownCoverage_IsSaidAndNeverCountedAsNothing()
    {
        var markup = await Shown("?country=~SEN&benefits=child~maternity~disability~oldage");

        // 1.575 of 3.78 is the pension: 58.3 % of the cost is known, less than the rule asks for.
        Assert.Equal("1.88% to 3.46% of GDP", markup.QuerySelector(".stat-gap .stat-value")!.TextContent);
        Assert.Contains(markup.QuerySelectorAll("tr[data-benefit=oldage] td"), cell => cell.TextContent == "coverage unknown");
        Assert.Empty(markup.QuerySelectorAll("#path"));
    }

    [Fact]
    public async Task Mix_CountsNoMoreThanThePotential_AndSaysWhatStaysOpen()
    {
        var markup = await Shown(Vector + "&mix.tax=1&mix.reserves=3");

        Assert.Equal("Your mix brings 1.40% of GDP; 1.43% of GDP a year stays open.", markup.QuerySelector(".mix-sum")!.TextContent.Trim());
        Assert.Contains("You asked for 3.00% of GDP; only the limit is counted.", Text(markup.QuerySelector("#knob-mix-reserves-hint")!), StringComparison.Ordinal);
        Assert.Contains("One-off", Text(markup.QuerySelector("#knob-mix-reserves-hint")!), StringComparison.Ordinal);
        Assert.Contains("Thresholds are for the present value of debt", Text(markup.QuerySelector("#mix-none")!), StringComparison.Ordinal);
        Assert.Equal(["gap", "tax", "reserves", "open"], markup.QuerySelectorAll("#mix .rank li").Select(li => li.GetAttribute("data-area")));
    }

    [Fact]
    public async Task SecondScenario_StandsBesideTheFirst_AndIsCopiedByALink()
    {
        var markup = await Shown(Vector + "&b=on&edit=b&b.benefits=child");

        Assert.Equal(2, markup.QuerySelectorAll("[data-result]").Length);
        Assert.Equal(1.3125, double.Parse(markup.QuerySelector("[data-result=B] [data-cost]")!.GetAttribute("data-cost")!, System.Globalization.CultureInfo.InvariantCulture), 1e-9);
        Assert.All(markup.QuerySelectorAll<IHtmlInputElement>("input[type=number]").Where(i => !i.Name!.StartsWith("b.", StringComparison.Ordinal)), i => Assert.Fail(i.Name));
        Assert.Equal(["benefits", "b", "edit"], markup.QuerySelectorAll<IHtmlInputElement>("form > input[type=hidden]").Select(i => i.Name!).Where(n => n != "country"));
        Assert.Contains(markup.QuerySelectorAll<IHtmlAnchorElement>("a"), a => a.TextContent == "Copy A to B" && a.GetAttribute("href")!.Contains("b.benefits=child~maternity~disability~oldage", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutACircuit_ItIsAFormThatSendsTheSameInputs()
    {
        await using var page = new ComponentPage<CalculatorIsland>(services, isInteractive: false);
        var markup = await page.Render(("Query", Vector + "&lang=es"));

        var form = markup.QuerySelector<IHtmlFormElement>("form")!;
        Assert.Equal(("get", "/calculator"), (form.Method, form.GetAttribute("action")));
        Assert.NotNull(form.QuerySelector("button[type=submit]"));
        Assert.All(form.QuerySelectorAll<IHtmlInputElement>("input[type=range]"), range => Assert.True(range.IsDisabled && range.Name is null or ""));
        Assert.Contains(form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"), i => (i.Name, i.Value) == ("lang", "es"));
        Assert.Equal("KEN", form.QuerySelector<IHtmlSelectElement>("select[name=country]")!.Value);
        Assert.Equal(["child", "maternity", "disability", "oldage"], form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]:checked").Select(i => i.Value));
    }

    [Theory]
    [InlineData("", "Choose a country to begin")]
    [InlineData("?country=~DEU", "For Germany the figures needed are not published")]
    [InlineData("?country=~EGY", "For Egypt the figures needed are not published")]
    public async Task WithoutACountry_ItAsksForOne(string query, string said)
    {
        var markup = await Shown(query);

        Assert.Contains(said, Text(markup.QuerySelector(".empty")!), StringComparison.Ordinal);
        Assert.Empty(markup.QuerySelectorAll("[data-cost]"));
    }

    [Fact]
    public async Task SeveralCountries_AreOneAtATime_AndThatIsSaid()
    {
        var markup = await Shown("?country=DEU~KEN~SEN");

        Assert.Contains("One country or group at a time: this is Kenya", Text(markup.Body!), StringComparison.Ordinal);
        Assert.Equal("/calculator?country=~KEN", markup.QuerySelector("[data-address]")!.GetAttribute("data-address"));
    }

    [Fact]
    public async Task Estimates_AreSaid_WithEveryParameterThatIsNotVerified()
    {
        var markup = await Shown(Vector + "&admin=8");
        var unverified = markup.QuerySelectorAll("#unverified li").Select(li => li.TextContent).ToList();

        Assert.Contains("These are estimates", Text(markup.Body!), StringComparison.Ordinal);
        Assert.Contains("disability_prevalence", unverified);
        Assert.DoesNotContain("maternity_level", unverified);
        // What the reader replaced is the reader's own.
        Assert.DoesNotContain("admin_cost", unverified);
    }

    private async Task<IHtmlDocument> Shown(string query)
    {
        await using var page = new ComponentPage<CalculatorIsland>(services);
        return await page.Render(("Query", query));
    }

    private static double Number(IHtmlDocument markup, string attribute) =>
        double.Parse(markup.QuerySelector($"[{attribute}]")!.GetAttribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
