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
    private readonly ConcurrentBag<Task> others = [];
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
        Task.WhenAll(others).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
        foreach (var connection in idle)
        {
            connection.Dispose();
        }
    }

    /// <summary>Starts other work beside the models, as one of them; <see cref="Dispose"/> waits for it.</summary>
    public Task<T> Start<T>(Func<DbConnection, T> work, CancellationToken cancellation)
    {
        var started = Task.Factory.StartNew(() => Borrow(work), cancellation, TaskCreationOptions.None, asManyAsProcessors);
        others.Add(started);
        return started;
    }

    private async Task<ModelRun?> After(IReadOnlyList<Task> reads, Func<ModelRun?> make, CancellationToken cancellation)
    {
        await Task.WhenAll(reads).ConfigureAwait(false);
        return await Task.Factory.StartNew(make, cancellation, TaskCreationOptions.None, asManyAsProcessors).ConfigureAwait(false);
    }

    private ModelRun Run(SqlModel model) => Borrow(connection => new ModelRunner(connection, time).Run(model));

    private T Borrow<T>(Func<DbConnection, T> work)
    {
        var connection = idle.TryTake(out var free) ? free : DuckDbProvider.Open(options);
        try
        {
            return work(connection);
        }
        finally
        {
            idle.Add(connection);
        }
    }
}
