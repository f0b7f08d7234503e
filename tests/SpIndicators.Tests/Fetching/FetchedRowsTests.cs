using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Building;
using SpIndicators.Tests.Pipelines;

namespace SpIndicators.Tests.Fetching;

/// <summary>What the models make of each agency's oddities once they have landed: figures, or rows kept with the reason why they are none.</summary>
public sealed class FetchedRowsTests : IAsyncDisposable
{
    private readonly FetchBench bench = new();

    [Fact]
    public async Task LandedRows_OfTheUn_AreReadAndANaNIsKeptAsRejected()
    {
        bench.Small("unsd_sdg", 0, "SI_COV_BENFTS").Server.On("/SDGAPI/v1/sdg/Series/Data", """
            {"size":1000,"totalElements":3,"totalPages":1,"pageNumber":1,"attributes":[],"dimensions":[],"data":[
            {"goal":["1"],"target":["1.3"],"indicator":["1.3.1"],"series":"SI_COV_BENFTS","geoAreaCode":"4","geoAreaName":"Afghanistan","timePeriodStart":2020.0,"value":"7.5","attributes":{"Nature":"E","Units":"PERCENT"},"dimensions":{"Reporting Type":"G","Sex":"BOTHSEX"}},
            {"goal":["1"],"target":["1.3"],"indicator":["1.3.1"],"series":"SI_COV_BENFTS","geoAreaCode":"858","geoAreaName":"Uruguay","timePeriodStart":2020.0,"value":"NaN","attributes":{"Nature":"E","Units":"PERCENT"},"dimensions":{"Reporting Type":"G","Sex":"FEMALE"}},
            {"goal":["1"],"target":["1.3"],"indicator":["1.3.1"],"series":"SI_COV_BENFTS","geoAreaCode":"858","geoAreaName":"Uruguay","timePeriodStart":2020.0,"value":"1","attributes":{"Nature":"E","Units":"PERCENT"},"dimensions":{"Reporting Type":"G","Sex":"OTHER"}}]}
            """);

        Assert.Equal(["AFG 2020 7.5 0 ", "URY 2020 1.0 0 unknown sex code", "URY 2020 nan 0 not a number: NaN"], await Staged("unsd_sdg"));
    }

    [Fact]
    public async Task LandedRows_OfTheWorldBank_AreReadAndAGroupWithoutIso3IsKeptAsRejected()
    {
        bench.Small("worldbank_wdi", 0, "NY.GDP.MKTP.CD").Server.On("/v2/country/all/indicator/NY.GDP.MKTP.CD", Payload.Text("worldbank_v2_gdp_mex_emu_notclassified.json"));

        Assert.Equal(["MEX 2024 1830489311088.89 0 ", "MEX 2025 1832641364775.52 0 ", " 2025 5.0 0 unknown area code XX"], (await Staged("worldbank_wdi")).OrderByDescending(r => r[0]));
    }

    [Fact]
    public async Task LandedRows_OfTheImf_AreReadInTheirPowerOfTen()
    {
        bench.Small("imf_weo", 0, "NGDP_R").Server.On("/external/sdmx/3.0/data/dataflow/IMF.RES/WEO/+/*", Payload.Text("sdmx21_WEO_data.xml"), "application/xml");

        Assert.Equal(["SVK 2018 94.669 9 "], await Staged("imf_weo"));
    }

    [Fact]
    public async Task LandedRows_OfTheIlo_AreReadWithItsOwnCodes()
    {
        bench.Small(IloAnswers.Source, 0, "SOC_CONTIG_TOTAL").Server.On(IloAnswers.SdmxPath, IloAnswers.SdmxHeader + IloAnswers.Sdmx("KOS", "1") + IloAnswers.Sdmx("X01", "52.4", "2023") + IloAnswers.Sdmx("ZZZ", "2"), "text/csv");

        Assert.Equal([" 2020 2.0 0 unknown area code ZZZ", "X01 2023 52.4 0 ", "XKX 2020 1.0 0 "], await Staged(IloAnswers.Source));
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    /// <summary>Area, year, value, power of ten and reason of each staged row.</summary>
    private async Task<IReadOnlyList<string>> Staged(string source)
    {
        await bench.Landed(source);
        var file = bench.Home.Aside("staged.duckdb");
        new WarehouseBuilder(SmallFlow.StagingOnly, bench.Home.Home, TimeProvider.System).Build(file, null, TestContext.Current.CancellationToken);
        using var built = DuckDbProvider.Open(new DuckDbOptions { DataSource = file });
        return [.. built.Query<string>($"select concat_ws(' ', coalesce(ref_area, ''), time_period, obs_value, unit_mult, coalesce(reject_reason, '')) from clean.stg_{source} order by all")];
    }
}
