using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// The derived models in the order of their references. They are parsed from the moment this is made, which takes as long as
/// copying and opening what is published.
/// </summary>
internal sealed class ModelOrder : IDisposable
{
    private readonly Task<IReadOnlyList<SqlModel>> ordering;

    public ModelOrder(FlowModels flow) => ordering = Task.Run(() => Order(flow));

    /// <summary>What the reading of a snapshot needs: made before the others, in this order.</summary>
    public static string[] BeforeSnapshots { get; } = ["clean.area_code", "clean.correction"];

    /// <summary>Each after all it reads; without those before the snapshots.</summary>
    /// <exception cref="ModelException">A model cannot be parsed, or models read each other in a circle.</exception>
    public IReadOnlyList<SqlModel> Models => ordering.GetAwaiter().GetResult();

    /// <summary>Waits: the program may end next, and DuckDB is not to be ended in the middle of a text.</summary>
    public void Dispose() =>
        ordering.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();

    private static IReadOnlyList<SqlModel> Order(FlowModels flow)
    {
        using var parser = DuckDbProvider.Open(new DuckDbOptions());
        // What the others read is asked for soon after.
        flow.Models.Where(m => m.Schema != "checks").ToList().ForEach(m => SqlReferences.Of(parser, m));
        return ModelGraph.Order(parser, flow.Models.Where(IsDerived));
    }

    private static bool IsDerived(SqlModel m) => m.Schema is "clean" or "indicators" && !FlowModels.IsPerSnapshot(m) && !BeforeSnapshots.Contains(m.FullName);
}
