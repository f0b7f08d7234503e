using System.Data.Common;
using SpIndicators.Core.Provenance;
using SpIndicators.App.Running;
using SpIndicators.Dashboards.FirstBuild;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Serving;

/// <summary>
/// Builds and publishes while the server already answers: at once when nothing is published (or only what an earlier version of the program
/// left), again and again until it
/// succeeds; otherwise once in the background when the inputs have changed since. A failure of the latter leaves
/// readers what they have.
/// </summary>
internal sealed partial class FirstBuild(
    ServeOptions options, PublishedWarehouse warehouse, BuildProgress progress, TimeProvider time, ILogger<FirstBuild> log) : BackgroundService
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly InputWatch inputs = new(options.Home);

    // On a thread of its own: the build does not give way, and the server must start beside it.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        async () =>
        {
            try
            {
                await (NothingIsPublished() ? BuildUntilPublished(stoppingToken) : CatchUp(stoppingToken));
            }
            catch (OperationCanceledException)
            {
                // The server stops; what was published before stays published.
            }
        },
        CancellationToken.None);

    private async Task BuildUntilPublished(CancellationToken stop)
    {
        for (var wait = ShortestWait; NothingIsPublished(); wait = Longer(wait))
        {
            var stamp = inputs.Stamp();
            if (Build(stop) is not { } reason)
            {
                return;
            }

            await WaitForChange(reason, stamp, wait, stop);
        }
    }

    private Task CatchUp(CancellationToken stop)
    {
        // Whoever went back to an earlier vintage wants it to stay until the next refresh by hand.
        if (options.Refreshes && !options.Home.Warehouse.IsHeld && !IsUpToDate())
        {
            Build(stop);
        }

        return Task.CompletedTask;
    }

    /// <summary>Or nothing that this version of the program can read.</summary>
    private bool NothingIsPublished()
    {
        try
        {
            using var session = warehouse.TryOpen();
            return session is null;
        }
        catch (PublishException)
        {
            // A file that does not open is replaced by a build as well.
            return true;
        }
    }

    /// <summary>Null when something is published now; else the reason why not, for people.</summary>
    private string? Build(CancellationToken stop)
    {
        progress.Begin();
        try
        {
            var result = Refresh().Run(force: false, new ProgressRelay(progress), stop);
            if (result.Published)
            {
                LogPublished(result.Vintage, result.Observations, result.Duration.TotalSeconds);
            }

            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure.Message, IsExpected(failure) ? null : failure);
            return failure.Message;
        }
    }

    /// <summary>What was fetched or uploaded and is not published yet is a run's to build, by the policy of its source.</summary>
    private Refresh Refresh() => new(FlowModels.Embedded, new UnpublishedSnapshots(options.Home, FlowModels.Embedded).LeaveOut(), time);

    private bool IsUpToDate()
    {
        try
        {
            return Refresh().IsUpToDate();
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            // What cannot be compared is rebuilt; a build that fails says why.
            LogFailed(failure.Message, null);
            return false;
        }
    }

    /// <summary>Until an input changes, somebody else publishes, or the wait is over.</summary>
    private async Task WaitForChange(string reason, int stamp, TimeSpan wait, CancellationToken stop)
    {
        for (var left = wait; left > TimeSpan.Zero; left -= LookEvery)
        {
            progress.Fail(reason, left);
            await Task.Delay(LookEvery, time, stop);
            if (inputs.Stamp() != stamp || !NothingIsPublished())
            {
                return;
            }
        }
    }

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < LongestWait ? wait * 2 : LongestWait;

    private static bool IsExpected(Exception failure) =>
        failure is SnapshotException or ReferenceException or ModelException or CheckFailedException or PublishException or IOException or UnauthorizedAccessException or DbException;

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {Vintage}: {Observations} observations in {Seconds:0.0} s.")]
    private partial void LogPublished(PublishedVintage vintage, long observations, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing new is published. {Reason}")]
    private partial void LogFailed(string reason, Exception? failure);
}
