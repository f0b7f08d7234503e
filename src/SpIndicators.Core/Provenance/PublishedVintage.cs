using System.Globalization;

namespace SpIndicators.Core.Provenance;

/// <summary>
/// The name of one published warehouse: the day it was built and, from the second of that day on, a number:
/// <c>2026-11-22</c>, <c>2026-11-22.2</c>. Later vintages compare greater.
/// </summary>
public readonly record struct PublishedVintage : IComparable<PublishedVintage>
{
    private PublishedVintage(DateOnly day, int number) => (Day, Number) = (day, number);

    public DateOnly Day { get; }

    /// <summary>1 for the first warehouse of the day.</summary>
    public int Number { get; }

    /// <summary>The next free vintage of a day, given those that exist.</summary>
    public static PublishedVintage Next(DateOnly day, IEnumerable<PublishedVintage> existing) =>
        new(day, existing.Where(v => v.Day == day).Select(v => v.Number).DefaultIfEmpty(0).Max() + 1);

    public static bool TryParse(string? text, out PublishedVintage vintage)
    {
        vintage = default;
        var parts = (text ?? "").Split('.');
        var number = 1;
        if (parts.Length > 2
            || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 2)))
        {
            return false;
        }

        vintage = new PublishedVintage(day, number);
        return vintage.ToString() == text;
    }

    public int CompareTo(PublishedVintage other) => (Day, Number).CompareTo((other.Day, other.Number));

    public override string ToString()
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Number == 1 ? day : string.Create(CultureInfo.InvariantCulture, $"{day}.{Number}");
    }

    public static bool operator <(PublishedVintage left, PublishedVintage right) => left.CompareTo(right) < 0;

    public static bool operator >(PublishedVintage left, PublishedVintage right) => left.CompareTo(right) > 0;

    public static bool operator <=(PublishedVintage left, PublishedVintage right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PublishedVintage left, PublishedVintage right) => left.CompareTo(right) >= 0;
}
