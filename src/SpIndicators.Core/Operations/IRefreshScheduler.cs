namespace SpIndicators.Core.Operations;

/// <summary>When a refresh runs by itself.</summary>
/// <param name="Name">Unique; letters, digits, '.', '_' and '-'.</param>
/// <param name="Sources">Empty: refresh all.</param>
/// <param name="Cron">Quartz's six or seven fields, seconds first: <c>0 0 6 ? * MON</c>.</param>
/// <param name="TimeZone">IANA name, for instance <c>Africa/Nairobi</c>.</param>
/// <param name="MaxAttempts">1 to 10; between attempts the wait doubles from <paramref name="FirstWait"/>.</param>
/// <param name="Owner">Who made it last.</param>
public sealed record Schedule(
    string Name, IReadOnlyList<string> Sources, string Cron, string TimeZone, MisfirePolicy Misfire, int MaxAttempts, TimeSpan FirstWait, bool IsPaused, string Owner);

/// <summary>What happens to a time that passed while nothing could run.</summary>
public enum MisfirePolicy
{
    /// <summary>However many were missed, one run, at once.</summary>
    RunOnce,

    /// <summary>None; the next time is the next.</summary>
    Skip,
}

/// <summary>A schedule with its times, for the pages.</summary>
/// <param name="Next">The next three, in UTC; none when paused or never.</param>
public sealed record ScheduleStatus(Schedule Schedule, IReadOnlyList<DateTimeOffset> Next, DateTimeOffset? LastFired);

/// <summary>What a cron expression means.</summary>
/// <param name="Error">The parser's message, naming what it could not read; null when it could.</param>
/// <param name="Next">The next three times, in UTC.</param>
public sealed record CronReading(string? Error, IReadOnlyList<DateTimeOffset> Next);

/// <summary>The port behind which Quartz or Hangfire runs refreshes. No two refreshes run at once, on however many machines.</summary>
public interface IRefreshScheduler
{
    /// <summary>Where the scheduler's own pages lie, for staff to look at; null when it has none.</summary>
    string? OwnPages => null;

    Task<IReadOnlyList<ScheduleStatus>> List(CancellationToken cancellation);

    CronReading Read(string cron, string timeZone);

    /// <summary>Creates or replaces the schedule of that name.</summary>
    /// <exception cref="ArgumentException">Names the field, its bound and the value.</exception>
    Task Save(Schedule schedule, CancellationToken cancellation);

    Task Delete(string name, CancellationToken cancellation);

    Task Pause(string name, CancellationToken cancellation);

    Task Unpause(string name, CancellationToken cancellation);

    /// <summary>Runs as soon as no other refresh does; returns when it is queued.</summary>
    Task RunNow(RefreshRequest request, CancellationToken cancellation);

    /// <summary>Stops what runs now, on whichever machine; false when nothing of that run does.</summary>
    Task<bool> Cancel(string runId, CancellationToken cancellation);
}

/// <summary>The work the scheduler calls: fetch → snapshot → build → check → compare → publish. Composed by the program.</summary>
public interface IRefreshWork
{
    /// <summary>Writes the run into the journal, whatever happens, and says how it ended. A failure is an answer, not an exception.</summary>
    Task<RunState> Run(RefreshRequest request, CancellationToken cancellation);

    /// <summary>Tells whoever is to be told that this refresh ended its process too often in a row and is not begun again by itself.</summary>
    Task GiveUp(RefreshRequest request, CancellationToken cancellation);
}
