using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>The newest snapshot of a day is the one that came last, however many came.</summary>
public sealed class SnapshotOrderTests
{
    [Fact]
    public void SnapshotsOfOneDay_MoreThanNine_AreInTheOrderTheyCame()
    {
        using var home = TemporaryHome.Empty();
        string[] came = ["2026-11-23", "2026-11-23.2", "2026-11-23.9", "2026-11-23.10"];
        foreach (var vintage in came.Reverse())
        {
            home.Add("national_figures", vintage, "ref_area\n");
        }

        var store = new SnapshotStore(home.Home.Snapshots, FlowModels.Embedded.Sources);

        Assert.Equal(came, store.Of("national_figures").Select(s => s.Vintage));
        Assert.Equal(came, store.All().Select(s => s.Vintage));
    }
}
