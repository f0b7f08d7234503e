using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SpIndicators.Dashboards.Workbooks;

/// <summary>Writes sheets as an Excel workbook.</summary>
public static class WorkbookFile
{
    private const uint Plain = 0;
    private const uint Bold = 1;

    public static byte[] Of(IReadOnlyList<Sheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var names = new Sheets();
            foreach (var (index, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(Views(sheet), Columns(sheet), new SheetData(sheet.Rows.Select((cells, at) => RowOf(cells, at + 1))));
                names.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = workbook.GetIdOfPart(part) });
            }

            // Computed anew when opened, so that what is shown is what the formulas say.
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), names, new CalculationProperties { FullCalculationOnLoad = true });
        }

        return bytes.ToArray();
    }

    private static Row RowOf(IReadOnlyList<SheetCell> cells, int row) =>
        new(cells.Select((cell, column) => CellOf(cell, $"{Sheet.Column(column)}{Invariant(row)}")).OfType<Cell>()) { RowIndex = (uint)row };

    private static Cell? CellOf(SheetCell cell, string at)
    {
        var style = cell.IsHeading ? Bold : Plain;
        if (cell.Formula is { } formula)
        {
            var made = new Cell { CellReference = at, StyleIndex = style, CellFormula = new CellFormula(formula) };
            if (cell.Number is { } computed)
            {
                made.CellValue = new CellValue(Invariant(computed));
            }
            else
            {
                (made.DataType, made.CellValue) = (CellValues.String, new CellValue(""));
            }

            return made;
        }

        return cell.Number is { } number ? new Cell { CellReference = at, StyleIndex = style, CellValue = new CellValue(Invariant(number)) }
            : cell.Text is { Length: > 0 } text
                // The library's writer would make a line break of it.
                ? new Cell { CellReference = at, StyleIndex = style, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(WorkbookText.Of(text).Replace("\r", "_x000D_", StringComparison.Ordinal)) { Space = SpaceProcessingModeValues.Preserve }) }
                : null;
    }

    /// <summary>The names of the columns stay in sight while a reader moves down.</summary>
    private static SheetViews Views(Sheet sheet)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (sheet.HasHead)
        {
            view.Append(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        }

        return new(view);
    }

    /// <summary>A wide first column for names; the others as wide as a number with its head.</summary>
    private static Columns Columns(Sheet sheet) => new(
        new Column { Min = 1, Max = 1, Width = 60, CustomWidth = true },
        new Column { Min = 2, Max = (uint)Math.Max(2, sheet.Rows.Select(row => row.Count).DefaultIfEmpty(2).Max()), Width = 18, CustomWidth = true });

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat { FormatId = 0 }, new CellFormat { FormatId = 0, FontId = 1, ApplyFont = true }));

    private static string Invariant(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
