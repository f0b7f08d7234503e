using System.Data.Common;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Checking;

/// <summary>Runs every check of <c>pipelines/checks</c> against a built warehouse.</summary>
public sealed class CheckRunner(FlowModels flow, TimeProvider time)
{
    /// <summary>Runs the checks, writes <c>meta.check_result</c> into the warehouse, and returns what they found.</summary>
    public IReadOnlyList<CheckResult> RunAndRecord(DbConnection connection, IProgress<FlowProgress>? progress)
    {
        var results = Run(connection, progress);
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
        return results;
    }

    /// <summary>Runs the checks without writing anything.</summary>
    public IReadOnlyList<CheckResult> Run(DbConnection connection, IProgress<FlowProgress>? progress)
    {
        var checks = flow.Models.Where(m => m.Schema == "checks").OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        var runner = new ModelRunner(connection, time);
        var results = new List<CheckResult>();
        foreach (var check in checks)
        {
            var started = time.GetTimestamp();
            var (rows, example) = runner.Check(check);
            results.Add(new CheckResult(check.Name, Level(check), Sentence(check), rows, example) { Duration = time.GetElapsedTime(started) });
            progress?.Report(new FlowProgress(FlowStage.Check, check.Name, results.Count, checks.Count));
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
