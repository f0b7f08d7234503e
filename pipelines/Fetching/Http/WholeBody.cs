using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>Unpacks the bytes of a whole answer and looks whether they can be figures at all.</summary>
internal static class WholeBody
{
    /// <summary>No release of any agency fits into less.</summary>
    private const int TooShort = 16;

    public static async Task<(string Path, long Bytes, string Sha256)> Unpack(PartialBody body, long maxBytes, int status, CancellationToken cancellation)
    {
        if (body.Length == 0)
        {
            throw AgencyTrouble.WrongAnswer("sent an empty answer", status);
        }

        var path = body.Path + ".plain";
        await using var packed = File.OpenRead(body.Path);
        await using Stream plain = body.IsPacked ? new GZipStream(packed, CompressionMode.Decompress) : packed;
        await using var file = new OwnFile(path, FileMode.Create, body.Handicap);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            await Copy(plain, file, hash, maxBytes, status, cancellation);
        }
        catch (InvalidDataException)
        {
            throw AgencyTrouble.NoAnswer("sent packed bytes that do not unpack", status);
        }

        if (body.IsPacked && Stated(packed) != (uint)file.Length)
        {
            throw AgencyTrouble.NoAnswer($"sent packed bytes that were cut: {file.Length} bytes unpack from them, and their end states another number", status);
        }

        LookAt(file, status);
        return (path, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task Copy(Stream plain, OwnFile file, IncrementalHash hash, long maxBytes, int status, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await plain.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (file.Position + read > maxBytes)
            {
                throw AgencyTrouble.WrongAnswer($"sent bytes that unpack to more than {maxBytes}, the most its card allows; the rest was not unpacked", status);
            }

            hash.AppendData(buffer, 0, read);
            await file.Write(buffer.AsMemory(0, read), cancellation);
        }
    }

    /// <summary>A web page is told by its first sign, whatever the header says it is.</summary>
    private static void LookAt(OwnFile file, int status)
    {
        if (file.Length < TooShort)
        {
            throw AgencyTrouble.WrongAnswer($"sent an answer of {file.Length} bytes, too short for any figures", status);
        }

        var start = new byte[512];
        var words = System.Text.Encoding.UTF8.GetString(start, 0, file.ReadStart(start)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (words.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || words.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            throw AgencyTrouble.WrongAnswer("sent a web page instead of figures", status);
        }
    }

    private static uint Stated(FileStream packed)
    {
        Span<byte> end = stackalloc byte[sizeof(uint)];
        packed.Seek(-Math.Min(packed.Length, end.Length), SeekOrigin.End);
        packed.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
        return BinaryPrimitives.ReadUInt32LittleEndian(end);
    }
}
