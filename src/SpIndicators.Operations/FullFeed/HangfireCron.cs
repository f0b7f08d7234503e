using System.Globalization;
using System.Text.RegularExpressions;

namespace SpIndicators.Operations.FullFeed;

/// <summary>Says a cron expression of Quartz in Hangfire's words: no year, and Sunday is 0, not 1.</summary>
internal static partial class HangfireCron
{
    /// <exception cref="ArgumentException">It names years.</exception>
    public static string Of(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is [_, _, _, _, _, _, not "*"])
        {
            throw new ArgumentException($"Cron must name no years under Hangfire; it is '{cron}'.");
        }

        // Steps ("/2") and the week of the month ("#2") are counts, not days.
        fields[5] = fields[5] == "L" ? "6" : Day().Replace(fields[5], day => (int.Parse(day.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture));
        return string.Join(' ', fields.Take(6));
    }

    [GeneratedRegex("(?<![/#0-9])[1-7]")]
    private static partial Regex Day();
}
