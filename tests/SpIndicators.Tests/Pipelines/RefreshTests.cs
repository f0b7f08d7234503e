using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Pipelines.BadInput;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Pipelines;

/// <summary>What a refresh publishes, and when it does not.</summary>
public sealed class RefreshTests : IDisposable
{
    private readonly TemporaryHome home = TemporaryHome.Empty();
    private readonly FlowModels flow = SmallFlow.Of(SpoiledSnapshot.Source);

    public RefreshTests() => home.Add(SpoiledSnapshot.Source, "2022-04-17", SpoiledSnapshot.Good);

    private WarehouseFolder Folder => home.Home.Warehouse;

    [Fact]
    public void Refresh_WithNothingChanged_PublishesNothing()
    {
        var first = Run(flow);
        var second = Run(flow);

        Assert.Equal((true, false), (first.Published, second.Published));
        Assert.Equal(first.Vintage, second.Vintage);
        Assert.Equal((2, 0), (second.Observations, second.Rejected));
        Assert.Single(Folder.Vintages());
    }

    [Fact]
    public void Refresh_WithACheckThatFails_PublishesNothingAndSaysWhy()
    {
        Run(flow);
        var before = Folder.Current();
        var strict = flow.And(SqlModel.Parse("checks/nobody_is_left_out.sql", "-- checks.nobody_is_left_out\n-- level  error\n-- Everybody is covered.\nselect * from indicators.coverage where gap_pp > 0"));

        var error = Assert.Throws<CheckFailedException>(() => Run(strict));

        var failed = Assert.Single(error.Failed);
        Assert.Equal(("nobody_is_left_out", 2L), (failed.Name, failed.OffendingRows));
        Assert.Contains("Not published: nobody_is_left_out (error): 2 offending rows, for example", error.Message, StringComparison.Ordinal);
        Assert.Contains("Everybody is covered.", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Folder.Current());
        Assert.Single(Folder.Vintages());
    }

    [Fact]
    public void Refresh_WithACheckThatOnlyWarns_PublishesAndTells()
    {
        var wary = flow.And(SqlModel.Parse("checks/nobody_is_left_out.sql", "-- checks.nobody_is_left_out\n-- level  warn\n-- Everybody is covered.\nselect * from indicators.coverage where gap_pp > 0"));

        var result = Run(wary);

        Assert.True(result.Published);
        Assert.Contains(result.Warnings, w => w.Name == "nobody_is_left_out");
    }

    [Fact]
    public void Refresh_WithAModelInError_NamesModelLineAndSqlAndPublishesNothing()
    {
        var broken = flow.And(SqlModel.Parse("4_indicators/broken.sql", "-- indicators.broken\n-- grain  one\nselect\n    ref_area,\n    obs_valeu\nfrom indicators.coverage\n"));

        var error = Assert.Throws<ModelException>(() => Run(broken));

        Assert.Equal(("4_indicators/broken.sql", 5, "obs_valeu"), (error.Model, error.Line, error.OffendingSql));
        Assert.StartsWith("4_indicators/broken.sql, line 5:", error.Message, StringComparison.Ordinal);
        Assert.Empty(Folder.Vintages());
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void Refresh_WithModelsInACircle_NamesTheCircleOnly()
    {
        var circle = flow.And(
            SqlModel.Parse("4_indicators/hen.sql", "select * from indicators.egg"),
            SqlModel.Parse("4_indicators/egg.sql", "select * from indicators.hen"),
            SqlModel.Parse("4_indicators/chick.sql", "select * from indicators.egg"));

        var error = Assert.Throws<ModelException>(() => Run(circle));

        Assert.Contains("reads in a circle: indicators.egg → indicators.hen → indicators.egg", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("chick", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_WhileAnotherOneRuns_IsRefusedAtOnce()
    {
        using var other = BuildLock.Take(Folder);

        var error = Assert.Throws<PublishException>(() => Run(flow));

        Assert.Equal($"Another refresh is building in {Folder.Path}; wait for it to end.", error.Message);
    }

    [Fact]
    public void Refresh_AfterOneThatWasStopped_RunsAndLeavesNothingOfIt()
    {
        using var stopped = new CancellationTokenSource();
        var stop = new Progress(p =>
        {
            if (p.Stage == FlowStage.Derive)
            {
                stopped.Cancel();
            }
        });

        Assert.ThrowsAny<OperationCanceledException>(() => new Refresh(flow, home.Home, TimeProvider.System).Run(false, stop, stopped.Token));

        Assert.Empty(Leftovers());
        Assert.Null(Folder.Current());
        Assert.True(Run(flow).Published);
    }

    [Fact]
    public void Refresh_FindingLeftoversOfAKilledBuild_RemovesThem()
    {
        Directory.CreateDirectory(Path.Combine(Folder.Path, "spill"));
        foreach (var leftover in new[] { "aa.building", "aa.building.wal", "spill/duckdb_temp_block-1.block" })
        {
            File.WriteAllText(Path.Combine(Folder.Path, leftover), "half a file");
        }

        Run(flow);

        Assert.Empty(Leftovers());
        Assert.False(Directory.Exists(Path.Combine(Folder.Path, "spill")));
    }

    [Fact]
    public void Refresh_WhenThePointerNamesAFileThatIsGone_RebuildsFromTheSnapshots()
    {
        var first = Run(flow);
        File.Delete(Folder.FileOf(first.Vintage));

        var second = Run(flow);

        Assert.True(second.Published);
        Assert.Equal(2, second.Observations);
    }

    [Fact]
    public void Refresh_WhenThePublishedFileIsDamaged_RebuildsFromTheSnapshots()
    {
        var first = Run(flow);
        File.WriteAllText(Folder.FileOf(first.Vintage), "not a database");

        var second = Run(flow);

        Assert.True(second.Published);
        Assert.Equal(2, second.Observations);
    }

    [Fact]
    public void PublishedFile_OfARefresh_SaysWhatItIsAndPassesItsOwnChecks()
    {
        var result = Run(flow);
        using var warehouse = new PublishedWarehouse(Folder, TimeProvider.System);
        using var session = warehouse.TryOpen()!;

        Assert.Equal([(result.Vintage.ToString(), 2L, 0L, DuckDbProvider.EngineVersion)], session.Query<(string, long, long, string)>(
            "select vintage, observation_rows, rejected_rows, duckdb_version from meta.build"));
        Assert.Equal(flow.Models.Count(m => m.Schema == "checks"), session.Query<string>("select check_name from meta.check_result").Count);
        Assert.Empty(session.Query<string>("select schema_name from information_schema.schemata where schema_name = 'raw' and catalog_name = current_database()"));
    }

    public void Dispose() => home.Dispose();

    private RefreshResult Run(FlowModels models) => new Refresh(models, home.Home, TimeProvider.System).Run(false, null, TestContext.Current.CancellationToken);

    private IEnumerable<string> Leftovers() => Directory.EnumerateFiles(Folder.Path, "*.building*");

    /// <summary>Tells at once, on the thread that reports; System.Progress would post it elsewhere.</summary>
    private sealed class Progress(Action<FlowProgress> told) : IProgress<FlowProgress>
    {
        public void Report(FlowProgress value) => told(value);
    }
}
