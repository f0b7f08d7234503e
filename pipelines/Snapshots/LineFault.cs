using System.IO.Compression;
using System.Text.Unicode;

namespace SpIndicators.Pipelines.Snapshots;

/// <summary>
/// What is wrong with a file that the engine could not read, and where: the first line that is not CSV in UTF-8 with as
/// many fields as its header. Only looked for after a failure, so it is written to be plain and not to be fast.
/// </summary>
internal sealed class LineFault
{
    private readonly List<byte> line = [];
    private long number = 1;
    private long firstOfRecord = 1;
    private int fields = 1;
    private int? expected;
    private At at = At.FieldStart;

    private enum At
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    /// <summary>One or two sentences with the line's number, from 1 for the header; null when the file is well made.</summary>
    public static string? FirstOf(Snapshot snapshot)
    {
        using Stream file = File.OpenRead(snapshot.FilePath);
        using var text = UnpackedSnapshot.IsGzip(snapshot) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var bytes = new BufferedStream(text, 1 << 16);
        try
        {
            return new LineFault().Find(bytes);
        }
        catch (InvalidDataException)
        {
            return "It is not a whole gzip file.";
        }
    }

    private string? Find(Stream bytes)
    {
        string? fault = null;
        for (int read; fault is null && (read = bytes.ReadByte()) >= 0;)
        {
            fault = Take((byte)read);
        }

        return fault ?? (line.Count > 0 ? EndOfLine() : null) ?? (at is At.Quoted ? QuoteWithoutEnd() : null);
    }

    private string? Take(byte read)
    {
        if (read != '\n')
        {
            line.Add(read);
        }

        switch (at, (char)read)
        {
            case (At.Quoted, '"'):
                at = At.QuoteInQuoted;
                break;
            case (At.Quoted, '\n'):
                return EndOfLine();
            case (At.Quoted, _):
                break;
            case (At.QuoteInQuoted or At.FieldStart, '"'):
                at = At.Quoted;
                break;
            case (_, '\n'):
                return EndOfLine();
            case (_, ','):
                fields++;
                at = At.FieldStart;
                break;
            case (_, '\r'):
                break;
            case (At.QuoteInQuoted, _):
                return QuoteWithoutEnd();
            default:
                at = At.Plain;
                break;
        }

        return null;
    }

    /// <summary>A quoted field may go on in the next line; else the record ends here.</summary>
    private string? EndOfLine()
    {
        var isUtf8 = Utf8.IsValid(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line));
        var isBlank = line.Count == 0 || line is [(byte)'\r'];
        line.Clear();
        number++;
        if (!isUtf8)
        {
            return $"Line {number - 1} has characters that are not UTF-8: save the file again with the encoding UTF-8.";
        }

        if (at is At.Quoted)
        {
            return null;
        }

        var (record, found) = (firstOfRecord, fields);
        (firstOfRecord, fields, at) = (number, 1, At.FieldStart);
        expected ??= found;
        return found == expected || isBlank ? null : $"Line {record} has {found} fields; the header has {expected}.";
    }

    private string QuoteWithoutEnd() =>
        $"Line {firstOfRecord} opens a quotation mark (\") and does not close it: close it, or write it twice if it is part of the text.";
}
