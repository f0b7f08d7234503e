using System.Globalization;
using Microsoft.AspNetCore.Components;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Staff.Shared;

namespace SpIndicators.Dashboards.Pages.Staff.Runs;

/// <summary>One run while it happens and for ever after: steps, answers of the agencies, what it changes, its log.</summary>
public sealed partial class RunIsland : StaffIsland
{
    private const int MostRows = 200;
    private const int LogLines = 200;

    private RunDetails? details;

    /// <summary>What the build is held against; null when that is not kept any more.</summary>
    private string? before;

    /// <summary>The build that was looked up: once it is there, what came before it does not change.</summary>
    private string? compared;

    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    [Inject]
    public required IRunJournal Journal { get; set; }

    [Inject]
    public required IRefreshScheduler Scheduler { get; set; }

    [Inject]
    public required IVintageActions Vintages { get; set; }

    protected override TimeSpan? LooksAgainIn => details?.Run.State == RunState.Running ? Often : null;

    private string LogTail => string.Join('\n', details!.Log.TakeLast(LogLines).Select(line =>
        $"{line.At.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {line.Level,-5} {line.Text}"));

    protected override async Task Load()
    {
        details = await Journal.Find(RunId, Gone);
        if (details?.Run is { Difference: not null, Vintage: { } vintage } run && compared != vintage)
        {
            compared = vintage;
            before = Before(Vintages, run, vintage);
        }
    }

    /// <summary>Against what readers saw before: nothing when that is not kept any more.</summary>
    internal static string? Before(IVintageActions vintages, Run run, string vintage)
    {
        var kept = vintages.List();
        // What waits is held against what readers see, which after a rollback is not the latest that was built.
        var before = run.State == RunState.Held ? kept.FirstOrDefault(v => v.IsCurrent) : kept.Where(v => v.Vintage != vintage && !v.IsHeld && v.BuiltAt <= (run.EndedAt ?? DateTimeOffset.MaxValue)).MaxBy(v => v.BuiltAt);
        return kept.All(v => v.Vintage != vintage) ? null : before?.Vintage;
    }

    private Task Retry()
    {
        var asked = details!.Run.Request;
        return Act("run.retry", RunId, asked.Schedule, T["run.retry.done"],
            (who, stop) => Scheduler.RunNow(asked with { Trigger = RunTrigger.Retry, Who = who, Attempt = 1 }, stop));
    }

    private Task Cancel() => Act("run.cancel", RunId, null, T["run.cancel.done"], async (_, stop) =>
    {
        if (!await Scheduler.Cancel(RunId, stop))
        {
            throw new InvalidOperationException(T["run.cancel.over"]);
        }
    });

    private Task Approve() => Act("run.approve", RunId, details!.Run.Vintage, T["approvals.approved", details.Run.Vintage], (who, stop) => Vintages.Approve(RunId, who, stop));

    private Task Reject(string reason) => Act("run.reject", RunId, reason, T["approvals.rejected", details!.Run.Vintage], (who, stop) => Vintages.Reject(RunId, who, reason, stop));

    private string Count(long? count) => count is { } known ? Format.Whole(known) : "–";

    private string Asked(RefreshRequest request)
    {
        var sources = request.Sources.Count == 0 ? T["schedules.all"] : string.Join(", ", request.Sources);
        List<string> parts = [sources];
        if (request.YearFrom is not null || request.YearTo is not null)
        {
            parts.Add($"{(request.YearFrom is { } first ? Formats.Year(first) : "…")}–{(request.YearTo is { } last ? Formats.Year(last) : "…")}");
        }

        if (request.Offline)
        {
            parts.Add(T["run.offline"]);
        }

        if (request.DryRun)
        {
            parts.Add(T["run.dry"]);
        }

        return string.Join(" · ", parts);
    }
}
