using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Building;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Checking;

/// <summary>Runs every check of <c>pipelines/checks</c> against a built warehouse.</summary>
public sealed class CheckRunner(FlowModels flow, TimeProvider time)
{
    /// <summary>As many as there are processors: most checks keep one busy.</summary>
    private static readonly ParallelOptions AsManyAsProcessors = new() { MaxDegreeOfParallelism = SideBySide.Most };

    /// <summary>Writes what the checks found into <c>meta.check_result</c>.</summary>
    public static void Record(DbConnection connection, IReadOnlyList<CheckResult> results)
    {
        connection.Execute("""
            create or replace table meta.check_result(
                check_name varchar, level varchar, sentence varchar, passed boolean, offending_rows bigint, example varchar, duration_ms double)
            """);
        using var rows = DuckDbProvider.CreateAppender(connection, "meta", "check_result");
        foreach (var r in results)
        {
            rows.Add(r.Name).Add(r.Level).Add(r.Sentence).Add(r.Passed).Add(r.OffendingRows).Add(r.Example).Add(r.Duration.TotalMilliseconds).EndRow();
        }

        rows.Complete();
    }

    /// <summary>Runs the checks without writing anything.</summary>
    /// <param name="warehouse">The file they are asked of.</param>
    /// <param name="progress">Told of each check as it is answered.</param>
    /// <param name="kept">Answers that are known to hold still; null: every check is run.</param>
    public IReadOnlyList<CheckResult> Run(DuckDbOptions warehouse, IProgress<FlowProgress>? progress, IReadOnlyDictionary<string, CheckResult>? kept = null)
    {
        var checks = flow.Models.Where(m => m.Schema == "checks").OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        var results = new CheckResult[checks.Count];
        var done = 0;
        try
        {
            // One at a time for each processor: dealt out in bunches, one would be idle while the other has the long ones.
            var each = Partitioner.Create(Enumerable.Range(0, checks.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(each, AsManyAsProcessors, () => DuckDbProvider.Open(warehouse), (i, _, connection) =>
            {
                results[i] = kept?.GetValueOrDefault(checks[i].Name) ?? Run(checks[i], connection);
                progress?.Report(new FlowProgress(FlowStage.Check, checks[i].Name, Interlocked.Increment(ref done), checks.Count));
                return connection;
            }, connection => connection.Dispose());
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return results;
    }

    private CheckResult Run(SqlModel check, DbConnection connection)
    {
        var started = time.GetTimestamp();
        var (rows, example) = new ModelRunner(connection, time).Check(check);
        return new CheckResult(check.Name, Level(check), Sentence(check), rows, example) { Duration = time.GetElapsedTime(started) };
    }

    private static string Level(SqlModel check) => check.HeaderValue("level") switch
    {
        "warn" => "warn",
        "error" => "error",
        var other => throw ModelException.Of(check, $"the header's level is error or warn, not '{other}'"),
    };

    /// <summary>The third line of the header.</summary>
    private static string Sentence(SqlModel check) => check.Sql.Split('\n')[2].TrimStart('-', ' ');
}
