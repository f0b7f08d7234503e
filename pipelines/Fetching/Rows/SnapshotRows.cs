using System.IO.Compression;
using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using CsvHelper.Configuration;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Fetching.Rows;

/// <summary>Snapshots as lines, and lines as the text of a snapshot.</summary>
internal static class SnapshotRows
{
    private static readonly CsvConfiguration Plain = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Lines of a snapshot at hand, in the columns given; a column it does not have is empty.</summary>
    public static SourceRows Read(Snapshot snapshot, SourceCard source, IReadOnlyList<string> columns)
    {
        using var text = Open(snapshot);
        using var lines = new CsvLines(text);
        var rows = new SourceRows(source, columns);
        while (lines.Read())
        {
            rows.Add(column => lines[column]);
        }

        return rows;
    }

    /// <summary>Of the unpacked text, whatever the packing.</summary>
    public static string Sha256(Snapshot snapshot)
    {
        using var text = Open(snapshot);
        return Convert.ToHexStringLower(SHA256.HashData(text));
    }

    /// <summary>Writes the text, packed, and returns the sha256 of it unpacked.</summary>
    public static async Task<string> Write(SourceRows rows, string file, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        await using (var packed = new FileStream(file, FileMode.CreateNew))
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        await using (var hashed = new CryptoStream(gzip, hash, CryptoStreamMode.Write))
        await using (var text = new StreamWriter(hashed))
        await using (var csv = new CsvWriter(text, Plain))
        {
            await WriteLine(csv, rows.Columns);
            foreach (var row in rows.Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                await WriteLine(csv, row);
            }
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static Task WriteLine(CsvWriter csv, IReadOnlyList<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return csv.NextRecordAsync();
    }

    private static Stream Open(Snapshot snapshot)
    {
        var file = File.OpenRead(snapshot.FilePath);
        return UnpackedSnapshot.IsGzip(snapshot) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
