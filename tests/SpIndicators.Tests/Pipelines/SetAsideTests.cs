using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Pipelines.BadInput;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A release nobody wants is out of the way, kept, and known again when the agency sends it once more.</summary>
public sealed class SetAsideTests : IDisposable
{
    private readonly TemporaryHome home = TemporaryHome.Empty();
    private readonly SetAside aside;

    public SetAsideTests() => aside = new SetAside(home.Home, TimeProvider.System);

    [Fact]
    public void Snapshot_SetAside_IsNoMoreBuiltFrom_AndItsReasonIsKept()
    {
        home.Add(SpoiledSnapshot.Source, "2022-04-17", SpoiledSnapshot.Good);
        var bad = Add("2023-01-01", "12");

        aside.Move(bad, "Turned down by Amina.");

        Assert.Equal("2022-04-17", Assert.Single(All()).Vintage);
        Assert.Equal("Turned down by Amina.", aside.ReasonFor(bad));
    }

    [Fact]
    public void SameBytes_InALaterRelease_AreKnown_OthersAreNot()
    {
        var bad = Add("2023-01-01", "12");
        aside.Move(bad, "Turned down by Amina.");

        Assert.Equal("Turned down by Amina.", aside.ReasonFor(Add("2023-02-01", "12")));
        Assert.Null(aside.ReasonFor(Add("2023-03-01", "13")));
    }

    public void Dispose() => home.Dispose();

    private IReadOnlyList<Snapshot> All() => new SnapshotStore(home.Home.Snapshots, FlowModels.Embedded.Sources).All();

    private Snapshot Add(string vintage, string value) =>
        Snapshot.Read(home.Add(SpoiledSnapshot.Source, vintage, SpoiledSnapshot.Header + SpoiledSnapshot.Line("DEU", value)) + ".snapshot.json");
}
