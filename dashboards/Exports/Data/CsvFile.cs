using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>
/// Writes CSV cell by cell, without a list of rows: memory stays flat however long the table is. A text that a spreadsheet
/// program would take for a formula gets an apostrophe before it; numbers are written as they are.
/// </summary>
/// <param name="to">Takes the bytes; whoever owns it sends them on.</param>
/// <param name="hasDecimalComma">Of a spreadsheet program in French or Spanish: semicolons between cells, a comma in numbers.</param>
internal sealed class CsvFile(IBufferWriter<byte> to, bool hasDecimalComma = false)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n");
    private readonly byte between = hasDecimalComma ? (byte)';' : (byte)',';
    private bool isFirst = true;

    /// <summary>A file of a dialect, begun. Excel wants a mark before it, else it reads letters with accents as two, and the signs of its language.</summary>
    public static CsvFile Begin(IBufferWriter<byte> to, CsvDialect dialect, Language language)
    {
        if (dialect == CsvDialect.Excel)
        {
            to.Write("\uFEFF"u8);
        }

        return new(to, hasDecimalComma: dialect == CsvDialect.Excel && language != Language.English);
    }

    public void Cell(object? value)
    {
        switch (value)
        {
            case null:
                Cell();
                break;
            case string text:
                Cell(text);
                break;
            case double number:
                Cell(number);
                break;
            case IFormattable number:
                Next();
                Write(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"A cell holds a text or a number, not {value.GetType()}.", nameof(value));
        }
    }

    /// <summary>An empty one.</summary>
    public void Cell() => Next();

    public void Cell(string text)
    {
        Next();
        var harmless = Harmless(text);
        if (!harmless.AsSpan().ContainsAny(Quoted))
        {
            Write(harmless);
            return;
        }

        to.Write("\""u8);
        Write(harmless.Contains('"', StringComparison.Ordinal) ? harmless.Replace("\"", "\"\"", StringComparison.Ordinal) : harmless);
        to.Write("\""u8);
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public void Cell(double number)
    {
        Next();
        var room = to.GetSpan(32);
        if (!Utf8Formatter.TryFormat(number, room, out var length))
        {
            throw new InvalidOperationException("A number is never longer than 32 letters.");
        }

        if (hasDecimalComma)
        {
            room[..length].Replace((byte)'.', (byte)',');
        }

        to.Advance(length);
    }

    public void Cell(long number)
    {
        Next();
        if (!Utf8Formatter.TryFormat(number, to.GetSpan(32), out var length))
        {
            throw new InvalidOperationException("A number is never longer than 32 letters.");
        }

        to.Advance(length);
    }

    public void EndRow()
    {
        to.Write("\r\n"u8);
        isFirst = true;
    }

    /// <summary>A text that a program might take for a formula gets an apostrophe.</summary>
    public static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    private void Next()
    {
        if (!isFirst)
        {
            to.Write([between]);
        }

        isFirst = false;
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, to);
}
