using System.Data.Common;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Building;
using SpIndicators.Tests.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Pipelines;

public sealed class DerivedRelationsTests : IDisposable
{
    private readonly TemporaryHome home = TemporaryHome.OfSources();
    private readonly DuckDbOptions options;
    private readonly DbConnection connection;

    public DerivedRelationsTests()
    {
        options = new() { DataSource = home.Aside("derived.duckdb") };
        connection = DuckDbProvider.Open(options);
        connection.Run("create schema clean");
    }

    /// <summary>Each of forty models adds one to the sum of two before it: any that ran too early would not find its tables.</summary>
    [Fact]
    public void Models_ThatReadEachOther_AreMadeInAnOrderThatFits()
    {
        var models = Enumerable.Range(0, 40)
            .Select(n => Model($"m{n:00}", n < 2 ? "select 1 as n" : $"{(n % 3 == 0 ? "-- materialized view\n" : "")}select (a.n + b.n) % 1000 as n from clean.m{n - 1:00} as a, clean.m{n - 2:00} as b"))
            .ToList();
        var told = new List<string>();

        var runs = Make(models, told);

        Assert.Equal(models.Select(m => m.FullName), runs.Select(r => r.Relation));
        Assert.Equal(155L, Convert.ToInt64(connection.Value("select n from clean.m39"), null));
        Assert.Equal(40, told.Distinct().Count());
    }

    [Fact]
    public void Model_ThatIsKept_IsNotMadeAgainAndThoseThatReadItFindIt()
    {
        connection.Run("create table clean.kept as select 5 as n");

        var runs = Make([Model("kept", "select error('made again') as n"), Model("reader", "select n + 1 as n from clean.kept")], [], kept: "clean.kept");

        Assert.Equal("clean.reader", Assert.Single(runs).Relation);
        Assert.Equal(6L, Convert.ToInt64(connection.Value("select n from clean.reader"), null));
    }

    [Fact]
    public async Task Model_ThatReadsWhatSomebodyElseMakes_WaitsForItAndOthersDoNot()
    {
        var elsewhere = new TaskCompletionSource();
        var told = new List<string>();
        var making = Task.Run(
            () => Make(
                [Model("reader", "select n + 1 as n from clean.elsewhere"), Model("other", "select 1 as n")],
                told,
                underWay: new Dictionary<string, Task> { ["clean.elsewhere"] = elsewhere.Task }),
            TestContext.Current.CancellationToken);
        while (!told.Contains("clean.other"))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        connection.Run("create table clean.elsewhere as select 5 as n");
        Assert.DoesNotContain("clean.reader", told);
        elsewhere.SetResult();

        Assert.Equal(["clean.reader", "clean.other"], (await making).Select(run => run.Relation));
        Assert.Equal(6L, Convert.ToInt64(connection.Value("select n from clean.reader"), null));
    }

    [Fact]
    public void Model_ThatFails_IsNamedThoughOthersFailBecauseOfIt()
    {
        var failure = Assert.Throws<ModelException>(() => Make(
        [
            Model("fine", "select 1 as n"),
            Model("broken", "select wrod as n from clean.fine"),
            Model("reader", "select n from clean.broken"),
            Model("last", "select n from clean.reader"),
        ], []));

        Assert.Equal("3_clean/broken.sql", failure.Model);
    }

    [Fact]
    public void Making_WhenCancelled_Stops() => Assert.ThrowsAny<OperationCanceledException>(
        () => Make([Model("one", "select 1 as n")], [], isCancelled: true));

    public void Dispose()
    {
        connection.Dispose();
        home.Dispose();
    }

    private static SqlModel Model(string name, string sql) => SqlModel.Parse($"3_clean/{name}.sql", $"-- clean.{name}\n{sql}\n");

    private IReadOnlyList<ModelRun> Make(IReadOnlyList<SqlModel> models, List<string> told, string? kept = null, bool isCancelled = false, IReadOnlyDictionary<string, Task>? underWay = null)
    {
        using var derived = new DerivedRelations(options, TimeProvider.System);
        return derived.Make(models, model => model.FullName == kept, underWay ?? new Dictionary<string, Task>(), new Listener(told), isCancelled ? new CancellationToken(canceled: true) : TestContext.Current.CancellationToken);
    }

    private sealed class Listener(List<string> told) : IProgress<FlowProgress>
    {
        public void Report(FlowProgress value)
        {
            lock (told)
            {
                told.Add(value.Item);
            }
        }
    }
}
