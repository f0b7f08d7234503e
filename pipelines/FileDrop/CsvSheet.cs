using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SpIndicators.Core.Operations;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Reads CSV as it comes out of spreadsheets: UTF-8 with or without a mark, comma, semicolon or tab, fields in quotes.</summary>
internal static class CsvSheet
{
    private const string Advice = "In Excel: save as 'CSV UTF-8 (comma delimited)'. In LibreOffice: choose 'Unicode (UTF-8)' when saving.";
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static SheetRows Read(byte[] bytes, char? delimiter, int headerRow, CancellationToken cancellation)
    {
        if (delimiter is { } given && !Delimiters.Contains(given))
        {
            throw new DropException($"Fields are separated by a comma, a semicolon or a tab, not by '{given}'.");
        }

        var text = Text(bytes);
        var isBad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = (delimiter ?? MostFrequent(text, headerRow)).ToString(),
            IgnoreBlankLines = false,
            BadDataFound = _ => isBad = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<(int, string[])>();
        // Lines are numbered as an editor does: a field may hold several.
        for (var first = 1; parser.Read(); first = parser.RawRow + 1)
        {
            cancellation.ThrowIfCancellationRequested();
            if (parser.Count > DropLimits.Columns)
            {
                throw DropLimits.TooManyColumns(first);
            }

            var cells = parser.Record!.Select(cell => cell.Trim()).ToArray();
            if (isBad)
            {
                throw new DropException($"Line {first} has a quotation mark in the wrong place. Inside a quoted field it is written twice (\"\").");
            }

            if (cells.Any(cell => cell.Length > 0))
            {
                rows.Add((first, cells));
            }

            if (rows.Count > DropLimits.Rows + headerRow)
            {
                throw DropLimits.TooManyRows();
            }
        }

        return new SheetRows([], rows);
    }

    private static string Text(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new DropException($"The file is text in UTF-16 ('Unicode text' in Excel), which is not read. {Advice}");
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            throw new DropException($"The file has zero bytes in it: it is not text in UTF-8. {Advice}");
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var line = bytes.AsSpan(0, Math.Min(broken.Index < 0 ? 0 : broken.Index, bytes.Length)).Count((byte)'\n') + 1;
            throw new DropException($"Line {line} has letters that are not UTF-8, perhaps accents of an older encoding. {Advice}", broken);
        }
    }

    private static char MostFrequent(string text, int headerRow)
    {
        var lines = text.AsSpan().EnumerateLines();
        for (var i = 0; i < headerRow; i++)
        {
            lines.MoveNext();
        }

        var header = lines.Current.ToString();
        return Delimiters.MaxBy(mark => header.Count(letter => letter == mark));
    }
}
