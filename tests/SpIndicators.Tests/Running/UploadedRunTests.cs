using System.Text;
using SpIndicators.App.Running;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Fetching;
using SpIndicators.Tests.FileDrop;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Running;

/// <summary>A file that staff upload, through the program's own composition: built, checked, published, held or set aside like any other release.</summary>
public sealed class UploadedRunTests
{
    private const string Header = "country,branch,sex,year,rate\n";

    private static readonly SqlModel NobodyAbove98 = SqlModel.Parse(
        "checks/nobody_is_above_98.sql",
        "-- checks.nobody_is_above_98\n-- level  error\n-- No national figure is above 98.\nselect * from indicators.coverage where source_id = 'national_figures' and obs_value > 98");

    private static readonly SqlModel NobodyAbove90 = SqlModel.Parse(
        "checks/nobody_is_above_90.sql",
        "-- checks.nobody_is_above_90\n-- level  warn\n-- No national figure is above 90.\nselect * from indicators.coverage where source_id = 'national_figures' and obs_value > 90");

    private const string Before = "KEN,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,10.1,";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_AndItsRun_ShowTheNationalFigureBesideTheOfficialOne()
    {
        await using var bench = await new RunBench().Published();
        var vintage = await Land(bench, "KEN,TOTAL,_T,2020,33.3\n");

        var run = await Run(bench);

        Assert.Equal((RunState.Published, new RunDifference(1, 0, 0, 0)), (run.State, run.Difference));
        Assert.Contains((await bench.Last()).Steps, step => step is { Kind: RunStepKind.Snapshot, Item: IFileDrop.SourceId } && step.Outcome == $"new: {vintage}, 1 lines");
        Assert.Equal([("ilostat_sdg_0131", true, 10.1), (IFileDrop.SourceId, false, 33.3)], Kenya(bench));
    }

    [Fact]
    public async Task Upload_ThatFailsACheck_IsSetAside_AndStopsNoOtherSource()
    {
        await using var bench = await new RunBench(NobodyAbove98).Published();
        await Land(bench, "KEN,TOTAL,_T,2020,99\n");

        var run = await Run(bench);
        var next = await bench.Run();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("was set aside", run.Reason, StringComparison.Ordinal);
        Assert.Equal(RunState.NoNewData, next.State);
        Assert.Equal([("ilostat_sdg_0131", true, 10.1)], Kenya(bench));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(bench.Home.Snapshots, IFileDrop.SourceId)));
    }

    [Fact]
    public async Task Upload_UnderThePolicyToHold_WaitsWithItsWarning_UntilSomebodyApproves()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(IFileDrop.SourceId, PublishPolicy.HoldOnWarnings, Stop);
        await Land(bench, "KEN,TOTAL,_T,2020,95\n");

        var run = await Run(bench);
        var before = Kenya(bench);
        await bench.The<IVintageActions>().Approve(run.RunId, "Ada", Stop);

        Assert.Equal(RunState.Held, run.State);
        Assert.Contains("nobody_is_above_90", run.Reason, StringComparison.Ordinal);
        Assert.Equal([("ilostat_sdg_0131", true, 10.1)], before);
        Assert.Equal([("ilostat_sdg_0131", true, 10.1), (IFileDrop.SourceId, false, 95)], Kenya(bench));
    }

    [Fact]
    public async Task Upload_WhoseOwnRunWasLost_ComesWithTheNextRunOfAnySource()
    {
        await using var bench = await new RunBench().Published();
        await Land(bench, "KEN,TOTAL,_T,2020,33.3\n");

        var run = await bench.Run();
        var next = await bench.Run();

        Assert.Equal((RunState.Published, RunState.NoNewData), (run.State, next.State));
        Assert.Equal(2, Kenya(bench).Count);
    }

    [Fact]
    public async Task BuildOutsideARun_LeavesOutWhatARunIsToPublish_AndTheRunPublishesItAfterwards()
    {
        await using var bench = await new RunBench().Published();
        await Land(bench, "KEN,TOTAL,_T,2020,33.3\n");
        var outside = new Refresh(bench.The<FlowModels>(), new UnpublishedSnapshots(bench.Home, bench.The<FlowModels>()).LeaveOut(), TimeProvider.System);

        var asked = outside.Run(force: false, null, Stop);
        var afterAnUpgrade = outside.Run(force: true, null, Stop);
        var before = Kenya(bench);
        var run = await Run(bench);

        Assert.Equal((RefreshOutcome.Unchanged, RefreshOutcome.Published), (asked.Outcome, afterAnUpgrade.Outcome));
        Assert.Equal([("ilostat_sdg_0131", true, 10.1)], before);
        Assert.Equal(RunState.Published, run.State);
        Assert.Equal(2, Kenya(bench).Count);
    }

    [Fact]
    public async Task Approval_OfABuildOlderThanWhatReadersSee_IsRefused()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(IFileDrop.SourceId, PublishPolicy.HoldOnWarnings, Stop);
        await Land(bench, "KEN,TOTAL,_T,2020,95\n");
        var held = await Run(bench);
        var newer = new Refresh(bench.The<FlowModels>(), new UnpublishedSnapshots(bench.Home, bench.The<FlowModels>()).LeaveOut(), TimeProvider.System).Run(force: true, null, Stop);

        var refusal = await Assert.ThrowsAsync<PublishException>(() => bench.The<IVintageActions>().Approve(held.RunId, "Ada", Stop));

        Assert.Contains($"{newer.Vintage} was published since", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([("ilostat_sdg_0131", true, 10.1)], Kenya(bench));

        // What the refusal advises leads on.
        var again = await Run(bench);
        await bench.The<IVintageActions>().Approve(again.RunId, "Ada", Stop);

        Assert.Equal(RunState.Held, again.State);
        Assert.Equal(2, Kenya(bench).Count);
        Assert.Empty(bench.Folder.Waiting());
    }

    [Fact]
    public async Task Upload_ThatComesWhileARunFetches_IsLeftToItsOwnRun_AndItsPolicy()
    {
        await using var bench = await new RunBench(NobodyAbove90).Published();
        await bench.The<IPublishPolicies>().Choose(IFileDrop.SourceId, PublishPolicy.HoldOnWarnings, Stop);
        bench.Body = bench.Body.Replace(Before, Before.Replace("10.1", "12.5", StringComparison.Ordinal), StringComparison.Ordinal);
        bench.AnswersWith = async context =>
        {
            await Land(bench, "KEN,TOTAL,_T,2020,95\n");
            bench.AnswersWith = null;
            await AgencyServer.Send(context, bench.Body, "text/csv");
        };

        var fetched = await bench.Run();
        var between = Kenya(bench);
        var uploaded = await Run(bench);

        Assert.Equal((RunState.Published, RunState.Held), (fetched.State, uploaded.State));
        Assert.Equal([("ilostat_sdg_0131", true, 12.5), ("ilostat_sdg_0131", false, 10.1)], between);
    }

    private static Task<string?> Land(RunBench bench, string rows) => bench.The<IFileDrop>().Land(
        new MemoryStream(Encoding.UTF8.GetBytes(Header + rows)), "kenya.csv", DroppedFile.Mapping, DroppedFile.Bureau, "Amina", Stop);

    /// <summary>As the page asks for it.</summary>
    private static async Task<Run> Run(RunBench bench)
    {
        await bench.The<IRefreshWork>().Run(new RefreshRequest(IFileDrop.SourceId, [IFileDrop.SourceId], RunTrigger.Manual, "Amina", 1, 1) { Offline = true }, Stop);
        return (await bench.Last()).Run;
    }

    private static IReadOnlyList<(string, bool, double)> Kenya(RunBench bench)
    {
        using var warehouse = new PublishedWarehouse(bench.Folder, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        return session.Query<(string, bool, double)>("""
            select source_id, is_default, obs_value from indicators.coverage
            where ref_area = 'KEN' and contingency = 'TOTAL' and sex = '_T' and time_period = 2020
            order by is_default desc
            """);
    }
}
