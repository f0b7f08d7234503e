using System.Text.RegularExpressions;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Scheduling;

/// <summary>What a schedule must be to be saved; each refusal names the field, its bound and the value.</summary>
internal static partial class ScheduleRules
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan LongestFirstWait = TimeSpan.FromDays(1);

    public static void Check(Schedule schedule, TimeProvider time)
    {
        Require(Name().IsMatch(schedule.Name), nameof(schedule.Name), "1 to 100 letters, digits, '.', '_' or '-'", schedule.Name);
        Require(schedule.Sources.All(source => Name().IsMatch(source)), nameof(schedule.Sources), "source ids, or none for all", string.Join(", ", schedule.Sources));
        Require(schedule.MaxAttempts is >= 1 and <= MostAttempts, nameof(schedule.MaxAttempts), $"1 to {MostAttempts}", $"{schedule.MaxAttempts}");
        Require(
            schedule.FirstWait > TimeSpan.Zero && schedule.FirstWait <= LongestFirstWait,
            nameof(schedule.FirstWait), $"more than 0 and at most {LongestFirstWait.TotalHours} hours", $"{schedule.FirstWait}");
        Require(!string.IsNullOrWhiteSpace(schedule.Owner), nameof(schedule.Owner), "the name of who made it", "");
        var reading = CronReader.Read(schedule.Cron, schedule.TimeZone, time.GetUtcNow());
        if (reading.Error is { } error)
        {
            throw new ArgumentException(error);
        }

        Require(reading.Next.Count > 0, nameof(schedule.Cron), "a time that is still to come", schedule.Cron);
    }

    private static void Require(bool holds, string field, string bound, string value)
    {
        if (!holds)
        {
            throw new ArgumentException($"{field} must be {bound}; it is '{value}'.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,100}$")]
    private static partial Regex Name();
}
