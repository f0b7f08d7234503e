using System.Globalization;

namespace SpIndicators.Core.Operations;

/// <summary>
/// Says a cron expression as people do: <c>0 0 6 ? * MON</c> is "every Monday at 06:00". For the shapes schedules usually
/// have; any other is said field by field. It does not check: that is <see cref="IRefreshScheduler.Read"/>.
/// </summary>
public static class CronInWords
{
    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <param name="cron">Quartz's six or seven fields: second, minute, hour, day, month, weekday, year.</param>
    /// <param name="language">en, fr or es.</param>
    public static string Say(string cron, string language)
    {
        var words = CronWords.Of(language);
        var fields = cron.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length is not (6 or 7))
        {
            return cron;
        }

        var anyYear = fields.Length == 6 || fields[6] == "*";
        var (day, months, time) = (Day(fields[3], fields[5], words), Months(fields[4], words), Time(fields, words));
        if (!anyYear || day is null || months is null || time is null)
        {
            return Filled(words.Fields, fields[1], fields[2], fields[3], fields[4], fields[5]) + (anyYear ? "" : $" ({fields[6]})");
        }

        // "every 6 hours" needs no "every day" before it.
        return IsClockTime(fields) ? $"{day}{months} {time}" : day == words.EveryDay ? $"{time}{months}" : $"{day}{months}, {time}";
    }

    private static string? Day(string day, string weekday, CronWords words) => (day, weekday) switch
    {
        ("*" or "?", "*" or "?") => words.EveryDay,
        (_, "?" or "*") => OfMonth(day, words),
        ("?" or "*", _) => OfWeek(weekday, words),
        _ => null,
    };

    private static string? OfMonth(string day, CronWords words) => day switch
    {
        "L" => words.OnLastDay,
        "1" => words.OnFirst,
        _ => Numbers(day, 31) is { } days ? Filled(days.Length == 1 ? words.OnDay : words.OnDays, words.List([.. days.Select(number => number == 1 ? words.One : Text(number))])) : null,
    };

    private static string? OfWeek(string weekday, CronWords words)
    {
        if (weekday.Split('#') is [var name, var nth])
        {
            return Weekday(name) is { } which && Number(nth, 5) is { } place and >= 1 ? Filled(words.OnNthWeekday, words.Ordinals[place - 1], words.Weekdays[which]) : null;
        }

        if (weekday.Length > 1 && weekday[^1] == 'L' && Weekday(weekday[..^1]) is { } last)
        {
            return Filled(words.OnLastWeekday, words.Weekdays[last]);
        }

        if (weekday.Split('-') is [var from, var to])
        {
            return Weekday(from) is { } first && Weekday(to) is { } end ? Filled(words.FromTo, words.Weekdays[first], words.Weekdays[end]) : null;
        }

        var days = weekday.Split(',').Select(Weekday).ToArray();
        return days.All(known => known is not null) ? Filled(words.EveryWeekday, words.List([.. days.Select(known => words.Weekdays[known!.Value])])) : null;
    }

    private static string? Months(string months, CronWords words)
    {
        if (months == "*")
        {
            return "";
        }

        var numbers = months.Split('/') is [var from, var step] && Number(step, 12) is { } by and >= 1 && (from == "*" ? 1 : Month(from)) is { } start
            ? [.. Enumerable.Range(start, 13 - start).Where(month => (month - start) % by == 0)]
            : months.Split(',').Select(Month).ToArray();
        return numbers.All(known => known is not null) ? Filled(words.InMonths, words.List([.. numbers.Select(known => words.Months[known!.Value - 1])])) : null;
    }

    private static string? Time(string[] fields, CronWords words)
    {
        var (second, minute, hour) = (fields[0], fields[1], fields[2]);
        if (second != "0")
        {
            return null;
        }

        if (Number(minute, 59) is not { } at)
        {
            return hour == "*" && Step(minute) is { } minutes ? Filled(words.EveryMinutes, minutes) : null;
        }

        if (Numbers(hour, 23) is { } hours)
        {
            var times = words.List([.. hours.Select(full => string.Create(CultureInfo.InvariantCulture, $"{full:00}:{at:00}"))]);
            return Filled(hours[0] == 1 ? words.AtOne : words.At, times);
        }

        return at != 0 ? null : hour == "*" ? words.EveryHour : Step(hour) is { } every ? Filled(words.EveryHours, every) : null;
    }

    private static bool IsClockTime(string[] fields) => Numbers(fields[2], 23) is not null;

    // "*/15" and "0/15" both count from the beginning.
    private static string? Step(string field) => field.Split('/') is ["*" or "0", var step] && Number(step, 59) is > 1 ? step : null;

    private static int? Weekday(string name) => Array.IndexOf(DayNames, name) is var index and >= 0 ? index : Number(name, 7) is { } number and >= 1 ? number - 1 : null;

    private static int? Month(string name) => Array.IndexOf(MonthNames, name) is var index and >= 0 ? index + 1 : Number(name, 12) is { } number and >= 1 ? number : null;

    private static int[]? Numbers(string list, int most)
    {
        var numbers = list.Split(',').Select(text => Number(text, most)).ToArray();
        return numbers.All(known => known is not null) ? [.. numbers.Select(known => known!.Value)] : null;
    }

    private static int? Number(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Filled(string phrase, params object[] parts) => string.Format(CultureInfo.InvariantCulture, phrase, parts);
}
