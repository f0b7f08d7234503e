using System.Net;
using System.Text.Json;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages.Calculator;

/// <summary>The page and the workbook as they are served.</summary>
public sealed class CalculatorPageTests : IAsyncLifetime
{
    private readonly Dashboard dashboard = Dashboard.Over(PackageRows.Sql);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("en", "What would a social protection floor cost here", "3.78% of GDP")]
    [InlineData("fr", "Combien coûterait un socle", "3,78\u202f% du PIB")]
    [InlineData("es", "¿Cuánto costaría un piso", "3,78\u00a0% del PIB")]
    public async Task Page_InEveryLanguage_ShowsTheResultWithoutJavaScript(string lang, string title, string cost)
    {
        var page = await Html.Parse(await dashboard.Text($"/calculator?country=~KEN&benefits=child~maternity~disability~oldage&lang={lang}"));

        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Equal(cost, page.QuerySelector("[data-cost]")!.TextContent);
    }

    [Theory]
    [InlineData("child.level=<script>alert(1)</script>")]
    [InlineData("child.level=1e309")]
    [InlineData("benefits='; drop table indicators.package; --")]
    [InlineData("b.mix.tax=\"><img src=x onerror=alert(1)>")]
    [InlineData("oldage.from=66")]
    [InlineData("by=2031")]
    [InlineData("edit=\u202e")]
    public async Task HostileParameter_IsNamedAndTheRestIsShown(string parameter)
    {
        var sides = parameter.Split('=', 2);
        using var response = await dashboard.Get($"/calculator?country=~KEN&{sides[0]}={Uri.EscapeDataString(sides[1])}");
        var page = await Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(sides[0], page.QuerySelector(".ignored code")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-cost]"));
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
    }

    [Theory]
    [InlineData("en", "The workbook cannot be made.", "Choose one")]
    [InlineData("fr", "Le classeur ne peut pas être établi.", "Choisissez un pays")]
    [InlineData("es", "No se puede crear el libro.", "Elija un país")]
    public async Task Workbook_ThatIsRefused_SaysWhyInTheLanguageAskedFor(string lang, string title, string detail)
    {
        using var refused = JsonDocument.Parse(await dashboard.Text($"/calculator.xlsx?lang={lang}"));

        Assert.Equal(title, refused.RootElement.GetProperty("title").GetString());
        Assert.StartsWith(detail, refused.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Banque mondiale")]
    [InlineData("es", "Banco Mundial")]
    public async Task Sources_OfTheFigures_AreNamedInTheLanguageAskedFor(string lang, string agency)
    {
        var page = await Html.Parse(await dashboard.Text($"/calculator?country=~KEN&lang={lang}"));

        Assert.StartsWith(agency, page.QuerySelectorAll("#inputs-list tbody tr")[0].Children[3].TextContent.Split(',')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_WithMarkupInTheData_IsShownAsText()
    {
        var page = await Html.Parse(await dashboard.Text("/calculator?country=~KEN"));

        Assert.Contains("Borrowing <b>", page.QuerySelector("#mix-none")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#mix-none b"));
    }

    [Fact]
    public async Task Workbook_IsLinkedWithTheScenario_AndServedAsAFile()
    {
        var page = await Html.Parse(await dashboard.Text("/calculator?country=~KEN&admin=8"));
        var link = page.QuerySelector(".calculator-button")!.GetAttribute("href")!;
        using var response = await dashboard.Get(link);

        Assert.Equal("/calculator.xlsx?admin=8&country=~KEN", link);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"calculator-KEN-{SmallWarehouse.FirstVintage}.xlsx", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("PK"u8.ToArray(), (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
    }

    [Theory]
    [InlineData("/calculator.xlsx")]
    [InlineData("/calculator.xlsx?country=~DEU")]
    [InlineData("/calculator.xlsx?country=~KEN&admin=99")]
    public async Task Workbook_OfAnotherScenarioThanAskedFor_IsRefused(string url)
    {
        using var response = await dashboard.Get(url);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
