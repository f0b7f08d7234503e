using Dapper;
using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Building;
using SpIndicators.Pipelines.Checking;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Pipelines;

/// <summary>The last two steps: check a built file, then make it what readers see.</summary>
public sealed class Publisher(FlowModels flow, WarehouseFolder folder, TimeProvider time)
{
    /// <summary>
    /// Checks <paramref name="file"/> and, when no check of level error fails, moves it into the folder as the next
    /// vintage of today.
    /// </summary>
    /// <exception cref="CheckFailedException">A check of level error does not hold; nothing was published.</exception>
    public (PublishedVintage Vintage, IReadOnlyList<CheckResult> Warnings) Publish(string file, IProgress<FlowProgress>? progress)
    {
        var (vintage, warnings) = Check(file, progress, keepsAnswers: false);
        Move(file, vintage, progress);
        return (vintage, warnings);
    }

    /// <summary>The first half: checks the file, and writes into it what they found and the vintage it is to have.</summary>
    /// <param name="file">A built file.</param>
    /// <param name="progress">Told of each check as it is answered.</param>
    /// <param name="keepsAnswers">True where this process has just built the file from the published one: what was found of rows that stayed is not asked again. Of any other file everything is.</param>
    /// <exception cref="CheckFailedException">A check of level error does not hold.</exception>
    public (PublishedVintage Vintage, IReadOnlyList<CheckResult> Warnings) Check(string file, IProgress<FlowProgress>? progress, bool keepsAnswers)
    {
        var vintage = folder.NextOf(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var warehouse = BuildOptions.Of(folder, file);
        using var connection = DuckDbProvider.Open(warehouse);
        // What was built is written to its place in the file while the checks read it.
        var saving = Task.Run(() => connection.Execute("checkpoint;"));
        var kept = KeptChecks.Of(warehouse, flow);
        var results = new CheckRunner(flow, time).Run(warehouse, progress, keepsAnswers ? kept.Results : null);
        saving.GetAwaiter().GetResult();
        CheckRunner.Record(connection, results);
        kept.Record(connection);
        if (results.Any(r => r.StopsPublish))
        {
            throw new CheckFailedException([.. results.Where(r => r.StopsPublish)]);
        }

        BuildRecord.SetVintage(connection, vintage);
        connection.Execute("checkpoint;");
        return (vintage, [.. results.Where(r => !r.Passed)]);
    }

    /// <summary>The second half: makes a checked and closed file what readers see.</summary>
    public void Move(string file, PublishedVintage vintage, IProgress<FlowProgress>? progress)
    {
        folder.Publish(file, vintage);
        progress?.Report(new FlowProgress(FlowStage.Publish, vintage.ToString(), 1, 1));
    }
}
