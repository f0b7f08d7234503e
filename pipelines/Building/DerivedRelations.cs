using System.Collections.Concurrent;
using System.Data.Common;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// Makes models side by side, each as soon as all it reads is there: DuckDB spreads a query over the processors only when
/// it has more rows than most of ours.
/// </summary>
internal sealed class DerivedRelations(DuckDbOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentBag<DbConnection> idle = [];
    private readonly TaskScheduler asManyAsProcessors = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, SideBySide.Most).ConcurrentScheduler;

    /// <summary>Returns one run for each model made, in the order given.</summary>
    /// <param name="ordered">Each comes after all it reads.</param>
    /// <param name="isKept">True for a table or view that need not be made.</param>
    /// <param name="underWay">Relations that somebody else is making now, and when they are there.</param>
    /// <exception cref="ModelException">Of the first model, in that order, that DuckDB refused.</exception>
    public IReadOnlyList<ModelRun> Make(
        IReadOnlyList<SqlModel> ordered, Func<SqlModel, bool> isKept, IReadOnlyDictionary<string, Task> underWay, IProgress<FlowProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        var made = new Dictionary<string, Task<ModelRun?>>(StringComparer.Ordinal);
        using var parser = DuckDbProvider.Open(options);
        foreach (var model in ordered)
        {
            var reads = SqlReferences.Of(parser, model).Select(relation => made.GetValueOrDefault(relation) ?? underWay.GetValueOrDefault(relation)).OfType<Task>().ToList();
            made.Add(model.FullName, After(reads, () =>
            {
                var run = isKept(model) ? null : Run(model);
                progress?.Report(new FlowProgress(FlowStage.Derive, model.FullName, Interlocked.Increment(ref done), ordered.Count));
                return run;
            }, cancellation));
        }

        return [.. Task.WhenAll(made.Values).GetAwaiter().GetResult().OfType<ModelRun>()];
    }

    public void Dispose()
    {
        foreach (var connection in idle)
        {
            connection.Dispose();
        }
    }

    private async Task<ModelRun?> After(IReadOnlyList<Task> reads, Func<ModelRun?> make, CancellationToken cancellation)
    {
        await Task.WhenAll(reads).ConfigureAwait(false);
        return await Task.Factory.StartNew(make, cancellation, TaskCreationOptions.None, asManyAsProcessors).ConfigureAwait(false);
    }

    private ModelRun Run(SqlModel model)
    {
        var connection = idle.TryTake(out var free) ? free : DuckDbProvider.Open(options);
        try
        {
            return new ModelRunner(connection, time).Run(model);
        }
        finally
        {
            idle.Add(connection);
        }
    }
}
