using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>What a page works out itself, far from the page: country, year, unit, whose figures it was made from, and that it is ours.</summary>
public sealed class ComputedValuesTests : IAsyncLifetime
{
    /// <summary>Of the standard package of Kenya two values are published, with inputs of two agencies.</summary>
    private const string Published = """
        insert into indicators.indicator_value by name
        select v.indicator_id, 'KEN' as ref_area, 2024::smallint as time_period, '_Z' as contingency, '_T' as sex, v.value as obs_value, 'PT_GDP' as unit_measure, v.flags, 'C' as confidence,
            'worldbank_wdi' as source_id, '2026-07' as vintage, 'S' as series_code, 2024::smallint as source_time_period, repeat('ab', 32) as snapshot_sha256
        from (values ('package_cost_child', 1.3125, 'stale'), ('package_gap_child', 1.05, '')) as v(indicator_id, value, flags);
        insert into indicators.indicator_input by name
        select v.indicator_id, 'KEN' as ref_area, 2024::smallint as time_period, '_Z' as contingency, '_T' as sex, '' as item, 'i' as input, 1.0 as obs_value, v.source_id, v.vintage, 'S' as series_code
        from (values ('package_cost_child', 'worldbank_wdi', '2026-07'), ('package_gap_child', 'worldbank_wdi', '2026-07'), ('package_gap_child', 'ilostat_sdg_0131', '2022-04-17'),
            ('package_gap_child', 'parameter', null)) as v(indicator_id, source_id, vintage);
        insert into indicators.indicator by name
        select v.id as indicator_id, v.id as title_en, v.id as title_fr, v.id as title_es, 'd' as definition_en, 'd' as definition_fr, 'd' as definition_es, 'PT_GDP' as unit_measure,
            'f' as formula, 'f' as expression, '{}' as inputs, 'u' as unit_en, 'u' as unit_fr, 'u' as unit_es, 'up' as direction, 'floor_package' as topic, 'c' as caveats_en, 'c' as caveats_fr, 'c' as caveats_es,
            'worldbank_wdi' as sources
        from (values ('package_cost_child'), ('package_gap_child')) as v(id);
        """;

    private static readonly string[] Told = ["REF_AREA", "REF_AREA_LABEL", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "FLAGS", "SOURCE_ID"];

    private readonly Dashboard dashboard = Dashboard.Over(PackageRows.Sql + Published);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("", "KEN|Kenya|package_cost_child|2024|1.3125|PT_GDP||stale|worldbank_wdi")]
    [InlineData("", "KEN|Kenya|package_gap_child|2024|1.05|PT_GDP|||worldbank_wdi")]
    [InlineData("", "KEN|Kenya|chart:benefits:oldage-cost-A|2024|1.575|PT_GDP|E|computed_here|spindicators")]
    [InlineData("&child.level=50", "KEN|Kenya|chart:benefits:child-cost-A|2024|2.625|PT_GDP|E|stale;computed_here|spindicators")]
    [InlineData("&child.level=50", "KEN|Kenya|chart:benefits:child-gap-A|2024|2.1|PT_GDP|E|computed_here|spindicators")]
    public async Task Value_OfTheCalculator_IsThePublishedOneOrSaysThatItIsOurs(string settings, string row) =>
        Assert.Contains(row, await Rows($"/calculator.json?chart=benefits&country=~KEN{settings}"));

    [Fact]
    public async Task Path_HasACountryAYearAndIsAForecast_AndTheYearOfTheGapIsNone()
    {
        var rows = await Rows("/calculator.json?chart=path&country=~KEN&benefits=child~maternity~disability~oldage");

        Assert.StartsWith("KEN|Kenya|chart:path:A|2024|0|PT_GDP|E|", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.Matches(@"^KEN\|Kenya\|chart:path:A\|20(2[5-9]|30)\|[0-9.]+\|PT_GDP\|F\|", row));
        Assert.Equal(7, rows.Count);
    }

    [Fact]
    public async Task WhatIsTakenFromAnOption_IsNoPublishedPotential_AndWhatStaysOpenIsAboutTheCountry()
    {
        var rows = await Rows("/calculator.json?chart=mix&country=~KEN&benefits=child~maternity~disability~oldage&mix.tax=1");

        Assert.Contains("KEN|Kenya|chart:mix:tax|2024|1|PT_GDP|E|computed_here|spindicators", rows);
        Assert.Contains(rows, row => row.StartsWith("KEN|Kenya|chart:mix:open|2024|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MissingGap_NamesCountryYearUnitAndKind()
    {
        var rows = await Rows("/calculator.json?chart=benefits&country=~SEN");

        Assert.Contains(rows, row => row.StartsWith("SEN|", StringComparison.Ordinal) && row.EndsWith("chart:benefits:oldage-gap-A|2024||PT_GDP|O||", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&child.level=50")]
    public async Task Sources_AreThoseOfTheInputs_InMetadataPackageAndPicture(string settings)
    {
        var metadata = (await dashboard.Text($"/calculator.metadata.json?chart=benefits&country=~KEN{settings}")).AsJson();
        using var answer = await dashboard.Get($"/calculator.zip?chart=benefits&country=~KEN{settings}");
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        using var package = await JsonDocument.ParseAsync(zip.GetEntry("datapackage.json")!.Open(), cancellationToken: TestContext.Current.CancellationToken);
        var picture = string.Join(' ', XDocument.Parse(await dashboard.Text($"/calculator.svg?chart=benefits&country=~KEN{settings}")).Descendants().Where(text => text.Name.LocalName == "text").Select(text => text.Value.Trim()));

        Assert.Equal(["ilostat_sdg_0131", "worldbank_wdi"], metadata.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("sourceId").GetString()));
        Assert.Equal(["package_cost_child", "package_gap_child"], metadata.GetProperty("indicators").EnumerateArray().Select(card => card.GetProperty("indicatorId").GetString()));
        Assert.Equal("computed on the page from published figures, not itself published", metadata.GetProperty("flags").GetProperty("computed_here").GetString());
        Assert.Equal(["CC BY 4.0"], package.RootElement.GetProperty("licenses").EnumerateArray().Select(licence => licence.GetProperty("title").GetString()));
        Assert.Equal(2, package.RootElement.GetProperty("sources").GetArrayLength());
        Assert.Contains("ILO (2022-04-17); World Bank (2026-07)", picture, StringComparison.Ordinal);
    }

    /// <summary>The cells of each row between bars.</summary>
    private async Task<IReadOnlyList<string>> Rows(string address) =>
    [
        .. (await dashboard.Text(address)).AsJson().GetProperty("rows").EnumerateArray()
            .Select(row => string.Join('|', Told.Select(column => Said(row.GetProperty(column))))),
    ];

    private static string Said(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => Math.Round(cell.GetDouble(), 9).ToString(System.Globalization.CultureInfo.InvariantCulture),
        JsonValueKind.Null => "",
        _ => cell.GetString()!.Replace('|', ';'),
    };
}
