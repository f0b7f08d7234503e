using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>A file is called after what is in it: the years shown, not those asked for, and how a picture is made.</summary>
public sealed class FileNameTests : IAsyncLifetime
{
    /// <summary>The fixture has its values, of 2019 and 2020.</summary>
    private const string Expenditure = """
        insert into indicators.indicator by name
        select 'social_protection_expenditure' as indicator_id, 't' as title_en, 't' as title_fr, 't' as title_es, 'd' as definition_en, 'd' as definition_fr, 'd' as definition_es, 'PT_GDP' as unit_measure,
            'f' as formula, 'f' as expression, '{}' as inputs, 'u' as unit_en, 'u' as unit_fr, 'u' as unit_es, 'up' as direction, 'spending' as topic, '' as caveats_en, '' as caveats_fr, '' as caveats_es,
            'ilostat_sdg_0131' as sources
        where 'social_protection_expenditure' not in (select indicator_id from indicators.indicator);
        """;

    private const string Explore = "indicator=social_protection_expenditure";

    private readonly Dashboard dashboard = Dashboard.Over(CountryWarehouseSql.Text + Expenditure);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("csv?tab=line&country=KEN", "line-KEN-2019..2020-2026-01-01.csv")]
    [InlineData("csv?tab=line&country=KEN&time=2020", "line-KEN-2019..2020-2026-01-01.csv")]
    [InlineData("csv?tab=line&country=KEN&time=2000..2019", "line-KEN-2019-2026-01-01.csv")]
    [InlineData("csv?time=2050", "2020-2026-01-01.csv")]
    [InlineData("csv?time=1950", "2019-2026-01-01.csv")]
    [InlineData("csv?csv=excel", "2020-excel-2026-01-01.csv")]
    [InlineData("svg?size=chart", "2020-2026-01-01.svg")]
    [InlineData("svg?size=square&theme=dark&scale=2&lang=fr", "fr-2020-square-2x-dark-2026-01-01.svg")]
    public async Task Name_TellsTheYearsShownAndTheForm(string address, string name)
    {
        using var answer = await dashboard.Get($"/explore.{address}&{Explore}");

        Assert.Equal($"explore-chart-social_protection_expenditure-{name}", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("en", "2050", "You asked for 2050; the figures run from 2019 to 2020.")]
    [InlineData("fr", "1950", "1950")]
    [InlineData("en", "2020", "One year (2020) makes no line")]
    [InlineData("fr", "2020", "Une seule année (2020)")]
    [InlineData("es", "2020", "Un solo año (2020)")]
    public async Task Year_ThatIsNotShown_IsToldOnThePage(string language, string year, string said)
    {
        var page = await Html.Parse(await dashboard.Text($"/explore?{Explore}&tab=line&country=KEN&time={year}&lang={language}"));

        Assert.Contains(page.QuerySelectorAll(".notice"), notice => notice.TextContent.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metadata_OfACountry_AreBesideItsFile()
    {
        using var answer = await dashboard.Get("/country/KEN.csv?lang=fr");
        var metadata = (await dashboard.Text($"/country/{Assert.Single(answer.Headers.GetValues("Link")).Split('<', '>')[1]}")).AsJson();

        Assert.Equal(("left-out", "fr"), (metadata.GetProperty("chart").GetProperty("id").GetString(), metadata.GetProperty("lang").GetString()));
    }

    [Fact]
    public void VeryLongList_IsCutOff_YearsFormAndVintageAreNot()
    {
        var name = FileName.Of([new string('a', 300)], ["2016..2020", "", "square", "2026-01-01"]);

        Assert.Equal(new string('a', 120) + "-2016..2020-square-2026-01-01", name);
    }
}
