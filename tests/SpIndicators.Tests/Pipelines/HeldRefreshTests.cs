using SpIndicators.Pipelines;
using SpIndicators.Tests.Pipelines.BadInput;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A build that waits for approval: nobody reads it, nobody builds it twice.</summary>
public sealed class HeldRefreshTests : IDisposable
{
    private readonly TemporaryHome home = TemporaryHome.Empty();

    private readonly FlowModels wary = SmallFlow.Of(SpoiledSnapshot.Source).And(SqlModel.Parse(
        "checks/nobody_is_left_out.sql",
        "-- checks.nobody_is_left_out\n-- level  warn\n-- Everybody is covered.\nselect * from indicators.coverage where gap_pp > 0"));

    public HeldRefreshTests()
    {
        home.Add(SpoiledSnapshot.Source, "2022-04-17", SpoiledSnapshot.Good);
        Assert.Equal(RefreshOutcome.Published, Run(hold: false).Outcome);
        home.Add(SpoiledSnapshot.Source, "2023-01-01", SpoiledSnapshot.Good);
    }

    private WarehouseFolder Folder => home.Home.Warehouse;

    [Fact]
    public void Build_ThatIsHeld_LeavesReadersWhatTheyHave()
    {
        var before = Folder.Current();

        var held = Run(hold: true);

        Assert.Equal(RefreshOutcome.Held, held.Outcome);
        Assert.Contains(held.Warnings, warning => warning.Name == "nobody_is_left_out");
        Assert.Equal([held.Vintage], Folder.Waiting());
        Assert.Equal((before, 1), (Folder.Current(), Folder.Vintages().Count));
    }

    [Fact]
    public void Build_ThatWaits_IsNotBuiltAgain()
    {
        var first = Run(hold: true);
        var written = File.GetLastWriteTimeUtc(Folder.WaitingFileOf(first.Vintage));

        var second = Run(hold: true);

        Assert.Equal((RefreshOutcome.Held, first.Vintage), (second.Outcome, second.Vintage));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Folder.WaitingFileOf(first.Vintage)));
    }

    [Fact]
    public void Build_ThatIsApproved_IsWhatReadersSee()
    {
        var held = Run(hold: true);

        Folder.Release(held.Vintage);

        Assert.Equal((held.Vintage, 0), (Folder.Current(), Folder.Waiting().Count));
        Assert.Equal(RefreshOutcome.Unchanged, Run(hold: true).Outcome);
    }

    [Fact]
    public void Build_ThatIsTurnedDown_IsGoneAndItsNameFree()
    {
        var held = Run(hold: true);

        Folder.Discard(held.Vintage);

        Assert.Empty(Folder.Waiting());
        Assert.Equal(held.Vintage, Run(hold: true).Vintage);
    }

    [Fact]
    public void Build_OlderThanWhatWasPublishedSince_CannotBeApproved()
    {
        var held = Run(hold: true);
        home.Add(SpoiledSnapshot.Source, "2024-01-01", SpoiledSnapshot.Good);
        var newer = Run(hold: false);

        var error = Assert.Throws<PublishException>(() => Folder.Release(held.Vintage));

        Assert.Contains($"{held.Vintage} was built before {newer.Vintage}", error.Message, StringComparison.Ordinal);
        Assert.Equal(newer.Vintage, Folder.Current());
    }

    public void Dispose() => home.Dispose();

    private RefreshResult Run(bool hold) =>
        new Refresh(wary, home.Home, TimeProvider.System).Run(force: false, progress: null, TestContext.Current.CancellationToken, (_, warnings) => hold && warnings.Count > 0);
}
