using System.IO.Compression;
using System.Security.Cryptography;

namespace SpIndicators.Pipelines.Snapshots;

/// <summary>Holds a snapshot's bytes against its card before anything is read from them.</summary>
public static class SnapshotVerification
{
    /// <exception cref="SnapshotException">Missing file, other size, other sha256, or a header without an expected column.</exception>
    public static void Verify(Snapshot snapshot, SourceCard source)
    {
        var file = new FileInfo(snapshot.FilePath);
        if (!file.Exists)
        {
            throw new SnapshotException($"{snapshot.Label}: the file {snapshot.FilePath} is missing; its card is there.");
        }

        if (file.Length != snapshot.Bytes)
        {
            throw new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} has {file.Length} bytes; its card says {snapshot.Bytes}.");
        }

        using (var stream = file.OpenRead())
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (sha256 != snapshot.Sha256)
            {
                throw new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} has the sha256 {sha256}; its card says {snapshot.Sha256}.");
            }
        }

        VerifyHeader(snapshot, source);
    }

    private static void VerifyHeader(Snapshot snapshot, SourceCard source)
    {
        var header = Header(snapshot);
        foreach (var missing in source.Columns.Except(header, StringComparer.Ordinal))
        {
            throw new SnapshotException(
                $"{snapshot.Label}: the column '{missing}' is missing from {snapshot.FilePath}. Its header has: {string.Join(", ", header)}.");
        }

        foreach (var unknown in header.Except(source.Columns, StringComparer.Ordinal).Except(source.OptionalColumns, StringComparer.Ordinal))
        {
            throw new SnapshotException(
                $"{snapshot.Label}: {snapshot.FilePath} has a new column '{unknown}'. Add it to {source.SourceId}.source.json once it is known what it means.");
        }
    }

    private static string[] Header(Snapshot snapshot)
    {
        try
        {
            using var file = File.OpenRead(snapshot.FilePath);
            using Stream text = UnpackedSnapshot.IsGzip(snapshot) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(text);
            // Column names of all sources are plain: no comma or line break inside quotes.
            return [.. (reader.ReadLine() ?? "").TrimStart('\uFEFF').Split(',').Select(name => name.Trim().Trim('"'))];
        }
        catch (InvalidDataException broken)
        {
            throw new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} is not a whole gzip file: {broken.Message}", broken);
        }
    }
}
