using Quartz;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.Scheduling;

/// <summary>Reads a cron expression as Quartz does, in a time zone, through its changes of the clock.</summary>
internal static class CronReader
{
    public static CronReading Read(string cron, string timeZone, DateTimeOffset now)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            return new($"TimeZone must be an IANA name such as Africa/Nairobi; '{timeZone}' is not known here.", []);
        }

        try
        {
            return new(null, [.. Next(new CronExpression(cron.Trim(), zone), now, 3)]);
        }
        catch (Exception unread) when (unread is FormatException or ArgumentException)
        {
            return new($"Cron '{cron}' cannot be read: {unread.Message}", []);
        }
    }

    private static IEnumerable<DateTimeOffset> Next(CronExpression cron, DateTimeOffset after, int count)
    {
        while (count-- > 0 && cron.GetNextValidTimeAfter(after) is { } next)
        {
            yield return after = next.ToUniversalTime();
        }
    }
}
