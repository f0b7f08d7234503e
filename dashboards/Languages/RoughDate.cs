using System.Globalization;

namespace SpIndicators.Dashboards.Languages;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Quarter,
    Year,

    /// <summary>A lower bound: that year or a later one.</summary>
    NotBefore,
}

/// <summary>A date as far as its source tells it; <paramref name="Day"/> is the first day it can be.</summary>
public readonly record struct RoughDate(DateOnly Day, DatePrecision Precision)
{
    /// <param name="day">The first day it can be.</param>
    /// <param name="precision">As cards of snapshots spell it: <c>month</c>, <c>not_before</c>.</param>
    public static RoughDate Of(DateOnly day, string precision) =>
        new(day, Enum.Parse<DatePrecision>(precision.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));

    /// <summary>For the vintages that are named by a date: <c>2022-04-17</c>, <c>2026-07</c>, <c>2024</c>.</summary>
    public static bool TryParse(string vintage, out RoughDate date)
    {
        foreach (var (form, precision) in new[] { ("yyyy-MM-dd", DatePrecision.Day), ("yyyy-MM", DatePrecision.Month), ("yyyy", DatePrecision.Year) })
        {
            if (DateOnly.TryParseExact(vintage, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                date = new(day, precision);
                return true;
            }
        }

        date = default;
        return false;
    }
}
