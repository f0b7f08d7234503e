using System.Globalization;
using System.Text.RegularExpressions;

namespace SpIndicators.Operations.FullFeed;

/// <summary>Says a cron expression of Quartz in Hangfire's words: no year, and Sunday is 0, not 1.</summary>
internal static partial class HangfireCron
{
    private const int DaysOfWeek = 7;

    /// <exception cref="ArgumentException">It names years.</exception>
    public static string Of(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is [_, _, _, _, _, _, not "*"])
        {
            throw new ArgumentException($"Cron must name no years under Hangfire; it is '{cron}'.");
        }

        fields[5] = fields[5] == "L" ? "6" : string.Join(',', fields[5].Split(',').Select(Days));
        return string.Join(' ', fields.Take(6));
    }

    // Steps are written out, since Hangfire counts them on to a second Sunday, the 7; the week of the month ("#2") is no day.
    private static string Days(string part) => StepsFrom().Match(part) is { Success: true } steps
        ? string.Join(',', Steps(int.Parse(steps.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(steps.Groups[2].Value, CultureInfo.InvariantCulture)))
        : Day().Replace(part, day => (int.Parse(day.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<int> Steps(int first, int step)
    {
        for (var day = first; day <= DaysOfWeek; day += step)
        {
            yield return day - 1;
        }
    }

    [GeneratedRegex("^([1-7])/([1-9])$")]
    private static partial Regex StepsFrom();

    [GeneratedRegex("(?<![/#0-9])[1-7]")]
    private static partial Regex Day();
}
