using SpIndicators.App.Alerts;
using SpIndicators.App.Running;
using SpIndicators.Core.Operations;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Tests.Pipelines.BadInput;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Running;

/// <summary>Whom a build that fails is blamed on, and what is said of a refresh that works again after it was given up.</summary>
public sealed class LandingTests : IDisposable
{
    private static readonly SqlModel Model = SqlModel.Parse("checks/any.sql", "-- checks.any\n-- level  error\n-- Any.\nselect 1");
    private readonly TemporaryHome home = TemporaryHome.Empty();

    [Fact]
    public void FullDiskInABuild_BlamesNoRelease()
    {
        var landed = Add("2023-01-01", "12");
        var full = ModelException.FromEngine([Model], new Refusal("IO Error: Could not write file \"x.building\": No space left on device"));
        var landing = new Landing(new SetAside(home.Home, TimeProvider.System), _ => throw full);

        var told = Assert.Throws<ModelException>(() => landing.Build([landed, Add("2023-02-01", "13")]));

        Assert.Same(full, told);
        Assert.Empty(landing.Refused);
        Assert.True(File.Exists(landed.CardPath));
    }

    [Fact]
    public void RefusedRelease_IsSetAside_WhileTheOthersAreBuilt()
    {
        var (bad, good) = (Add("2023-01-01", "12"), Add("2023-02-01", "13"));
        var wrong = ModelException.FromEngine([Model], new Refusal("Conversion Error: no number"));
        var result = new RefreshResult(default, RefreshOutcome.Published, 1, 0, 1, [], TimeSpan.Zero);
        var landing = new Landing(new SetAside(home.Home, TimeProvider.System), without => !without.Contains(bad.Sha256) && File.Exists(bad.CardPath) ? throw wrong : result);

        Assert.Same(result, landing.Build([bad, good]));

        Assert.False(File.Exists(bad.CardPath));
        Assert.True(File.Exists(good.CardPath));
        Assert.StartsWith(bad.Label, Assert.Single(landing.Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void MachineFaults_AreFoundBeneathOtherErrors_AndOnlyThose()
    {
        Assert.True(DuckDbProvider.IsOfTheMachine(new InvalidOperationException("", new Refusal("Out of Memory Error: could not allocate"))));
        Assert.False(DuckDbProvider.IsOfTheMachine(new Refusal("Binder Error: IO Error is no column")));
        Assert.False(DuckDbProvider.IsOfTheMachine(new IOException("IO Error")));
    }

    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(2, 4, false)]
    [InlineData(1, 1, true)]
    public void Recovery_IsTold_AfterARefreshWasGivenUp(int crashes, int attempts, bool isTold)
    {
        var request = new RefreshRequest("weekly", [], RunTrigger.Schedule, "scheduler", 1, attempts);
        var before = Enumerable.Range(1, crashes).Reverse().Select(attempt => Crashed(request with { Attempt = attempt })).ToList();

        var alert = Alert.Of("run", request, RunState.Published, null, before, null);

        Assert.Equal(isTold ? "recovery" : null, alert?.Event);
    }

    public void Dispose() => home.Dispose();

    private static Run Crashed(RefreshRequest request) =>
        new("run", request, RunState.Interrupted, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "node", null, null, null, null, null, null, null, null);

    private Snapshot Add(string vintage, string value) =>
        Snapshot.Read(home.Add(SpoiledSnapshot.Source, vintage, SpoiledSnapshot.Header + SpoiledSnapshot.Line("DEU", value)) + ".snapshot.json");

    private sealed class Refusal(string message) : System.Data.Common.DbException(message);
}
