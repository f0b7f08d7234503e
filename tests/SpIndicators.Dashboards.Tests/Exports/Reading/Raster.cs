using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SpIndicators.Dashboards.Tests.Exports.Reading;

/// <summary>The pixels of a picture, three bytes each; reads and writes the one kind of PNG that browsers make: eight bits, not interlaced.</summary>
internal sealed record Raster(int Width, int Height, byte[] Bytes)
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public ReadOnlySpan<byte> this[int x, int y] => Bytes.AsSpan(((y * Width) + x) * 3, 3);

    /// <exception cref="InvalidDataException">Not a PNG, or one of another kind.</exception>
    public static Raster Read(ReadOnlySpan<byte> png)
    {
        if (!png[..8].SequenceEqual(Signature))
        {
            throw new InvalidDataException("It does not begin as a PNG does.");
        }

        var (width, height, channels) = (0, 0, 0);
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            var name = Encoding.ASCII.GetString(png.Slice(at + 4, 4));
            var part = png.Slice(at + 8, length);
            if (name == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(part), BinaryPrimitives.ReadInt32BigEndian(part[4..]));
                channels = (part[8], part[9], part[12]) switch
                {
                    (8, 2, 0) => 3,
                    (8, 6, 0) => 4,
                    var kind => throw new InvalidDataException($"Bits, colours and interlacing are {kind}, not (8, 2 or 6, 0)."),
                };
            }
            else if (name == "IDAT")
            {
                packed.Write(part);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        return new(width, height, Unfiltered(unpacked, width, height, channels));
    }

    /// <summary>A pixel for each square of so many; what is left at the edges is dropped.</summary>
    public Raster Shrunk(int by)
    {
        var small = new Raster(Width / by, Height / by, new byte[Width / by * (Height / by) * 3]);
        for (var i = 0; i < small.Bytes.Length; i++)
        {
            var (x, y, channel) = (i / 3 % small.Width * by, i / 3 / small.Width * by, i % 3);
            var sum = 0;
            for (var n = 0; n < by * by; n++)
            {
                sum += this[x + (n % by), y + (n / by)][channel];
            }

            small.Bytes[i] = (byte)((sum + (by * by / 2)) / (by * by));
        }

        return small;
    }

    public byte[] ToPng()
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        Part("IHDR", head);
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                packing.WriteByte(0);
                packing.Write(Bytes.AsSpan(y * Width * 3, Width * 3));
            }
        }

        Part("IDAT", packed.ToArray());
        Part("IEND", []);
        return png.ToArray();

        void Part(string name, byte[] bytes)
        {
            byte[] named = [.. Encoding.ASCII.GetBytes(name), .. bytes];
            Span<byte> number = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, bytes.Length);
            png.Write(number);
            png.Write(named);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(named));
            png.Write(number);
        }
    }

    private static byte[] Unfiltered(Stream from, int width, int height, int channels)
    {
        var pixels = new byte[width * height * 3];
        byte[] above = new byte[width * channels], row = new byte[width * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = from.ReadByte();
            from.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                var (left, up, corner) = (i < channels ? 0 : row[i - channels], (int)above[i], i < channels ? 0 : above[i - channels]);
                var guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => throw new InvalidDataException($"There is no filter {filter}.") };
                row[i] = (byte)((row[i] + guess) % 256);
            }

            for (var x = 0; x < width; x++)
            {
                row.AsSpan(x * channels, 3).CopyTo(pixels.AsSpan(((y * width) + x) * 3));
            }

            (above, row) = (row, above);
        }

        return pixels;
    }

    private static int Nearest(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
