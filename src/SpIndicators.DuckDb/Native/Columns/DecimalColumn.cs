using System.Numerics;

namespace SpIndicators.DuckDb;

/// <summary>DECIMAL(width, scale): a whole number of 16 to 128 bits, according to the width.</summary>
internal sealed class DecimalColumn(string name, byte width, byte scale, DuckDbType storage)
    : ColumnReader(name, $"DECIMAL({width},{scale})", typeof(decimal))
{
    private const int LargestScale = 28;
    private static readonly UInt128 LargestDigits = (UInt128.One << 96) - 1;

    public override object GetValue(long row) => GetDecimal(row);

    public override double GetDouble(long row) => (double)GetDecimal(row);

    public override decimal GetDecimal(long row) => storage switch
    {
        DuckDbType.SmallInt => Small(Stored<short>(row)),
        DuckDbType.Integer => Small(Stored<int>(row)),
        DuckDbType.BigInt => Small(Stored<long>(row)),
        _ => Large(Stored<Int128>(row)),
    };

    private decimal Small(long digits)
    {
        var size = (ulong)Int128.Abs(digits);
        return scale <= LargestScale ? Compose(size, scale, digits < 0) : Large(digits);
    }

    // Zeros at the end may go; a digit that counts may not.
    private decimal Large(Int128 digits)
    {
        var size = digits < 0 ? (UInt128)(-(BigInteger)digits) : (UInt128)digits;
        var places = scale;
        while ((size > LargestDigits || places > LargestScale) && places > 0 && size % 10 == 0)
        {
            size /= 10;
            places--;
        }

        return size > LargestDigits || places > LargestScale
            ? throw OutOfRange($"{digits} behind whose digits the point stands {scale} places from the right")
            : Compose(size, places, digits < 0);
    }

    private static decimal Compose(UInt128 size, byte places, bool negative) => new(
        unchecked((int)(uint)(size & uint.MaxValue)),
        unchecked((int)(uint)(size >> 32 & uint.MaxValue)),
        unchecked((int)(uint)(size >> 64)),
        negative,
        places);
}
