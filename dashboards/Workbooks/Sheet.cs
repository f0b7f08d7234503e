namespace SpIndicators.Dashboards.Workbooks;

/// <summary>A cell: a text, a number, or a formula with the value we computed ourselves.</summary>
/// <param name="Formula">Without the sign of equality.</param>
public sealed record SheetCell(string? Text = null, double? Number = null, string? Formula = null, bool IsHeading = false)
{
    public static SheetCell Empty { get; } = new();

    public static implicit operator SheetCell(string text) => new(Text: text);

    public static implicit operator SheetCell(double number) => new(Number: number);

    /// <summary>Empty for null.</summary>
    public static SheetCell Value(double? number) => new(Number: number);

    public static SheetCell Heading(string text) => new(Text: text, IsHeading: true);

    /// <summary>Programs that do not compute show the value; where there is none, the formula gives an empty text.</summary>
    public static SheetCell Of(string formula, double? value) => new(Number: value, Formula: formula);
}

/// <summary>A sheet that is filled row by row.</summary>
public sealed class Sheet(string name)
{
    private readonly List<IReadOnlyList<SheetCell>> rows = [];

    /// <summary>The first row names the columns and stays in sight.</summary>
    public bool HasHead => rows is [{ Count: > 1 } first, ..] && first.All(cell => cell.IsHeading || cell == SheetCell.Empty);

    /// <summary>The same in every language, since formulas name it.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<IReadOnlyList<SheetCell>> Rows => rows;

    /// <summary>The row the next one will be, counted from 1.</summary>
    public int Next => rows.Count + 1;

    /// <summary>Gives the number of the row.</summary>
    public int Add(params IReadOnlyList<SheetCell> cells)
    {
        rows.Add(cells);
        return rows.Count;
    }

    /// <summary>A cell as another sheet's formula names it.</summary>
    public string At(string column, int row) => $"{Name}!${column}${row}";

    /// <summary>A column from one row to another, as another sheet's formula names it.</summary>
    public string Range(string column, int first, int last) => $"{Name}!${column}${first}:${column}${last}";

    /// <summary>A, B … Z, AA: of a column counted from 0.</summary>
    public static string Column(int at) => (at >= 26 ? Column((at / 26) - 1) : "") + (char)('A' + (at % 26));
}
