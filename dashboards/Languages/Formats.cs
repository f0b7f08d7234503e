using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SpIndicators.Core.Provenance;

namespace SpIndicators.Dashboards.Languages;

/// <summary>
/// Numbers and dates as people of one language write them. The server's own locale is never asked. Halves are rounded
/// away from zero: 46.85 is shown as 46.9. Null in, null out: missing is for the page to say.
/// </summary>
public sealed class Formats
{
    private const char NarrowNoBreakSpace = '\u202f';
    private const char NoBreakSpace = '\u00a0';
    private const char Minus = '\u2212';

    private readonly Language language;
    private readonly NumberFormatInfo numbers;

    public Formats(Language language)
    {
        this.language = language;
        numbers = new NumberFormatInfo
        {
            NegativeSign = Minus.ToString(),
            NumberDecimalSeparator = language.Pick(".", ",", ","),
            NumberGroupSeparator = language.Pick(",", NarrowNoBreakSpace.ToString(), "."),
        };
    }

    internal Language Language => language;

    /// <summary>The format letter: Spanish writes numbers of four digits without a sign between them.</summary>
    private char Grouping(decimal value) => language == Language.Spanish && Math.Abs(value) < 10_000 ? 'F' : 'N';

    /// <summary>With a fixed number of decimals and groups of three: 12,345.6 · 12 345,6 · 12.345,6; Spanish groups from five digits on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or beyond any count we show (1e18).</exception>
    public string Number(double value, int decimals = 1)
    {
        var rounded = Rounded(value, decimals);
        // −0.04 is shown as 0.0, not as −0.0.
        return (rounded == 0 ? 0 : rounded).ToString($"{Grouping(rounded)}{decimals}", numbers);
    }

    [return: NotNullIfNotNull(nameof(value))]
    public string? Number(double? value, int decimals = 1) => value is { } known ? Number(known, decimals) : null;

    public string Whole(long value) => value.ToString($"{Grouping(value)}0", numbers);

    /// <summary>Per cent with one decimal and the language's space before the sign: 46.9% · 46,9 % · 46,9 %.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public string? Percent(double? value, int decimals = 1) => value is { } known ? Number(known, decimals) + PercentSign : null;

    /// <summary>Percentage points, in words where space allows: "53.1 points"; French is plural only from two on.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public string? Points(double? value, int decimals = 1) =>
        value is { } known ? $"{Number(known, decimals)}{NoBreakSpace}{language.Pick("points", Math.Abs(Rounded(known, decimals)) < 2 ? "point" : "points", "puntos")}" : null;

    /// <summary>A change with its sign: "+1.2", "−0.4", "0.0".</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public string? Change(double? value, int decimals = 1) =>
        value is not { } known ? null : Rounded(known, decimals) > 0 ? $"+{Number(known, decimals)}" : Number(known, decimals);

    /// <summary>"17 April 2022" · "17 avril 2022" · "17 de abril de 2022".</summary>
    public string Date(DateOnly day) => Date(new RoughDate(day, DatePrecision.Day));

    /// <summary>As far as it is known: "October 2025", "2023 or later".</summary>
    public string Date(RoughDate date) => DatesInWords.Write(language, date);

    /// <summary>After a noun: "of October 2025" · "d’octobre 2025" · "de octubre de 2025".</summary>
    public string OfDate(RoughDate date) => DatesInWords.Tied(language, date);

    /// <summary>
    /// A vintage as its source names it: written out when it is a date, else as it stands ("2019.Q1.G.03"). Our own second
    /// vintage of a day keeps its number: "22 November 2026 (2)".
    /// </summary>
    public string Vintage(string vintage) =>
        RoughDate.TryParse(vintage, out var date) ? Date(date)
        : PublishedVintage.TryParse(vintage, out var ours) ? $"{Date(ours.Day)} ({ours.Number.ToString(CultureInfo.InvariantCulture)})"
        : vintage;

    /// <summary>A vintage after a noun: "release of 17 April 2022", "release 2019.Q1.G.03".</summary>
    public string OfVintage(string vintage) =>
        RoughDate.TryParse(vintage, out var date) ? OfDate(date)
        : PublishedVintage.TryParse(vintage, out var ours) ? $"{OfDate(new RoughDate(ours.Day, DatePrecision.Day))} ({ours.Number.ToString(CultureInfo.InvariantCulture)})"
        : vintage;

    /// <summary>Whole clauses after one another: "a; b", and in French "a ; b".</summary>
    public string Listed(IEnumerable<string> clauses) => string.Join(language == Language.French ? $"{NoBreakSpace}; " : "; ", clauses);

    /// <summary>A name after a colon: French and Spanish go on with a small letter there, "Déficit : pensions de vieillesse".</summary>
    public string AfterColon(string name) => language == Language.English || name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>A year has no group separator in any language.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count of persons in words, rounded as far as such counts are known (<see cref="PeopleInWords"/>).</summary>
    [return: NotNullIfNotNull(nameof(persons))]
    public string? People(double? persons) => persons is { } known ? PeopleInWords.Write(this, language, known) : null;

    private static decimal Rounded(double value, int decimals) =>
        Math.Abs(value) < 1e18
            ? Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A number that is shown is finite and below 1e18.");

    private string PercentSign => language.Pick("%", $"{NarrowNoBreakSpace}%", $"{NoBreakSpace}%");
}
