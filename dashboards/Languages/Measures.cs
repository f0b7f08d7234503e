using System.Globalization;

namespace SpIndicators.Dashboards.Languages;

/// <summary>Moments, durations and sizes, as staff pages write them.</summary>
internal static class Measures
{
    private const char NoBreakSpace = '\u00a0';
    private const double Kilo = 1000;

    /// <summary>Day and minute in a time zone: "30 November 2026, 06:00".</summary>
    public static string Moment(this Formats format, DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return $"{format.Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The same in universal time, which it says.</summary>
    public static string Moment(this Formats format, DateTimeOffset at) => $"{format.Moment(at, TimeZoneInfo.Utc)}{NoBreakSpace}UTC";

    /// <summary>"0.4 s", "12 s", "3 min 5 s", "2 h 10 min".</summary>
    public static string Duration(this Formats format, TimeSpan time) => time switch
    {
        _ when time < TimeSpan.Zero => format.Duration(TimeSpan.Zero),
        { TotalSeconds: < 10 } => $"{format.Number(time.TotalSeconds)}{NoBreakSpace}s",
        { TotalMinutes: < 1 } => $"{format.Whole((long)time.TotalSeconds)}{NoBreakSpace}s",
        { TotalHours: < 1 } => $"{format.Whole((long)time.TotalMinutes)}{NoBreakSpace}min {format.Whole(time.Seconds)}{NoBreakSpace}s",
        _ => $"{format.Whole((long)time.TotalHours)}{NoBreakSpace}h {format.Whole(time.Minutes)}{NoBreakSpace}min",
    };

    /// <summary>"640 B", "1.2 kB", "45.4 MB"; in French "1,2 ko".</summary>
    public static string Bytes(this Formats format, long bytes)
    {
        var letter = format.Language.Pick("B", "o", "B");
        return bytes switch
        {
            < 1000 => $"{format.Whole(bytes)}{NoBreakSpace}{letter}",
            < 1_000_000 => $"{format.Number(bytes / Kilo)}{NoBreakSpace}k{letter}",
            < 1_000_000_000 => $"{format.Number(bytes / Kilo / Kilo)}{NoBreakSpace}M{letter}",
            _ => $"{format.Number(bytes / Kilo / Kilo / Kilo)}{NoBreakSpace}G{letter}",
        };
    }
}
