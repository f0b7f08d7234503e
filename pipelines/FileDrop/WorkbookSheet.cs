using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SpIndicators.Core.Operations;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>
/// Reads one sheet of an Excel workbook, row by row. Formulas are never computed: the value that Excel kept beside a formula
/// is read, and where there is none the cell is empty.
/// </summary>
internal static class WorkbookSheet
{
    public static SheetRows Read(byte[] bytes, string? sheet, CancellationToken cancellation)
    {
        try
        {
            RefuseBombs(bytes, cancellation);
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            var workbook = document.WorkbookPart ?? throw new DropException("The workbook has no sheets.");
            var sheets = workbook.Workbook.Descendants<Sheet>().Where(s => s.Name?.Value is not null && s.Id?.Value is not null).ToList();
            var names = sheets.Select(s => s.Name!.Value!).ToList();
            var chosen = string.IsNullOrEmpty(sheet) ? sheets.FirstOrDefault() : sheets.Find(s => s.Name!.Value == sheet);
            // A sheet may be a chart.
            return chosen is not null && workbook.GetPartById(chosen.Id!.Value!) is WorksheetPart part
                ? new SheetRows(names, Rows(part, SharedTexts(workbook, cancellation), cancellation))
                : throw new DropException($"The workbook has no sheet of cells named '{sheet ?? names.FirstOrDefault()}'; it has {string.Join(", ", names.Select(n => $"'{n}'"))}.");
        }
        catch (Exception broken) when (broken is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException
            or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new DropException("The workbook is damaged: it cannot be read. Open it in Excel or LibreOffice, save it again as .xlsx and upload that.", broken);
        }
    }

    /// <summary>Unpacks everything once and counts: what a packed file says of its own size is not believed.</summary>
    private static void RefuseBombs(byte[] bytes, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > DropLimits.Parts)
        {
            throw new DropException($"The workbook has {zip.Entries.Count} parts; at most {DropLimits.Parts} are read.");
        }

        var total = 0L;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                if ((total += read) > DropLimits.UnpackedBytes)
                {
                    throw new DropException($"Unpacked, the workbook is larger than {DropLimits.Megabytes(DropLimits.UnpackedBytes)}. Copy the figures into a new, empty workbook and upload that.");
                }
            }
        }
    }

    private static List<string> SharedTexts(WorkbookPart workbook, CancellationToken cancellation)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem))
            {
                cancellation.ThrowIfCancellationRequested();
                texts.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }

    /// <summary>Without the reading aids that stand above Japanese words.</summary>
    private static string TextOf(OpenXmlElement item) => string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));

    private static List<(int, string[])> Rows(WorksheetPart part, List<string> texts, CancellationToken cancellation)
    {
        var rows = new List<(int, string[])>();
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            number = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            var cells = Cells(reader, number, texts);
            if (cells.Any(cell => cell.Length > 0))
            {
                rows.Add((number, cells));
            }

            if (rows.Count > DropLimits.Rows + 1)
            {
                throw DropLimits.TooManyRows();
            }
        }

        return rows;
    }

    private static string[] Cells(OpenXmlReader reader, int row, List<string> texts)
    {
        var cells = new List<string>();
        if (!reader.ReadFirstChild())
        {
            return [];
        }

        do
        {
            if (reader.ElementType != typeof(Cell))
            {
                continue;
            }

            var cell = (Cell)reader.LoadCurrentElement()!;
            var place = cell.CellReference?.Value is { } name ? Place(name) : cells.Count;
            var text = ValueOf(cell, texts).Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (place >= DropLimits.Columns)
            {
                throw DropLimits.TooManyColumns(row);
            }

            while (cells.Count <= place)
            {
                cells.Add("");
            }

            cells[place] = text;
        }
        while (reader.ReadNextSibling());
        return [.. cells];
    }

    private static string ValueOf(Cell cell, List<string> texts)
    {
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : "";
        }

        var text = cell.CellValue?.Text ?? "";
        if (type == CellValues.SharedString)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count
                ? texts[at]
                : throw new InvalidDataException($"A cell refers to the text {text}, which the workbook has not.");
        }

        // 24.8 is kept as 24.800000000000001.
        return type is null or CellValues.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15
            ? ((decimal)value).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>AB12 is the 28th column, and so 27.</summary>
    private static int Place(string cellReference)
    {
        var place = 0;
        foreach (var letter in cellReference.TakeWhile(char.IsAsciiLetterUpper))
        {
            place = (place * 26) + (letter - 'A' + 1);
        }

        return place > 0 ? place - 1 : throw new InvalidDataException($"'{cellReference}' is no cell.");
    }
}
