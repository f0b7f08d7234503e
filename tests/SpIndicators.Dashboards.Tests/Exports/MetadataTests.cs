using System.Globalization;
using System.Net;
using System.Text.Json;
using Dapper;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>The sidecar of a chart in which something is missing: it counts what there is not, and names the sources of what there is.</summary>
public sealed class MetadataTests : IAsyncLifetime
{
    /// <summary>What the fiscal pages draw, as the indicators of the published file have it.</summary>
    private const string FiscalValues = """
        insert into indicators.indicator_value by name
        select v.indicator_id, 'KEN' as ref_area, v.year::smallint as time_period, '_Z' as contingency, '_T' as sex, v.value as obs_value, 'PT_GDP' as unit_measure, 'E' as obs_status, v.flags, 'C' as confidence,
            'worldbank_wdi' as source_id, '2026-07' as vintage, 'S' as series_code, v.year::smallint as source_time_period, repeat('ab', 32) as snapshot_sha256
        from (values ('package_gap_total', 2024, 2.7, 'stale'), ('fiscal_contributions_potential', 2023, 1.7, ''), ('fiscal_tax_potential', 2023, 0.0, '')) as v(indicator_id, year, value, flags);
        insert into indicators.indicator by name
        select v.indicator_id, v.indicator_id as title_en, v.indicator_id as title_fr, v.indicator_id as title_es, 'd' as definition_en, 'd' as definition_fr, 'd' as definition_es, 'PT_GDP' as unit_measure,
            'f' as formula, 'f' as expression, '{}' as inputs, 'u' as unit_en, 'u' as unit_fr, 'u' as unit_es, 'up' as direction, 'fiscal_space' as topic, 'c' as caveats_en, 'c' as caveats_fr, 'c' as caveats_es,
            'worldbank_wdi' as sources
        from (values ('package_gap_total'), ('fiscal_contributions_potential'), ('fiscal_tax_potential')) as v(indicator_id);
        """;

    private static readonly string[] Told = ["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "SOURCE_ID"];

    /// <summary>Reserves are a stock: what a year of them gives is worked out on the page.</summary>
    private static readonly string[] BarsOfKenya =
    [
        "package_gap_total|KEN|2024|2.7|E|worldbank_wdi", "fiscal_contributions_potential|KEN|2023|1.7|E|worldbank_wdi", "fiscal_tax_potential|KEN|2023|0|E|worldbank_wdi",
        "chart:bars-KEN:illicit_flows|KEN|2023|null|O|", "chart:bars-KEN:reserves|KEN|2023|0.26|E|spindicators", "chart:bars-KEN:macro|KEN|2023|null|O|",
    ];

    private readonly Dashboard dashboard = Dashboard.Over(CountryWarehouseSql.Text + FiscalValues);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("/overview")]
    [InlineData("/overview?country=~KEN")]
    public async Task Map_WithHatchedAreas_CountsThem_AndGivesThemNeitherYearNorValue(string page)
    {
        var (path, query) = (page.Split('?')[0], page.Split('?').ElementAtOrDefault(1));
        var metadata = await Json($"{path}.metadata.json?{query}");
        var rows = (await Json($"{path}.json?{query}")).GetProperty("rows").EnumerateArray().ToList();
        var covered = Query<string>("select ref_area from w.indicators.coverage join w.indicators.ref_area using (ref_area) where is_default and contingency = 'TOTAL' and sex = '_T' and time_period between 2015 and 2020 and kind = 'country'").ToHashSet();
        var hatched = MapShapes.World.Areas.Keys.Where(area => !covered.Contains(area)).ToList();

        Assert.InRange(hatched.Count, 150, 300);
        Assert.Equal(hatched.Order(StringComparer.Ordinal), rows.Where(row => row.GetProperty("OBS_STATUS").GetString() == "O").Select(row => row.GetProperty("REF_AREA").GetString()!).Order(StringComparer.Ordinal));
        // They name the release that they are not in.
        Assert.Equal(
            ["coverage_gap||null|O|ilostat_sdg_0131"],
            rows.Where(row => row.GetProperty("OBS_STATUS").GetString() == "O").Select(row => string.Join('|', Told.Where(column => column != "REF_AREA").Select(column => Said(row.GetProperty(column), column)))).Distinct());
        MustCount(metadata, rows);
        Assert.Equal(hatched.Count, metadata.GetProperty("obsStatusCounts").GetProperty("O").GetInt32());
        Assert.Equal(["ilostat_sdg_0131"], Sources(metadata));
        Assert.Equal(["coverage_gap"], Indicators(metadata));
    }

    [Fact]
    public async Task FiscalBars_OfACountry_HaveEachOption_TheMissingOnesToo_WithTheSourcesOfTheOthers()
    {
        var metadata = await Json("/fiscal-space.metadata.json?country=~KEN&chart=bars-KEN");
        var rows = (await Json("/fiscal-space.json?country=~KEN&chart=bars-KEN")).GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(
            BarsOfKenya,
            rows.Select(row => string.Join('|', Told.Select(column => Said(row.GetProperty(column), column)))));
        MustCount(metadata, rows);
        Assert.Equal(["worldbank_wdi"], Sources(metadata));
        Assert.Equal(["package_gap_total", "fiscal_contributions_potential", "fiscal_tax_potential"], Indicators(metadata));
        Assert.Equal(["stale", "computed_here"], metadata.GetProperty("flags").EnumerateObject().Select(flag => flag.Name));
        Assert.Equal("~KEN", metadata.GetProperty("chart").GetProperty("selection").GetProperty("country").GetString());
    }

    [Theory]
    [InlineData("/fiscal-space", "chart=bars-KEN&country=~KEN")]
    [InlineData("/overview", "")]
    [InlineData("/country/KEN", "chart=left-out")]
    [InlineData("/country/KEN", "chart=trend")]
    [InlineData("/compare", "country=KEN~NOD")]
    public async Task Sidecar_OfAnyChart_CountsTheRowsOfItsTable(string page, string query)
    {
        var metadata = await Json($"{page}.metadata.json?{query}");
        var rows = (await Json($"{page}.json?{query}")).GetProperty("rows").EnumerateArray().ToList();
        using var csv = await dashboard.Get($"{page}.csv?{query}");
        using var folder = new TemporaryFolder();
        var file = folder.Write("chart.csv", await csv.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.NotEmpty(rows);
        MustCount(metadata, rows);
        Assert.Equal(rows.Count, Query<long>($"select count(*) from read_csv('{file}', header = true, all_varchar = true)").Single());
        Assert.Equal(
            rows.Select(row => row.GetProperty("SOURCE_ID").GetString()!).Where(source => source is not ("" or "spindicators")).Distinct().Order(),
            Sources(metadata).Where(source => rows.Exists(row => row.GetProperty("SOURCE_ID").GetString() == source)).Order());
    }

    private static void MustCount(JsonElement metadata, List<JsonElement> rows)
    {
        Assert.Equal(rows.Count, metadata.GetProperty("rows").GetInt32());
        Assert.Equal(
            rows.GroupBy(row => row.GetProperty("OBS_STATUS").GetString() ?? "").Select(group => $"{group.Key}: {group.Count()}").Order(StringComparer.Ordinal),
            metadata.GetProperty("obsStatusCounts").EnumerateObject().Select(count => $"{count.Name}: {count.Value.GetInt32()}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Sources(JsonElement metadata) => metadata.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("sourceId").GetString()!);

    private static IEnumerable<string> Indicators(JsonElement metadata) => metadata.GetProperty("indicators").EnumerateArray().Select(card => card.GetProperty("indicatorId").GetString()!);

    private static string Said(JsonElement cell, string column) => cell.ValueKind switch
    {
        JsonValueKind.Number => Math.Round(cell.GetDouble(), 6).ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Null => column == "OBS_VALUE" ? "null" : "",
        _ => cell.GetString()!,
    };

    private async Task<JsonElement> Json(string address)
    {
        using var answer = await dashboard.Get(address);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {text}");
        return text.AsJson();
    }

    private List<T> Query<T>(string sql)
    {
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        duckdb.Execute($"attach '{dashboard.Warehouse.Folder.FileOf(SmallWarehouse.Vintage(SmallWarehouse.FirstVintage))}' as w (read_only)");
        return [.. duckdb.Query<T>(sql)];
    }
}
