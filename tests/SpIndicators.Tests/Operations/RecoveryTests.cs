using SpIndicators.Core.Operations;
using SpIndicators.Operations.Scheduling;

namespace SpIndicators.Tests.Operations;

/// <summary>What is begun again after a crash, and how long is waited after a failure.</summary>
public sealed class RecoveryTests() : StoreContract(StorePlace.Sqlite)
{
    private static readonly RefreshRequest Weekly = new("weekly", ["unsd_sdg"], RunTrigger.Schedule, "scheduler", 1, 2);

    [Fact]
    public async Task Crash_OfARun_CostsAnAttempt()
    {
        await Interrupted(Weekly);

        var again = await Recovery.Of(Weekly, Journal, Token);

        Assert.Equivalent(Weekly with { Trigger = RunTrigger.Recovery, Attempt = 2 }, again, strict: true);
    }

    [Fact]
    public async Task Crash_OfTheLastAttempt_IsBegunAgainAllTheSame()
    {
        await Interrupted(Weekly with { Attempt = 2 });

        var again = await Recovery.Of(Weekly with { Attempt = 2 }, Journal, Token);

        Assert.Equal((3, 3), (again?.Attempt, again?.MaxAttempts));
    }

    [Fact]
    public async Task Crashes_ThreeInARow_AreTheEnd_AndAreTold()
    {
        for (var i = 0; i < 3; i++)
        {
            await Interrupted(Weekly);
        }

        Assert.Null(await Recovery.Of(Weekly, Journal, Token));
        Assert.Null(await Program.Get<ScheduledRuns>().Run(Program.Work, Weekly, isRecovery: true, Token));
        Assert.Equal(["weekly"], Program.Work.GivenUp);
        Assert.NotNull(await Recovery.Of(Weekly with { Schedule = "daily" }, Journal, Token));
    }

    [Theory]
    [InlineData(1, 0.5, 300)]
    [InlineData(2, 0.5, 600)]
    [InlineData(3, 0.5, 1200)]
    [InlineData(1, 0, 240)]
    [InlineData(1, 1, 360)]
    [InlineData(10, 0.5, 86400)]
    public void Wait_AfterAFailure_DoublesWithAFifthOfChanceUpToADay(int failed, double chance, double seconds) =>
        Assert.Equal(seconds, RetryWaits.After(failed, TimeSpan.FromMinutes(5), chance).TotalSeconds, 3);

    // A journal of its own begins it and falls silent.
    private async Task Interrupted(RefreshRequest request)
    {
        var dying = Another();
        await dying.Journal.Begin(request, Token);
        await dying.DisposeAsync();
        Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Single(await Journal.MarkInterrupted(TimeSpan.FromSeconds(30), Token));
    }
}
