namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>
/// Rows as a person writes them: a line of column names (<c>name</c> or <c>name:type</c>, text when no type is given),
/// then one line a row, cells between bars with a space on either side. An empty cell is null; quotes keep a
/// text that is empty or blank.
/// </summary>
internal sealed record TextTable(IReadOnlyList<string> Columns, IReadOnlyList<string> Types, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    public static TextTable Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        var names = lines[0].Select(c => (c ?? "").Split(':')).ToList();
        var rows = lines.Skip(1).Select(r => r.Count == names.Count
            ? (IReadOnlyList<string?>)r
            : throw new FormatException($"{names.Count} columns, but the row has {r.Count}: {string.Join(" | ", r)}")).ToList();
        return new TextTable([.. names.Select(n => n[0])], [.. names.Select(n => n.Length > 1 ? n[1] : "varchar")], rows);
    }

    /// <summary>A row as a line to compare and to print.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(" | ", cells.Select(c => c ?? "(null)"));

    /// <summary>A select that gives the rows, also when there is none.</summary>
    public string AsQuery()
    {
        var nothing = string.Join(", ", Columns.Zip(Types, (column, type) => $"null::{type} as \"{column}\""));
        var rows = Rows.Select(row => $"union all select {string.Join(", ", row.Zip(Types, Literal))}");
        return $"select {nothing} where false {string.Join(' ', rows)}";
    }

    private static string Literal(string? cell, string type) =>
        cell is null ? "null" : $"'{cell.Replace("'", "''", StringComparison.Ordinal)}'::{type}";

    private static List<string?> Cells(string line) =>
        [.. $" {line} ".Split(" | ").Select(c => c.Trim()).Select(c => c.Length == 0 ? null : c is ['\'', .. var quoted, '\''] ? quoted : c)];
}
