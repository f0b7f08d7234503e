using System.Globalization;

namespace SpIndicators.Dashboards.State;

/// <summary>
/// The years asked for: one (<c>2020</c>, <c>latest</c>) or a range (<c>2015..2023</c>, <c>earliest..latest</c>).
/// An open side is null.
/// </summary>
public readonly record struct TimeSelection
{
    /// <summary>Years we take for years; anything else is a slip of the finger.</summary>
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    private const string LatestWord = "latest";
    private const string EarliestWord = "earliest";
    private const string RangeSign = "..";

    private TimeSelection(int? first, int? last, bool isRange) => (First, Last, IsRange) = (first, last, isRange);

    /// <summary>The newest value there is, within the age limit.</summary>
    public static TimeSelection Latest => default;

    public bool IsRange { get; }

    /// <summary>First year of a range; null for the earliest. The year itself when one year is asked for.</summary>
    public int? First { get; }

    /// <summary>Last year; null for the latest.</summary>
    public int? Last { get; }

    /// <summary>The one year asked for; null for the latest and for ranges.</summary>
    public int? Year => IsRange ? null : Last;

    public static TimeSelection Of(int year) => new(Checked(year), year, false);

    /// <exception cref="ArgumentException">The last year is before the first.</exception>
    public static TimeSelection Range(int? first, int? last)
    {
        if (first > last)
        {
            throw new ArgumentException($"A range of years ends in {last}, before it begins in {first}.", nameof(last));
        }

        return new(first is { } f ? Checked(f) : null, last is { } l ? Checked(l) : null, true);
    }

    /// <summary>Words are understood in any case.</summary>
    public static Parsed<TimeSelection> Parse(string text)
    {
        var sides = text.Split(RangeSign);
        if (sides.Length > 2)
        {
            return Parsed.Invalid<TimeSelection>("ignored.time");
        }

        if (sides.Length == 1)
        {
            return Is(text, LatestWord) ? Parsed.Value(Latest) : YearOf(text) is { } year ? Parsed.Value(Of(year)) : Parsed.Invalid<TimeSelection>("ignored.time");
        }

        var isFirst = IsSide(sides[0], EarliestWord, out var first);
        var isLast = IsSide(sides[1], LatestWord, out var last);
        return !isFirst || !isLast ? Parsed.Invalid<TimeSelection>("ignored.time")
            : first > last ? Parsed.Invalid<TimeSelection>("ignored.time.order")
            : Parsed.Value(Range(first, last));
    }

    /// <summary>As the URL spells it.</summary>
    public override string ToString() =>
        IsRange ? $"{Text(First) ?? EarliestWord}{RangeSign}{Text(Last) ?? LatestWord}" : Text(Last) ?? LatestWord;

    private static bool IsSide(string text, string open, out int? year)
    {
        year = YearOf(text);
        return year is not null || text.Length == 0 || Is(text, open);
    }

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            ? year
            : null;

    private static string? Text(int? year) => year?.ToString(CultureInfo.InvariantCulture);

    private static int Checked(int year) =>
        year is >= FirstYear and <= LastYear
            ? year
            : throw new ArgumentOutOfRangeException(nameof(year), year, $"A year lies between {FirstYear} and {LastYear}.");
}
