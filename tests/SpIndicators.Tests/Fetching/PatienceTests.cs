using System.Globalization;
using Microsoft.AspNetCore.Http;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>How often an agency is asked again, and after which wait. No test waits: the clock is moved on.</summary>
public sealed class PatienceTests : IAsyncDisposable
{
    private readonly FetchBench bench = Bench();

    [Fact]
    public async Task Agency_ThatAsksToWaitInSeconds_IsAskedAgainAfterwards()
    {
        OnlyAtFirst(1, context => AgencyServer.Status(context, 429, "120"));

        var landed = await bench.Landed(Source);

        Assert.InRange(bench.Hurried.Skipped, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(125));
        Assert.Equal([429, 200], landed.Requests.Select(r => r.HttpStatus));
        Assert.Equal("answered 429 (too many requests) and asks to wait 2 minutes", landed.Requests[0].Outcome);
    }

    [Fact]
    public async Task Agency_ThatAsksToWaitUntilATime_IsAskedAgainThen()
    {
        var until = bench.Hurried.Start.AddSeconds(90);
        OnlyAtFirst(1, context => AgencyServer.Status(context, 503, until.ToString("r", CultureInfo.InvariantCulture)));

        await bench.Landed(Source);

        Assert.InRange(bench.Hurried.GetUtcNow(), until, until.AddSeconds(5));
    }

    [Fact]
    public async Task Agency_ThatAsksToWaitForHours_IsNotWaitedFor()
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Status(context, 429, "7200"));

        await bench.IsRefused(Source, "answered 429 (too many requests) and asks to wait 120 minutes");

        Assert.Single(bench.Server.Asked);
        Assert.Equal(TimeSpan.Zero, bench.Hurried.Skipped);
    }

    [Fact]
    public async Task ServerInTrouble_IsAskedAgainAfterLongerAndLongerWaits()
    {
        bench.Settings = bench.Settings with { MaxTries = 5, FirstWait = TimeSpan.FromSeconds(10) };
        OnlyAtFirst(4, context => AgencyServer.Status(context, 500));

        var landed = await bench.Landed(Source);

        Assert.Equal([500, 500, 500, 500, 200], landed.Requests.Select(r => r.HttpStatus));
        // Chance is in each wait, so the sum is what can be told: 10 + 20 + 40 + 80, more or less; 57 is the least that Polly's jitter gives.
        Assert.InRange(bench.Hurried.Skipped, TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(400));
    }

    [Fact]
    public async Task ServerThatStaysInTrouble_IsGivenUpWithTheReason()
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Status(context, 503));

        var failed = await bench.IsRefused(Source, "answered 503 (not available at present) (tried 3 times)");

        Assert.Equal(3, failed.Requests.Count);
    }

    [Fact]
    public async Task Server_ThatHangsUp_IsGivenUpWithTheReason()
    {
        bench.Server.On(SdmxPath, (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await bench.IsRefused(Source, "closed the connection without an answer (tried 3 times)");
    }

    [Fact]
    public async Task Server_ThatNobodyRuns_IsGivenUpWithTheReason()
    {
        await bench.Server.DisposeAsync();

        await bench.IsRefused(Source, "cannot be reached", "tried 3 times");
    }

    [Fact]
    public async Task Machine_ThatFailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        bench.Settings = bench.Settings with { FailuresUntilPause = 6 };
        var isDown = true;
        bench.Server.On(SdmxPath, (context, _) => isDown ? AgencyServer.Status(context, 500) : AgencyServer.Send(context, TwoBytes, "text/csv"));
        await bench.Fetch(Source);
        await bench.Fetch(Source);
        var asked = bench.Server.Asked.Count;

        await bench.IsRefused(Source, "failed 6 times in a row and is left alone for 2 minutes");

        Assert.Equal(asked, bench.Server.Asked.Count);
        isDown = false;
        await Task.Delay(TimeSpan.FromMinutes(3), bench.Time, TestContext.Current.CancellationToken);
        await bench.Landed(Source);
    }

    [Fact]
    public async Task Requests_ToOneMachine_KeepTheDistanceOfTheCard()
    {
        bench.Card(Source, c => c with { MinMillisecondsBetweenRequests = 60_000 }).Server.On(SdmxPath, (context, before) => AgencyServer.Send(context, SdmxHeader + Sdmx("DEU", $"{before}"), "text/csv"));

        await bench.Landed(Source);
        await bench.Landed(Source);
        await bench.Landed(Source);

        Assert.Equal(TimeSpan.FromMinutes(2), bench.Hurried.Skipped);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private void OnlyAtFirst(int times, Func<HttpContext, Task> trouble) =>
        bench.Server.On(SdmxPath, (context, before) => before < times ? trouble(context) : AgencyServer.Send(context, TwoBytes, "text/csv"));
}
