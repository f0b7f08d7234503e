using SpIndicators.Core.Operations;
using SpIndicators.Tests.Operations;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Running;

/// <summary>The worker is killed at each step of a run, as by kill -9, and started again, whichever scheduler runs it.</summary>
public abstract class KilledRunContract(bool usesHangfire)
{
    private const string Before = "KEN,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,10.1,";
    private const string Kenya = "select obs_value from indicators.coverage where is_default and ref_area = 'KEN' and sex = '_T' and contingency = 'TOTAL' and time_period = 2020";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RunStepKind.Fetch, 10.1)]
    [InlineData(RunStepKind.Snapshot, 10.1)]
    [InlineData(RunStepKind.Build, 10.1)]
    [InlineData(RunStepKind.Check, 10.1)]
    [InlineData(RunStepKind.Publish, 12.5)]
    [InlineData(RunStepKind.Compare, 12.5)]
    public async Task Run_KilledAtAStep_IsBegunAgain_AndReadersNeverSeeAHalf(RunStepKind step, double seenThen)
    {
        await using var bench = await new RunBench().Published();
        bench.Body = bench.Body.Replace(Before, Before.Replace("10.1", "12.5", StringComparison.Ordinal), StringComparison.Ordinal);
        using (var killed = RunProcess.Start(bench.Home.Path, bench.Agency, step, usesHangfire))
        {
            await killed.KillAtTheStep();
        }

        Assert.Equal(seenThen, KenyaNow(bench));
        using var again = RunProcess.Start(bench.Home.Path, bench.Agency, step: null, usesHangfire);
        await Eventually.Is(async () => (await Runs(bench))[0] is { Request.Trigger: RunTrigger.Recovery, State: RunState.Published or RunState.NoNewData }, "begun again and ended");

        Assert.Equal(12.5, KenyaNow(bench));
        var runs = await Runs(bench);
        Assert.Equal((RunState.Interrupted, "Amina"), (runs[1].State, runs[1].Request.Who));
        Assert.NotNull(runs[1].EndedAt);
        Assert.Equal(2, Directory.EnumerateDirectories(Path.Combine(bench.Home.Snapshots, RunBench.Source)).Count());
        Assert.Empty(Directory.EnumerateFiles(bench.Folder.Path, "*.building*"));
        Assert.Equal(2, bench.Folder.Vintages().Count);
    }

    private static async Task<IReadOnlyList<Run>> Runs(RunBench bench) => await bench.The<IRunJournal>().List("nightly", state: null, skip: 0, take: 10, Stop);

    private static double KenyaNow(RunBench bench)
    {
        using var warehouse = new PublishedWarehouse(bench.Folder, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        return Assert.Single(session.Query<double>(Kenya));
    }
}
