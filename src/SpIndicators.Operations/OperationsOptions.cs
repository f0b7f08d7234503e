namespace SpIndicators.Operations;

/// <summary>Where runs, schedules, people and audit are kept, and whether this process runs jobs.</summary>
/// <param name="Home">The folder of <c>operations.db</c>.</param>
public sealed record OperationsOptions(string Home)
{
    /// <summary>PostgreSQL, for several machines; null: SQLite in <see cref="Home"/>.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>What somebody is told who wants Hangfire where it is not.</summary>
    public const string NoHangfire = "This program was built without Hangfire; build it with -p:FullFeed=true, or leave the setting Scheduler out.";

    /// <summary>Whether this program was built with Hangfire.</summary>
    public static bool HasHangfire
    {
        get
        {
#if FULL_FEED
            return true;
#else
            return false;
#endif
        }
    }

    /// <summary>False: schedules are listed and changed here and runs asked for, but another process runs them.</summary>
    public bool RunsJobs { get; init; } = true;

    /// <summary>Hangfire instead of Quartz; only in a program built with <c>-p:FullFeed=true</c>.</summary>
    public bool UsesHangfire { get; init; }

    /// <summary>
    /// This process: machine, process number and a few letters. The letters matter where every container calls itself
    /// the same and its first process 1: a new process must not pass for the dead one.
    /// </summary>
    public string Node { get; init; } = $"{Environment.MachineName}:{Environment.ProcessId}-{Guid.NewGuid():N}"[..^28];

    /// <summary>How often a process says that it lives, and looks whether a run of its is asked to stop.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After so long without a sign a process is dead. Clocks of the machines must agree better than this.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A time that passed by more than this was missed.</summary>
    public TimeSpan MisfireThreshold { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The same for schedules that skip what they missed: long enough that waiting behind another refresh, or a restart,
    /// is not missing.
    /// </summary>
    public TimeSpan SkippedAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often the stored schedules are looked at for what another process changed.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the machines of a cluster say to each other that they live; twice that, and one is taken over from.</summary>
    public TimeSpan ClusterCheck { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before the second attempt of a run that no schedule asked for.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMinutes(5);

    internal string SqliteFile => Path.Combine(Home, "operations.db");

    internal bool IsPostgreSql => PostgreSql is not null;
}
