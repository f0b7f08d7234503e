using SpIndicators.Core.Operations;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Tells what a file is by its first bytes, not by its name alone, and reads the sheet that is asked for.</summary>
internal static class DropFile
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="DropException">It is too large, empty, or not what its name says.</exception>
    public static SheetRows Read(byte[] bytes, string name, DropMapping mapping, CancellationToken cancellation)
    {
        var rows = Of(bytes, name) == DropFormat.Workbook
            ? WorkbookSheet.Read(bytes, mapping.Sheet, cancellation)
            : CsvSheet.Read(bytes, mapping.Delimiter, mapping.HeaderRow, cancellation);
        return rows.Rows.Count > 0 ? rows : throw new DropException("The file has no rows: there is nothing to read.");
    }

    /// <summary>All of it, and no more than is allowed, whatever a header says of its size.</summary>
    public static async Task<byte[]> Bytes(Stream stream, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (all.Length + read > IFileDrop.MaxBytes)
            {
                throw new DropException($"The file is larger than {DropLimits.Megabytes(IFileDrop.MaxBytes)}, which is the most a file may have.");
            }

            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static DropFormat Of(byte[] bytes, string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (bytes.Length == 0)
        {
            throw new DropException("The file is empty (0 bytes).");
        }

        if (bytes.AsSpan().StartsWith(OldOffice))
        {
            throw new DropException("This is a workbook of the old kind (.xls), or one with a password. Save it in Excel as 'Excel workbook (.xlsx)' without a password and upload that.");
        }

        var isZip = bytes.AsSpan().StartsWith(Zip);
        return (ending, isZip) switch
        {
            (".xlsx", true) => DropFormat.Workbook,
            (".xlsx", false) => throw new DropException("The file is called .xlsx and is no Excel workbook. Open it and save it as 'Excel workbook (.xlsx)', or as 'CSV UTF-8'."),
            (".csv" or ".tsv" or ".txt", true) => throw new DropException($"The file is called {ending} and is a workbook or a packed file. Save it as 'CSV UTF-8', or give it its own ending, .xlsx."),
            (".csv" or ".tsv" or ".txt", false) => DropFormat.Csv,
            _ => throw new DropException($"Files that can be read end in .csv, .tsv, .txt or .xlsx; this one is called '{name}'."),
        };
    }

    private enum DropFormat
    {
        Csv,
        Workbook,
    }
}
