namespace SpIndicators.Core.Operations;

/// <summary>
/// National figures from a file that staff bring: looked at as often as wished, and landed once as a snapshot of
/// <see cref="SourceId"/>, which a refresh then builds, checks and publishes or holds like any other.
/// </summary>
public interface IFileDrop
{
    /// <summary>The source all uploads are snapshots of.</summary>
    const string SourceId = "national_figures";

    /// <summary>Of one file.</summary>
    const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>What would be read. A choice not made yet is among the faults.</summary>
    /// <param name="name">As the file is called: its ending says what it is.</param>
    /// <exception cref="DropException">Nothing can be read of the file at all.</exception>
    Task<DropPreview> Preview(Stream bytes, string name, DropMapping mapping, CancellationToken cancellation);

    /// <summary>
    /// Lands a new vintage: the newest one without the rows of the same countries and producer, and the rows of this file.
    /// </summary>
    /// <param name="who">For the card.</param>
    /// <returns>The name of the vintage; null when its rows are those of the newest one.</returns>
    /// <exception cref="DropException">The file has a fault, or its origin is not told; nothing was landed.</exception>
    Task<string?> Land(Stream bytes, string name, DropMapping mapping, DropOrigin origin, string who, CancellationToken cancellation);
}

/// <summary>Nothing is read of a file, for a reason that whoever brought it can mend.</summary>
public sealed class DropException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Whose figures they are, and on what terms.</summary>
public sealed record DropOrigin(string Producer, string Citation, string Licence);

/// <summary>What the columns of a file are.</summary>
public sealed record DropMapping
{
    /// <summary>Of a workbook; null: the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row with the names of the columns, from 1.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>Between the fields of a CSV file: comma, semicolon or tab; null: whichever is most frequent in the header row.</summary>
    public char? Delimiter { get; init; }

    /// <summary>'.' or ','. Numbers of a workbook have none.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>Values are printed as shares of 1 and are multiplied by 100.</summary>
    public bool ValuesAreShares { get; init; }

    public DropColumn Area { get; init; }

    public DropColumn Contingency { get; init; }

    public DropColumn Sex { get; init; } = new(null, "_T");

    public DropColumn Year { get; init; }

    public DropColumn Value { get; init; }

    public DropColumn Status { get; init; }

    public DropColumn Note { get; init; }

    /// <summary>The file's words for countries, and the code each stands for; codes and names in the three languages are known.</summary>
    public IReadOnlyDictionary<string, string> AreaWords { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> ContingencyWords { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> SexWords { get; init; } = new Dictionary<string, string>();
}

/// <summary>Where a part of a figure is read: in a column, or the same for all rows. Neither: it is not told.</summary>
public readonly record struct DropColumn(string? Column, string? Constant)
{
    public bool IsTold => !string.IsNullOrWhiteSpace(Column) || !string.IsNullOrWhiteSpace(Constant);
}

/// <summary>The parts of a figure.</summary>
public enum DropPart
{
    Area,
    Contingency,
    Sex,
    Year,
    Value,
    Status,
    Note,
}

/// <summary>A file as it would be read.</summary>
/// <param name="Sheets">Of a workbook; none for CSV.</param>
/// <param name="Columns">As named in the header row; a column without a name has its letter.</param>
/// <param name="First">The first 20 rows as they would be read; what could not be is empty.</param>
/// <param name="Rows">Rows with a value.</param>
/// <param name="RowsWithoutValue">Left out: missing is missing.</param>
/// <param name="Faults">The first 100; with one of them nothing is landed.</param>
/// <param name="FaultCount">All of them.</param>
/// <param name="Warnings">The first 100; they keep nobody from landing.</param>
/// <param name="UnknownWords">Words of the file that are no code and no name, the most frequent first, at most 100.</param>
public sealed record DropPreview(
    IReadOnlyList<string> Sheets, IReadOnlyList<string> Columns, IReadOnlyList<DropRow> First, int Rows, int RowsWithoutValue,
    IReadOnlyList<DropFault> Faults, int FaultCount, IReadOnlyList<DropFault> Warnings, int WarningCount, IReadOnlyList<DropWord> UnknownWords);

/// <summary>A row as it would be read.</summary>
/// <param name="Row">Its number in the file, from 1, the header counted.</param>
public sealed record DropRow(int Row, string? RefArea, string? Contingency, string? Sex, int? Year, decimal? Value, string? Status, string? Note);

/// <summary>A word that needs a code.</summary>
public sealed record DropWord(DropPart Part, string Word, int Rows);

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">0 where it is of the whole file.</param>
/// <param name="Column">As the file names it; null where it is none.</param>
/// <param name="Value">As printed; null where nothing is.</param>
/// <param name="Bound">What would have been right, or the row it clashes with.</param>
public sealed record DropFault(int Row, DropPart Part, string? Column, string? Value, DropFaultKind Kind, string? Bound)
{
    /// <summary>For logs and refusals; pages have their own words.</summary>
    public override string ToString() =>
        $"{(Row > 0 ? $"Row {Row}" : "The file")}, {(Column is null ? Part.ToString().ToLowerInvariant() : $"column '{Column}'")}{(Value is null ? "" : $", '{Value}'")}: {Kind switch
        {
            DropFaultKind.NotChosen => "no column is chosen for it and no value for all rows",
            DropFaultKind.NoSuchColumn => "the file has no column of that name",
            DropFaultKind.Empty => "the cell is empty",
            DropFaultKind.Unknown => $"this is not known; {Bound}",
            DropFaultKind.NotAYear => $"this is not a year ({Bound})",
            DropFaultKind.NotANumber => $"this is not a number like {Bound}",
            DropFaultKind.BelowZero => "a percentage is not below 0",
            DropFaultKind.Above100 => "more than 100 per cent; it is kept as printed and shown as 100",
            DropFaultKind.Twice => $"the same country, contingency, sex and year stand in row {Bound}",
            DropFaultKind.TooLong => $"a text has at most {Bound} letters",
            DropFaultKind.LooksLikeShares => "no value is above 1: these may be shares, not percentages",
            _ => Kind.ToString(),
        }}.";
}

/// <summary>Kinds of <see cref="DropFault"/>.</summary>
public enum DropFaultKind
{
    NotChosen,
    NoSuchColumn,
    Empty,
    Unknown,
    NotAYear,
    NotANumber,
    BelowZero,

    /// <summary>A warning.</summary>
    Above100,
    Twice,
    TooLong,

    /// <summary>A warning.</summary>
    LooksLikeShares,
}
