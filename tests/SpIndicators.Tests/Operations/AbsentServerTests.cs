using SpIndicators.Operations;

namespace SpIndicators.Tests.Operations;

/// <summary>A PostgreSQL server that is not there.</summary>
public sealed class AbsentServerTests
{
    [Fact]
    public async Task Store_WhoseServerIsNotThere_SaysSo()
    {
        await using var place = await StorePlace.Sqlite();
        var nowhere = place.Options() with { PostgreSql = $"Host={Path.Combine(Path.GetTempPath(), "nobody")};Username=tests;Database=tests" };
        await using var program = new OperationsProgram(nowhere, TimeProvider.System);

        var refusal = await Assert.ThrowsAsync<OperationsException>(() => program.Journal.List(null, null, 0, 1, TestContext.Current.CancellationToken));

        Assert.Equal("The operational database could not be opened (the PostgreSQL server): the PostgreSQL server does not answer.", refusal.Message);
    }

#if FULL_FEED
    [Fact]
    public async Task Hangfire_WhoseServerIsNotThere_SaysSo_AndBringsNothingDown()
    {
        await using var place = (await StorePlace.Sqlite()).UnderHangfire();
        var nowhere = place.Options(runsJobs: true) with { PostgreSql = $"Host={Path.Combine(Path.GetTempPath(), "nobody")};Username=tests;Database=tests" };
        await using var program = await new OperationsProgram(nowhere, TimeProvider.System).Start();

        var refusal = await Assert.ThrowsAsync<OperationsException>(() => program.Scheduler.List(TestContext.Current.CancellationToken));

        Assert.Equal("The operational database could not be opened (the PostgreSQL server): the PostgreSQL server does not answer.", refusal.Message);
    }
#endif
}
