using System.Text.Json;
using Quartz;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// What lies in Quartz's store: one durable job, which never runs twice at once on however many machines, and its
/// triggers. A schedule is a trigger of the first group; its words travel as JSON in the trigger's data, so there is no
/// second table to disagree with Quartz's.
/// </summary>
internal static class Keys
{
    public static readonly JobKey Job = new("refresh", "spindicators");

    /// <summary>One for each schedule, by its name.</summary>
    public const string Schedules = "schedule";

    /// <summary>The next attempt of what failed, by its name: there is at most one.</summary>
    public const string Retries = "retry";

    /// <summary>Runs asked for by hand.</summary>
    public const string Wishes = "wish";

    private const string ScheduleWords = "schedule";
    private const string RequestWords = "request";

    public static TriggerKey OfSchedule(string name) => new(name, Schedules);

    public static TriggerKey OfRetry(string name) => new(name, Retries);

    public static JobDataMap With(Schedule schedule) => new() { [ScheduleWords] = JsonSerializer.Serialize(schedule) };

    public static JobDataMap With(RefreshRequest request) => new() { [RequestWords] = JsonSerializer.Serialize(request) };

    public static Schedule? Schedule(JobDataMap words) => words.GetString(ScheduleWords) is { } json ? JsonSerializer.Deserialize<Schedule>(json) : null;

    /// <summary>What a firing asks for: the request in its data, or the first attempt of its schedule.</summary>
    public static RefreshRequest Request(JobDataMap words) => words.GetString(RequestWords) is { } json
        ? JsonSerializer.Deserialize<RefreshRequest>(json)!
        : Schedule(words) is { } schedule
            ? new(schedule.Name, schedule.Sources, RunTrigger.Schedule, "scheduler", 1, schedule.MaxAttempts)
            : throw new InvalidOperationException("A firing carries neither a schedule nor a request.");
}
