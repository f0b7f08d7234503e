using Microsoft.AspNetCore.Http;
using SpIndicators.Pipelines.Fetching;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>An agency that says what it called the file last time need not send it again.</summary>
public sealed class ConditionalTests : IAsyncDisposable
{
    private const string Changed = "Mon, 04 May 2026 10:00:00 GMT";
    private readonly FetchBench bench = Bench();

    [Fact]
    public async Task Agency_ThatSaysNothingHasChanged_HasNoNewData()
    {
        bench.Server.On(SdmxPath, (context, before) => before == 0 ? Tagged(context, Two) : AgencyServer.Status(context, 304));
        var first = await bench.Landed(Source);

        var second = Assert.IsType<FetchOutcome.Unchanged>(await bench.Fetch(Source));

        Assert.Equal(("\"v1\"", Changed), (first.Snapshot.Etag, first.Snapshot.LastModified));
        var asked = bench.Server.Headers.Last();
        Assert.Equal(("\"v1\"", Changed), (asked.IfNoneMatch.ToString(), asked.IfModifiedSince.ToString()));
        var request = Assert.Single(second.Requests);
        Assert.Equal((304, "no new data", "\"v1\""), (request.HttpStatus, request.Outcome, request.ETag));
        Assert.Equal(2, bench.Snapshots().Count);
    }

    [Fact]
    public async Task Agency_ThatHasSomethingNew_MakesAnotherVintage()
    {
        bench.Server.On(SdmxPath, (context, before) => Tagged(context, before == 0 ? Two : SdmxHeader + Sdmx("DEU", "99.6")));
        await bench.Landed(Source);

        var second = await bench.Landed(Source);

        Assert.Equal("2026-11-23.02", second.Snapshot.Vintage);
    }

    [Fact]
    public async Task FirstRequest_OfASourceWhoseSnapshotWasEmbedded_IsUnconditional()
    {
        bench.Home.Add(Source, "2022-04-17", BulkHeader + "DEU,,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,99.5,,,,\n");
        bench.Server.On(SdmxPath, Two, "text/csv");

        await bench.Landed(Source);

        Assert.Empty(Assert.Single(bench.Server.Headers).IfNoneMatch.ToString());
    }

    [Fact]
    public async Task DateOfRelease_IsTheDayTheFileChanged()
    {
        bench.Server.On(SdmxPath, (context, _) => Tagged(context, Two));

        var landed = await bench.Landed(Source);

        Assert.Equal((new DateOnly(2026, 5, 4), "day"), (landed.Snapshot.ReleasedOn, landed.Snapshot.ReleasedOnPrecision));
        Assert.Contains("Last-Modified", landed.Snapshot.ReleasedOnBasis, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateOfRelease_ThatIsNotPrinted_IsTheDayItWasRead()
    {
        bench.Server.On(SdmxPath, Two, "text/csv");

        var landed = await bench.Landed(Source);

        Assert.Equal(new DateOnly(2026, 11, 23), landed.Snapshot.ReleasedOn);
        Assert.Contains("no date of release is printed", landed.Snapshot.ReleasedOnBasis, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateOfRelease_BeforeThatOfTheVintageAtHand_DoesNotPutTheNewOneBehindIt()
    {
        var old = bench.Home.Add(Source, "2026-06-20", BulkHeader + "DEU,,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,99.5,,,,\n");
        SpIndicators.Tests.Pipelines.TemporaryHome.EditCard(old, card => card["released_on"] = "2026-06-20");
        bench.Server.On(SdmxPath, (context, _) => Tagged(context, Two));

        var landed = await bench.Landed(Source);

        Assert.Equal(new DateOnly(2026, 11, 23), landed.Snapshot.ReleasedOn);
        Assert.Contains("the agency prints 2026-05-04", landed.Snapshot.ReleasedOnBasis, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static Task Tagged(HttpContext context, string body)
    {
        context.Response.Headers.ETag = "\"v1\"";
        context.Response.Headers.LastModified = Changed;
        return AgencyServer.Send(context, body, "text/csv");
    }
}
