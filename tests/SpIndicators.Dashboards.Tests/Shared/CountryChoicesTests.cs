using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.Shared;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Tests.Shared;

/// <summary>The island behind the country picker.</summary>
public sealed class CountryChoicesTests : IDisposable
{
    private readonly SmallWarehouse warehouse = SmallWarehouse.Published();
    private readonly ManualTime time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly RecordedNavigation navigation = new();
    private readonly PublishedWarehouse published;
    private readonly ServiceProvider services;

    public CountryChoicesTests()
    {
        published = new PublishedWarehouse(warehouse.Folder, time);
        services = new ServiceCollection().AddSingleton(published).AddSingleton<Vocabularies>().AddSingleton<NavigationManager>(navigation).BuildServiceProvider();
    }

    public void Dispose()
    {
        services.Dispose();
        published.Dispose();
        warehouse.Dispose();
    }

    [Fact]
    public async Task Choices_AreTheAreasThatHaveData_GroupsFirst_InTheOrderOfTheLanguage()
    {
        await using var page = new ComponentPage<CountryChoices>(services);
        var markup = await page.Render(("Path", "/indicator"), ("Query", "?lang=fr"));

        Assert.Equal(
            ["Monde (OIT)", "<b>\"Escape\" & Co</b>", "Aaa", "Allemagne", "Bbb", "Côte d’Ivoire", "Égypte", "Kenya", "Sénégal", "Uruguay"],
            markup.QuerySelectorAll(".picker-option span").Select(o => o.TextContent));
    }

    [Theory]
    [InlineData("cote d'iv", "CIV")]
    [InlineData("EGIPTO", "EGY")]
    [InlineData("senegal", "SEN")]
    [InlineData("  ury ", "URY")]
    public async Task Search_IgnoresAccentsAndKnowsEveryLanguageAndTheCode(string typed, string found)
    {
        await using var page = new ComponentPage<CountryChoices>(services);
        await page.Render(("Path", "/indicator"), ("Query", "?lang=fr"));
        await page.Fire("input", "type", "search", "oninput", new ChangeEventArgs { Value = typed });
        var markup = await page.Markup();

        Assert.Equal([found], markup.QuerySelectorAll<IHtmlInputElement>(".picker-option input").Select(i => i.Value));
        Assert.Equal("1 pays ou groupe trouvé.", markup.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Choice_GoesToTheAddressThatSaysIt_InPlaceOfTheLast()
    {
        await using var page = new ComponentPage<CountryChoices>(services);
        await page.Render(("Path", "/indicator"), ("Query", "?country=KEN~SEN&contingency=OLDAGE&lang=fr"));
        await page.Fire("input", "value", "CIV", "onchange", new ChangeEventArgs { Value = true });
        await page.Fire("input", "value", "KEN", "onchange", new ChangeEventArgs { Value = false });

        Assert.Equal(
            ["/indicator?country=KEN~SEN~CIV&contingency=OLDAGE&lang=fr", "/indicator?country=SEN~CIV&contingency=OLDAGE&lang=fr"],
            navigation.Addresses);
        Assert.True(navigation.Replaced);
    }

    [Fact]
    public async Task Ninth_CannotBeChosen()
    {
        await using var page = new ComponentPage<CountryChoices>(services);
        var markup = await page.Render(("Path", "/indicator"), ("Query", "?country=DEU~KEN~SEN~URY~CIV~EGY~AAA~BBB"));
        await page.Fire("input", "value", "X01", "onchange", new ChangeEventArgs { Value = true });

        Assert.Empty(navigation.Addresses);
        Assert.Equal(8, markup.QuerySelectorAll(".picker-option input:checked:not([disabled])").Length);
        Assert.Equal(2, markup.QuerySelectorAll(".picker-option input[disabled]").Length);
        Assert.Contains("8 are chosen", markup.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutACircuit_ItIsAFormThatKeepsTheRestOfTheView()
    {
        await using var page = new ComponentPage<CountryChoices>(services, isInteractive: false);
        var markup = await page.Render(("Path", "/indicator"), ("Query", "?country=KEN&contingency=OLDAGE&sex=F&lang=es"));

        var form = markup.QuerySelector<IHtmlFormElement>("form")!;
        Assert.Equal(("get", "/indicator"), (form.Method, form.GetAttribute("action")));
        Assert.Equal(
            [("contingency", "OLDAGE"), ("sex", "F"), ("lang", "es")],
            markup.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value)));
        Assert.Equal(["KEN"], markup.QuerySelectorAll<IHtmlInputElement>("input[name=country]:checked").Select(i => i.Value));
        Assert.NotNull(markup.QuerySelector("button[type=submit]"));
        Assert.True(markup.QuerySelector<IHtmlInputElement>("input[type=search]")!.IsDisabled);
    }

    private sealed class RecordedNavigation : NavigationManager
    {
        public RecordedNavigation() => Initialize("http://localhost/", "http://localhost/indicator");

        public List<string> Addresses { get; } = [];

        public bool Replaced { get; private set; }

        protected override void NavigateToCore(string uri, NavigationOptions options)
        {
            Addresses.Add(uri);
            Replaced = options.ReplaceHistoryEntry;
        }
    }
}
