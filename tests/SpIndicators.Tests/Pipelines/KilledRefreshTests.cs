using SpIndicators.Pipelines;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A build ended by the system itself, as by kill -9: no cleaning up, no goodbye.</summary>
public sealed class KilledRefreshTests
{
    [Fact]
    public void Refresh_KilledInTheMiddle_LeavesWhatIsPublishedAndTheNextOneCleansUp()
    {
        using var home = TemporaryHome.OfSources(RefreshProcess.Sources);
        var refresh = new Refresh(RefreshProcess.Flow, home.Home, TimeProvider.System);
        var before = refresh.Run(false, null, TestContext.Current.CancellationToken);
        var folder = home.Home.Warehouse;
        var published = File.ReadAllBytes(folder.FileOf(before.Vintage));

        RefreshProcess.KillInTheMiddle(home.Home.Path);

        Assert.NotEmpty(Directory.EnumerateFiles(folder.Path, "*.building*"));
        Assert.Equal(before.Vintage, folder.Current());
        Assert.Equal(published, File.ReadAllBytes(folder.FileOf(before.Vintage)));

        var after = refresh.Run(true, null, TestContext.Current.CancellationToken);

        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.building*"));
        Assert.Equal(before.Observations, after.Observations);
        Assert.Equal([after.Vintage, before.Vintage], folder.Vintages());
    }
}
