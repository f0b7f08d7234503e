using System.Buffers.Binary;

namespace SpIndicators.DuckDb;

/// <summary>UUID: a signed 128-bit number whose top bit is turned so that it sorts as its text does.</summary>
internal sealed class UuidColumn(string name) : ColumnReader(name, "UUID", typeof(Guid))
{
    private const ulong TopBit = 1UL << 63;

    public override object GetValue(long row) => GetGuid(row);

    public override Guid GetGuid(long row)
    {
        var stored = Stored<NativeHugeInt>(row);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, stored.Upper ^ TopBit);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], stored.Lower);
        return new(bytes, bigEndian: true);
    }
}
