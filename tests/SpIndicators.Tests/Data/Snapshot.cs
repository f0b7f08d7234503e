using System.IO.Compression;

namespace SpIndicators.Tests.Data;

/// <summary>A snapshot file with its card and the card of its source.</summary>
internal sealed record Snapshot(string Path, SnapshotCard Card, SourceCard Source)
{
    private readonly Lazy<SnapshotContents> _contents = new(() =>
    {
        using var text = OpenText(Path);
        return SnapshotContents.Read(text, Source);
    });

    /// <summary>What one pass over the file found; read once however many tests ask.</summary>
    public SnapshotContents Contents => _contents.Value;

    public StreamReader OpenText() => OpenText(Path);

    private static StreamReader OpenText(string path)
    {
        var file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file);
    }
}
