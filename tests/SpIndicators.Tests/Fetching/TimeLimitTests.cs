using SpIndicators.Pipelines.Fetching;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>Servers that take their time, against limits of parts of a second and the real clock.</summary>
public sealed class TimeLimitTests : IAsyncDisposable
{
    private readonly FetchBench bench = Bench(TimeProvider.System);

    public TimeLimitTests() => bench.Settings = new FetchSettings
    {
        TryTimeout = TimeSpan.FromMilliseconds(300),
        FirstWait = TimeSpan.FromMilliseconds(1),
        MaxTries = 2,
    };

    [Fact]
    public async Task Server_ThatDoesNotAnswer_IsGivenUpAtTheLimit()
    {
        bench.Server.On(SdmxPath, (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var failed = await bench.IsRefused(Source, "did not send a whole answer within 0.3 seconds (tried 2 times)");

        Assert.All(failed.Requests, r => Assert.Null(r.HttpStatus));
        Assert.Equal(2, failed.Requests.Count);
    }

    [Fact]
    public async Task Server_ThatDripsByteByByte_IsGivenUpAtTheLimit()
    {
        bench.Server.On(SdmxPath, async (context, _) =>
        {
            context.Response.ContentType = "text/csv";
            foreach (var one in TwoBytes)
            {
                await context.Response.Body.WriteAsync(new[] { one }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(10, context.RequestAborted);
            }
        });

        await bench.IsRefused(Source, "did not send a whole answer within 0.3 seconds");
    }

    [Fact]
    public async Task Source_ThatIsNotReadInTime_IsGivenUpAtItsDeadline()
    {
        bench.Settings = bench.Settings with { TryTimeout = TimeSpan.FromMinutes(1), TotalDeadline = TimeSpan.FromSeconds(0.6) };
        bench.Server.On(SdmxPath, (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        await bench.IsRefused(Source, "was not read to the end within 0.01 minutes");
    }

    [Fact]
    public async Task Person_WhoStopsAFetch_StopsItAtOnceAndNothingIsLeft()
    {
        bench.Settings = bench.Settings with { TryTimeout = TimeSpan.FromMinutes(1) };
        using var stop = new CancellationTokenSource();
        bench.Server.On(SdmxPath, async (context, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.FetchUntil(Source, null, null, stop.Token));

        Assert.Empty(bench.Snapshots());
        bench.NothingIsLeft();
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
