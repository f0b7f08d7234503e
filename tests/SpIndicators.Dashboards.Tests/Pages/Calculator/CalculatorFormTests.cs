using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages.Calculator;

/// <summary>The form as a browser without JavaScript sends it: every box, whether the reader touched it or not.</summary>
public sealed class CalculatorFormTests : IAsyncLifetime
{
    private const string Package = "benefits=child~maternity~disability~oldage";

    /// <summary>Senegal has a poverty line of its own.</summary>
    private readonly Dashboard dashboard = Dashboard.Over(PackageRows.Sql
        + "update indicators.package_figure set obs_value = 1.0, series_code = 'line_LIC' where ref_area = 'SEN' and input = 'line';");

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Fact]
    public async Task Country_ThatIsChanged_HasItsOwnStandards()
    {
        var kenya = await Page($"/calculator?{Package}&country=~KEN");
        var sent = await Page(Sent(kenya, "SEN"));
        var linked = await Page($"/calculator?{Package}&country=~SEN");

        Assert.NotEqual(Cost(kenya), Cost(linked));
        Assert.Equal(Cost(linked), Cost(sent));
        Assert.Equal("1", sent.QuerySelector<IHtmlInputElement>("#knob-line")!.Value);
        Assert.Contains("Standard value", sent.QuerySelector("#knob-line-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/calculator?{Package}&country=~SEN", sent.QuerySelector("[data-address]")!.GetAttribute("data-address"));
        Assert.Empty(sent.QuerySelectorAll(".ignored"));
    }

    [Fact]
    public async Task Country_ThatIsChanged_KeepsTheNumbersOfTheReader_InBothScenarios()
    {
        var kenya = await Page($"/calculator?{Package}&admin=8&country=~KEN&b=on&b.line=3&b.child.level=50&edit=b");
        var sent = await Page(Sent(kenya, "SEN"));

        Assert.Equal(
            $"/calculator?{Package}&admin=8&b=on&b.child.level=50&b.line=3&edit=b&country=~SEN", sent.QuerySelector("[data-address]")!.GetAttribute("data-address"));
    }

    [Fact]
    public async Task Numbers_WithoutABoxOnTheForm_AreSentAlong()
    {
        // The child benefit is left out, and Senegal is offered no taxes.
        const string Address = "/calculator?benefits=maternity~disability~oldage&child.level=50&mix.tax=1&country=~SEN";
        var sent = await Page(Sent(await Page(Address), "SEN"));

        Assert.Equal(Address, sent.QuerySelector("[data-address]")!.GetAttribute("data-address"));
        Assert.Empty(sent.QuerySelectorAll(".ignored"));
    }

    private static string Cost(IHtmlDocument page) => page.QuerySelector("[data-cost]")!.GetAttribute("data-cost")!;

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));

    /// <summary>What is asked for when another area is chosen and "Compute" is pressed.</summary>
    private static string Sent(IHtmlDocument page, string area)
    {
        var form = page.QuerySelector<IHtmlFormElement>("#calculator")!;
        Assert.Contains(area, form.QuerySelectorAll<IHtmlOptionElement>("select[name=country] option").Select(option => option.Value));
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => !input.IsDisabled && (input.Type != "checkbox" || input.IsChecked))
            .Select(input => $"{input.Name}={Uri.EscapeDataString(input.Value)}");
        return $"/calculator?country={area}&{string.Join('&', fields)}";
    }
}
