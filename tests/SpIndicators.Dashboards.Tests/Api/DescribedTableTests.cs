using System.Net;
using System.Text;
using Dapper;
using SpIndicators.Dashboards.Tests.Exports;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary>A table that stands alone leads to what it is: whose figures, of which edition, under which terms.</summary>
public sealed class DescribedTableTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("/api/v1/data/coverage.csv?country=DEU", "spindicators-coverage-DEU-2026-01-01.csv")]
    [InlineData("/api/v1/data/coverage.csv?csv=excel&lang=fr", "spindicators-coverage-fr-excel-2026-01-01.csv")]
    [InlineData("/api/v1/data/coverage.sdmx.csv", "spindicators-coverage-2026-01-01.sdmx.csv")]
    [InlineData("/api/v1/data/all.parquet", "spindicators-all-2026-01-01.parquet")]
    [InlineData("/overview.csv", "overview-map-2020-2026-01-01.csv")]
    [InlineData("/overview.csv?csv=excel&lang=es", "overview-map-es-2020-excel-2026-01-01.csv")]
    [InlineData("/overview.sdmx.csv", "overview-map-2020-2026-01-01.sdmx.csv")]
    public async Task Table_NamesItsEdition_AndLinksToItsMetadata(string address, string name)
    {
        using var answer = await dashboard.Get(address);
        var link = Assert.Single(answer.Headers.GetValues("Link"));
        using var described = await dashboard.Get(new Uri(new Uri("http://localhost" + address), link.Split('<', '>')[1]).PathAndQuery);
        var metadata = (await described.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).AsJson();

        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName);
        Assert.EndsWith("rel=\"describedby\"; type=\"application/json\"", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, described.StatusCode);
        Assert.Equal("2026-01-01", metadata.GetProperty("vintage").GetString());
        Assert.Contains(metadata.GetProperty("sources").EnumerateArray(), source => source.GetProperty("licence").GetString() == "CC BY 4.0");
    }

    [Fact]
    public async Task Parquet_SaysInItselfWhatItIs()
    {
        using var answer = await dashboard.Get("/api/v1/data/people_uncovered.parquet?country=DEU");
        using var folder = new TemporaryFolder();
        var file = folder.Write("table.parquet", await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        var about = duckdb.Query<(byte[] Key, byte[] Value)>($"select key, value from parquet_kv_metadata('{file}')").ToDictionary(pair => Encoding.UTF8.GetString(pair.Key), pair => Encoding.UTF8.GetString(pair.Value));

        Assert.Equal(("2026-01-01", "CC BY 4.0"), (about["vintage"], about["licence"]));
        Assert.Equal(["ilostat_sdg_0131", "worldbank_wdi"], about["sources"].AsJson().EnumerateArray().Select(source => source.GetProperty("sourceId").GetString()));
        Assert.EndsWith("/api/v1/data/people_uncovered.parquet?country=DEU&vintage=2026-01-01", about["link"], StringComparison.Ordinal);
        Assert.EndsWith("/api/v1/data/people_uncovered.metadata.json?country=DEU&vintage=2026-01-01", about["metadata"], StringComparison.Ordinal);
    }
}
