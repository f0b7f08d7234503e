using System.Globalization;
using System.Text.RegularExpressions;

namespace SpIndicators.Operations.FullFeed;

/// <summary>Says a cron expression of Quartz in Hangfire's words: no year, and Sunday is 0, not 1.</summary>
internal static partial class HangfireCron
{
    private static readonly string[] Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

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
        ? string.Join(',', Steps(First(steps.Groups[1].Value), Number(steps.Groups[2].Value)))
        : Day().Replace(part, day => (Number(day.Value) - 1).ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<int> Steps(int first, int step)
    {
        for (var day = first; day < Names.Length; day += step)
        {
            yield return day;
        }
    }

    private static int First(string day) => Array.IndexOf(Names, day.ToUpperInvariant()) is >= 0 and var named ? named : Number(day) - 1;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)/([1-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StepsFrom();

    [GeneratedRegex("(?<![/#0-9])[1-7]")]
    private static partial Regex Day();
}
