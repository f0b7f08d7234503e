using System.Net;
using Dapper;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Tests.Exports.Reading;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>Every workbook the site gives, opened by a library of somebody else's and held against the warehouse cell by cell.</summary>
public sealed class WorkbookReadingTests : IAsyncLifetime
{
    private static readonly string[] Numbers = ["TIME_PERIOD", "OBS_VALUE", "SHOWN_VALUE", "DENOMINATOR"];

    // A figure that no decimal fraction of few digits is.
    private readonly Dashboard dashboard = Dashboard.Over(PackageRows.Sql + "update indicators.coverage set coverage = 0.1::double + 0.2::double, gap_pp = 100 - coverage where ref_area = 'BBB';");

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("/overview.xlsx", "coverage_gap", "c.gap_pp", "c.gap_pp", "'PP'", "and c.contingency = 'TOTAL' and c.sex = '_T' and c.time_period between 2015 and 2020 and a.kind = 'country'")]
    [InlineData("/api/v1/data/coverage.xlsx", "coverage", "c.obs_value", "c.coverage", "'PT'", "")]
    [InlineData("/api/v1/data/people_uncovered.xlsx", "people_uncovered", "c.people_uncovered", "c.people_uncovered", "'PS'", "and c.people_uncovered is not null")]
    public async Task Workbook_ReadByAnotherLibrary_IsTheWarehouse_CellByCell(string address, string indicator, string value, string shown, string unit, string which)
    {
        var workbook = ReadWorkbook.Of(await Bytes(address));
        var rows = workbook["Data"].Table.Where(row => (string?)row["OBS_STATUS"] != "O").ToList();
        var published = Query($"""
            select c.ref_area as REF_AREA, a.name_en as REF_AREA_LABEL, '{indicator}' as INDICATOR, c.sex as SEX, c.contingency as CONTINGENCY, c.time_period::double as TIME_PERIOD,
                {value}::double as OBS_VALUE, {shown}::double as SHOWN_VALUE, {unit} as UNIT_MEASURE, nullif(c.flags, '') as FLAGS, c.comment_obs as COMMENT_OBS, c.source_id as SOURCE_ID,
                c.vintage as SOURCE_VINTAGE, c.series_code as SERIES_CODE, c.snapshot_sha256 as SNAPSHOT_SHA256
            from w.indicators.coverage as c join w.indicators.ref_area as a using (ref_area)
            where c.is_default {which}
            """);

        Assert.Equal(["Data", "Metadata", "Sources", "Readme"], workbook.Names);
        Assert.Equal(ExportColumn.All.Select(column => column.Name), workbook["Data"].Head);
        Assert.InRange(published.Count, 3, 100);
        Assert.Equal(Lines(published), Lines(rows.Select(row => published[0].Keys.ToDictionary(column => column, column => row[column]))));
        Assert.All(rows.SelectMany(row => row), cell => Assert.True(cell.Value is null || cell.Value is double == Numbers.Contains(cell.Key), $"{cell.Key} is {cell.Value} ({cell.Value?.GetType().Name})."));
    }

    [Theory]
    [InlineData("/overview.xlsx")]
    [InlineData("/api/v1/data/coverage.xlsx")]
    public async Task Workbook_ReadByAnotherLibrary_SaysWhoseFiguresTheseAre_AndWhatItsColumnsMean(string address)
    {
        var workbook = ReadWorkbook.Of(await Bytes(address));
        var source = Query("""
            select s.source_id as SOURCE_ID, n.vintage as SOURCE_VINTAGE, s.producer as PRODUCER, s.title as TITLE, n.citation as CITATION, s.attribution as ATTRIBUTION,
                s.licence as LICENCE, s.url as URL, n.snapshot_sha256 as SNAPSHOT_SHA256
            from w.indicators.source as s join w.indicators.snapshot as n using (source_id)
            where s.source_id = 'ilostat_sdg_0131'
            """).Single();
        var written = workbook["Sources"].Table.Single(row => (string?)row["SOURCE_ID"] == "ilostat_sdg_0131");

        Assert.Equal(source, source.Keys.ToDictionary(column => column, column => written[column]));
        Assert.Subset(workbook["Metadata"].Rows.Where(row => row[1] is string { Length: > 3 }).Select(row => (string)row[0]!).ToHashSet(), ExportColumn.All.Select(column => column.Name).ToHashSet());
        Assert.Contains(workbook["Readme"].Rows, row => ((string)row[0]!).Contains($"vintage={SmallWarehouse.FirstVintage}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CalculatorsWorkbook_ReadByAnotherLibrary_HasTheFiguresOfTheWarehouse_AndTheResultsOfThePage()
    {
        const string Query = "country=~KEN&benefits=child~maternity~disability~oldage";
        var workbook = ReadWorkbook.Of(await Bytes($"/calculator.xlsx?{Query}"));
        var page = await Html.Parse(await dashboard.Text($"/calculator?{Query}"));
        var published = this.Query("select obs_value as value, unit_measure as unit, source_time_period::double as year from w.indicators.package_figure where ref_area = 'KEN' and source_id <> 'parameter'");
        var total = workbook["ResultsA"].Rows.Single(row => (string?)row[0] == "All benefits");

        Assert.Equal(["Readme", "Inputs", "Figures", "Ages", "ResultsA", "PathA", "MixA", "Sources", "Parameters"], workbook.Names);
        Assert.Equal(Lines(published), Lines(workbook["Sources"].Rows.Skip(1).Select(row => new Dictionary<string, object?> { ["value"] = row[1], ["unit"] = row[2], ["year"] = row[3] })));
        Assert.Subset(published.Select(row => row["value"]).ToHashSet(), workbook["Figures"].Rows.Skip(1).Select(row => row[1]).Where(value => value is not null).ToHashSet());
        // What the formulas were computed to, for programs that do not compute: the vector of the methods.
        Assert.Equal((3.78, 2.82975), (Math.Round((double)total[2]!, 6), Math.Round((double)total[7]!, 6)));
        Assert.Equal("3.78% of GDP", page.QuerySelector("[data-cost]")!.TextContent);
    }

    private static IEnumerable<string> Lines(IEnumerable<IReadOnlyDictionary<string, object?>> rows) =>
        rows.Select(row => string.Join('|', row.Select(cell => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cell.Key}={cell.Value}")))).Order(StringComparer.Ordinal);

    private List<IReadOnlyDictionary<string, object?>> Query(string sql)
    {
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        duckdb.Execute($"attach '{dashboard.Warehouse.Folder.FileOf(SmallWarehouse.Vintage(SmallWarehouse.FirstVintage))}' as w (read_only)");
        return [.. duckdb.Query(sql).Select(row => ((IDictionary<string, object?>)row).ToDictionary(cell => cell.Key, cell => cell.Value))];
    }

    private async Task<byte[]> Bytes(string address)
    {
        using var answer = await dashboard.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
