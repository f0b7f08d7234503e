using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace SpIndicators.Pipelines.Snapshots;

/// <summary>
/// The text of a snapshot as a file of its own, deleted with this object. DuckDB reads a plain file on all processors and a
/// packed one on a single one; and of a packed file that was cut it reads what is there without a word.
/// </summary>
internal sealed class UnpackedSnapshot : IDisposable
{
    /// <summary>More than the length stated in a gzip file can tell, and than any statistical release has.</summary>
    private const long MaxLength = uint.MaxValue;

    private readonly string? unpacked;

    private UnpackedSnapshot(string path, string? unpacked)
    {
        Path = path;
        this.unpacked = unpacked;
    }

    /// <summary>Where the plain text is; the snapshot's own file when that is not packed.</summary>
    public string Path { get; }

    /// <param name="folder">Where to unpack; made when it is not there.</param>
    /// <exception cref="SnapshotException">The gzip file was cut, or its bytes do not unpack.</exception>
    public static UnpackedSnapshot Of(Snapshot snapshot, string folder)
    {
        if (!IsGzip(snapshot))
        {
            return new(snapshot.FilePath, unpacked: null);
        }

        Directory.CreateDirectory(folder);
        var path = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.csv");
        try
        {
            Unpack(snapshot, path);
            return new(path, path);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Whether the snapshot is kept as gzip.</summary>
    public static bool IsGzip(Snapshot snapshot) => snapshot.FileName.EndsWith(".gz", StringComparison.Ordinal);

    public void Dispose()
    {
        if (unpacked is not null)
        {
            File.Delete(unpacked);
        }
    }

    /// <summary>To its end, whose last four bytes state the length.</summary>
    private static void Unpack(Snapshot snapshot, string path)
    {
        using var packed = File.OpenRead(snapshot.FilePath);
        var stated = StatedLength(packed);
        using var text = new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 });
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            long length = 0;
            for (int read; (read = text.Read(buffer)) > 0;)
            {
                length += read;
                if (length > MaxLength)
                {
                    throw new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} unpacks to more than {MaxLength} bytes.");
                }

                plain.Write(buffer, 0, read);
            }

            if (length == 0 || length != stated)
            {
                throw new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} was cut: {length} bytes unpack from it, and its end states another number.");
            }
        }
        catch (InvalidDataException broken)
        {
            throw new SnapshotException($"{snapshot.Label}: {snapshot.FilePath} is not a whole gzip file: {broken.Message}", broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static uint StatedLength(FileStream packed)
    {
        Span<byte> stated = stackalloc byte[sizeof(uint)];
        packed.Seek(-Math.Min(packed.Length, stated.Length), SeekOrigin.End);
        packed.ReadAtLeast(stated, stated.Length, throwOnEndOfStream: false);
        packed.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(stated);
    }
}
