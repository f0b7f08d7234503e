namespace SpIndicators.Pipelines.FileDrop;

/// <summary>A sheet as text, whatever the file was.</summary>
/// <param name="Sheets">Of the workbook; none for CSV.</param>
/// <param name="Rows">In the order of the file, empty ones left out, with their number from 1. A row may be shorter than others.</param>
internal sealed record SheetRows(IReadOnlyList<string> Sheets, IReadOnlyList<(int Number, string[] Cells)> Rows)
{
    /// <summary>Whether numbers are written with a point, whatever the form says: workbooks keep numbers, not what is shown.</summary>
    public bool HasPlainNumbers => Sheets.Count > 0;
}
