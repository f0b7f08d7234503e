using SpIndicators.Pipelines.Fetching;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>What the ILO's two services give, in the source's own columns.</summary>
public sealed class IloFetchTests : IAsyncDisposable
{
    private readonly FetchBench bench = Bench();

    [Fact]
    public async Task Release_OfTheSdmxService_LandsInTheColumnsOfTheSourceSortedByItsKey()
    {
        bench.Server.On(SdmxPath, Two, "text/csv");

        var landed = await bench.Landed(Source);

        Assert.Equal(
        [
            BulkHeader.TrimEnd(),
            "DEU,ILO - Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,99.5,,,,",
            "URY,ILO - Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,93.8,,,,",
        ],
        FetchBench.Lines(landed.Snapshot));
        Assert.Equal(("2026-11-23", 2L, 2L), (landed.Snapshot.Vintage, landed.Snapshot.Rows, landed.Rows));
        var request = Assert.Single(landed.Requests);
        Assert.Equal((200, 2L, "new data"), (request.HttpStatus, request.Rows, request.Outcome));
        Assert.EndsWith("?format=csv", request.Url, StringComparison.Ordinal);
        bench.NothingIsLeft();
    }

    [Fact]
    public async Task Columns_InAnotherOrder_MakeTheSameRows()
    {
        var table = Two.TrimEnd().Split('\n').Select(l => string.Join(',', l.Split(',').Reverse()));
        bench.Server.On(SdmxPath, string.Join("\r\n", table) + "\r\n", "text/csv; charset=utf-8");

        var landed = await bench.Landed(Source);

        Assert.StartsWith("DEU,ILO - Social", FetchBench.Lines(landed.Snapshot)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerThatChangedOnlyTheOrderOfItsLines_HasNoNewData()
    {
        bench.Server.On(SdmxPath, (context, before) => AgencyServer.Send(context, SdmxHeader + (before == 0 ? Sdmx("DEU", "1") + Sdmx("URY", "2") : Sdmx("URY", "2") + Sdmx("DEU", "1")), "text/csv"));
        await bench.Landed(Source);

        var second = Assert.IsType<FetchOutcome.Unchanged>(await bench.Fetch(Source));

        Assert.Equal("no new data", Assert.Single(second.Requests).Outcome);
        Assert.Equal(2, bench.Snapshots().Count);
    }

    [Theory]
    [InlineData("SOC,", "CONTINGENCY,", "lacks the column 'SOC' and has a new column 'CONTINGENCY'")]
    [InlineData(",UPPER_BOUND", ",REVISED", "has a new column 'REVISED'")]
    [InlineData("OBS_VALUE,OBS_STATUS", "OBS_STATUS,OBS_STATUS", "has two columns named 'OBS_STATUS'")]
    [InlineData("SDG_0131_RT,", "SDG_0131_NB,", "has 'SDG_0131_NB' in MEASURE, where 'SDG_0131_RT' was expected")]
    [InlineData(",RT,PT,0,", ",RT,PT,3,", "has '3' in UNIT_MULT, where '0' was expected")]
    [InlineData(",RT,PT,0,", ",RT,PS,0,", "has 'PS' in UNIT_MEASURE, where 'PT' was expected")]
    [InlineData("DEU,A,", "DEU,A,A,", "has 20 fields in line 3; its header has 19")]
    [InlineData("DEU,A,", "D\"EU,A,", "is not CSV in line 3")]
    public async Task Answer_OfAnotherShape_IsRefusedByName(string words, string instead, string reason)
    {
        bench.Server.On(SdmxPath, Two.Replace(words, instead, StringComparison.Ordinal), "text/csv");

        await bench.IsRefused(Source, reason);
    }

    [Fact]
    public async Task Line_SentTwice_IsRefusedByName()
    {
        bench.Server.On(SdmxPath, Two + Sdmx("DEU", "99.5"), "text/csv");

        await bench.IsRefused(Source, "a line twice, word for word: DEU, SOC_CONTIG_TOTAL, SEX_T, 2020");
    }

    [Fact]
    public async Task Contingency_ThatIsMissing_IsRefusedByName()
    {
        bench.Small(Source, 0, "SOC_CONTIG_TOTAL", "SOC_CONTIG_UNE").Server.On(SdmxPath, Two, "text/csv");

        await bench.IsRefused(Source, "1 of 2 series came; there is no line of SOC_CONTIG_UNE");
    }

    [Fact]
    public async Task Release_OfTooFewLines_IsRefused()
    {
        bench.Card(Source, c => c with { MinRows = 4000 }).Server.On(SdmxPath, Two, "text/csv");

        await bench.IsRefused(Source, "2 lines came; a release has at least 4000");
    }

    [Fact]
    public async Task Code_NotMetBefore_IsToldByNameAndLands()
    {
        bench.Home.Add(Source, "2022-04-17", BulkHeader + "DEU,ILO - Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,99.5,,,,\n");
        bench.Server.On(SdmxPath, SdmxHeader + Sdmx("DEU", "99.5") + Sdmx("ZZZ", "1", sex: "SEX_X", soc: "SOC_CONTIG_CARE"), "text/csv");

        var landed = await bench.Landed(Source);

        Assert.Equal(
            ["classif1 has codes not met before: SOC_CONTIG_CARE", "ref_area has codes not met before: ZZZ", "sex has codes not met before: SEX_X"],
            landed.NewCodes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SdmxService_ThatFails_GivesWayToTheBulkFile()
    {
        bench.Card(Source, _ => FetchBenchCard(MinRows: 1));
        bench.Server.On(SdmxPath, "<html>maintenance</html>", "text/html").On(BulkPath, BulkHeader + Bulk("DEU", "99.5"), "text/csv");

        var landed = await bench.Landed(Source);

        Assert.Equal("DEU,XX:1,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,99.5,,,,", FetchBench.Lines(landed.Snapshot)[1]);
        Assert.Contains("Read by the second way", landed.Snapshot.Notes, StringComparison.Ordinal);
        Assert.Equal(["sent a web page (text/html) instead of text/csv", "new data"], landed.Requests.Select(r => r.Outcome));
    }

    [Fact]
    public async Task BothServices_ThatFail_AreBothNamed()
    {
        bench.Card(Source, _ => FetchBenchCard(MinRows: 1));
        bench.Server.On(SdmxPath, "<html>maintenance</html>", "text/html").On(BulkPath, BulkHeader + Bulk("DEU", "1").Replace("SDG_0131_SEX", "SDG_0852_SEX", StringComparison.Ordinal), "text/csv");

        await bench.IsRefused(Source, "sent a web page", "The second way:", "has 'SDG_0852_SEX_SOC_RT' in indicator");
    }

    [Fact]
    public async Task BulkFile_AsRecordedOfAnotherIndicator_HasTheColumnsThatAreExpected()
    {
        bench.Small(Source, 1, "SOC_CONTIG_TOTAL").Server.On(BulkPath, Payload.Text("ilostat_bulk_SDG_0852_SEX_AGE_RT_A.csv"), "text/csv");

        // Not a word on columns: what is refused is the indicator, which another file is recorded of.
        var failed = await bench.IsRefused(Source, "has 'SDG_0852_SEX_AGE_RT' in indicator");
        Assert.DoesNotContain("column", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_OfTheTestsSdmxAnswers_AreThoseRecordedOfAnotherFlowAndTheTwoBreakdowns() =>
        Assert.Equal(
            Payload.Text("ilostat_sdmx_csv_LAP_2GDP_NOC_RT.csv").Split('\n')[0].TrimEnd('\r').Split(',').Order(StringComparer.Ordinal),
            SdmxHeader.TrimEnd().Split(',').Except(["SEX", "SOC"]).Order(StringComparer.Ordinal));

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static FetchCard FetchBenchCard(long MinRows) =>
        SpIndicators.Pipelines.FlowModels.Embedded.Sources[Source].Fetch! with { MinRows = MinRows, Series = ["SOC_CONTIG_TOTAL"] };
}
