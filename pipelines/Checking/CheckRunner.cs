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
    public IReadOnlyList<CheckResult> Run(DuckDbOptions warehouse, IProgress<FlowProgress>? progress)
    {
        var checks = flow.Models.Where(m => m.Schema == "checks").OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        var results = new CheckResult[checks.Count];
        var done = 0;
        try
        {
            Parallel.For(0, checks.Count, AsManyAsProcessors, () => DuckDbProvider.Open(warehouse), (i, _, connection) =>
            {
                var started = time.GetTimestamp();
                var (rows, example) = new ModelRunner(connection, time).Check(checks[i]);
                results[i] = new CheckResult(checks[i].Name, Level(checks[i]), Sentence(checks[i]), rows, example) { Duration = time.GetElapsedTime(started) };
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

    private static string Level(SqlModel check) => check.HeaderValue("level") switch
    {
        "warn" => "warn",
        "error" => "error",
        var other => throw ModelException.Of(check, $"the header's level is error or warn, not '{other}'"),
    };

    /// <summary>The third line of the header.</summary>
    private static string Sentence(SqlModel check) => check.Sql.Split('\n')[2].TrimStart('-', ' ');
}
