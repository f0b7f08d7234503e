using System.Globalization;
using SpIndicators.Core.Operations;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Reads the rows of a sheet as figures, and collects all that is wrong with them.</summary>
internal sealed class DropReading
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>How statistical offices write that there is no figure.</summary>
    private static readonly HashSet<string> NoValue = new(["", "-", "–", "—", "..", "...", "…", "n/a", "na", "n.a.", "nd", "n.d.", ":"], StringComparer.OrdinalIgnoreCase);

    private readonly DropMapping mapping;
    private readonly MappedColumns columns;
    private readonly KnownWords words;
    private readonly char decimalMark;
    private readonly Dictionary<(string, string, string, int), int> keys = [];
    private readonly Dictionary<(DropPart, string), int> unknown = [];

    private DropReading(SheetRows sheet, DropMapping mapping, KnownWords words)
    {
        (this.mapping, this.words) = (mapping, words);
        columns = new MappedColumns(sheet, mapping);
        decimalMark = sheet.HasPlainNumbers ? '.' : mapping.DecimalMark;
        Faults.AddRange(columns.Faults);
    }

    /// <summary>Rows with a value, as far as they could be read.</summary>
    public List<DropRow> Rows { get; } = [];

    public int RowsWithoutValue { get; private set; }

    public List<DropFault> Faults { get; } = [];

    public List<DropFault> Warnings { get; } = [];

    public IReadOnlyList<string> Columns => columns.Names;

    public IEnumerable<DropWord> UnknownWords => unknown.OrderByDescending(u => u.Value).Select(u => new DropWord(u.Key.Item1, u.Key.Item2, u.Value));

    public static DropReading Of(SheetRows sheet, DropMapping mapping, KnownWords words, CancellationToken cancellation)
    {
        var reading = new DropReading(sheet, mapping, words);
        foreach (var (number, cells) in reading.columns.Body)
        {
            cancellation.ThrowIfCancellationRequested();
            reading.Read(number, cells);
        }

        if (!mapping.ValuesAreShares && reading.Rows.Count > 1 && reading.Rows.All(row => row.Value is >= 0 and <= 1))
        {
            reading.Warn(new DropFault(0, DropPart.Value, reading.columns.NameOf(DropPart.Value), null, DropFaultKind.LooksLikeShares, null));
        }

        return reading;
    }

    private void Read(int number, string[] cells)
    {
        var value = columns.Text(DropPart.Value, cells);
        if (columns.NameOf(DropPart.Value) is not null && NoValue.Contains(value))
        {
            RowsWithoutValue++;
            return;
        }

        var row = new DropRow(
            number, Coded(DropPart.Area), Coded(DropPart.Contingency), Coded(DropPart.Sex), Year(number, cells), Value(number, value),
            columns.Text(DropPart.Status, cells).Length > 0 ? Coded(DropPart.Status) : null, Note(number, cells));
        Rows.Add(row);
        if (row is { RefArea: { } area, Contingency: { } contingency, Sex: { } sex, Year: { } year } && !keys.TryAdd((area, contingency, sex, year), number))
        {
            var first = keys[(area, contingency, sex, year)].ToString(CultureInfo.InvariantCulture);
            Faults.Add(new DropFault(number, DropPart.Value, columns.NameOf(DropPart.Value), $"{area}, {contingency}, {sex}, {year}", DropFaultKind.Twice, first));
        }

        string? Coded(DropPart part) => Code(part, number, cells);
    }

    private string? Code(DropPart part, int number, string[] cells)
    {
        var text = columns.Text(part, cells);
        if (text.Length == 0)
        {
            Empty(part, number);
            return null;
        }

        if (words.Code(part, text) is { } code)
        {
            return code;
        }

        var word = Shortened(text);
        unknown[(part, word)] = unknown.GetValueOrDefault((part, word)) + 1;
        Fault(part, number, text, DropFaultKind.Unknown, words.Bound(part));
        return null;
    }

    private int? Year(int number, string[] cells)
    {
        var text = columns.Text(DropPart.Year, cells);
        if (text.Length == 0)
        {
            Empty(DropPart.Year, number);
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear)
        {
            return year;
        }

        Fault(DropPart.Year, number, text, DropFaultKind.NotAYear, $"{FirstYear}–{LastYear}");
        return null;
    }

    private decimal? Value(int number, string text)
    {
        if (text.Length == 0)
        {
            Empty(DropPart.Value, number);
            return null;
        }

        // A mark for thousands is refused: 1.234 may be either.
        var plain = text.TrimEnd('%', ' ', '\u00a0', '\u202f');
        var isNumber = !(decimalMark == ',' && plain.Contains('.', StringComparison.Ordinal))
            && decimal.TryParse(decimalMark == ',' ? plain.Replace(',', '.') : plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
        if (!isNumber)
        {
            Fault(DropPart.Value, number, text, DropFaultKind.NotANumber, decimalMark == ',' ? "24,8" : "24.8");
            return null;
        }

        var printed = decimal.Parse(decimalMark == ',' ? plain.Replace(',', '.') : plain, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (Math.Abs(printed) > 1_000_000)
        {
            Fault(DropPart.Value, number, text, DropFaultKind.NotANumber, "0–100");
            return null;
        }

        var value = mapping.ValuesAreShares ? printed * 100 : printed;
        if (value < 0)
        {
            Fault(DropPart.Value, number, text, DropFaultKind.BelowZero, "0");
        }
        else if (value > 100)
        {
            Warn(new DropFault(number, DropPart.Value, columns.NameOf(DropPart.Value), text, DropFaultKind.Above100, "100"));
        }

        return value;
    }

    private string? Note(int number, string[] cells)
    {
        var text = columns.Text(DropPart.Note, cells);
        if (text.Length > DropLimits.Letters)
        {
            Fault(DropPart.Note, number, text, DropFaultKind.TooLong, DropLimits.Letters.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        return text.Length > 0 ? text : null;
    }

    private void Empty(DropPart part, int number)
    {
        // Said once for the whole file where nothing was chosen.
        if (columns.NameOf(part) is not null)
        {
            Faults.Add(new DropFault(number, part, columns.NameOf(part), null, DropFaultKind.Empty, null));
        }
    }

    private void Fault(DropPart part, int number, string text, DropFaultKind kind, string? bound) =>
        Faults.Add(new DropFault(number, part, columns.NameOf(part), Shortened(text), kind, bound));

    private void Warn(DropFault warning) => Warnings.Add(warning);

    private static string Shortened(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[99]) ? 99 : 100)}…";
}
