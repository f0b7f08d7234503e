using System.Numerics;

namespace SpIndicators.DuckDb;

/// <summary>DECIMAL(width, scale). A digit that the scale has no room for is refused, not rounded.</summary>
internal sealed class DecimalWriter(string name, byte width, byte scale, DuckDbType storage)
    : ColumnWriter(name, $"DECIMAL({width},{scale})")
{
    private readonly BigInteger limit = BigInteger.Pow(10, width);

    public override void Write(long row, long value) => Write(row, (decimal)value);

    public override void Write(long row, decimal value)
    {
        var digits = Scaled(value);
        switch (storage)
        {
            case DuckDbType.SmallInt: Store(row, (short)digits); break;
            case DuckDbType.Integer: Store(row, (int)digits); break;
            case DuckDbType.BigInt: Store(row, (long)digits); break;
            default: Store(row, NativeHugeInt.From((Int128)digits)); break;
        }
    }

    private BigInteger Scaled(decimal value)
    {
        var digits = new BigInteger(decimal.IsNegative(value) ? -1 : 1) * (BigInteger)NativeDecimal.DigitsOf(value);
        var places = value.Scale;
        for (; places < scale; places++)
        {
            digits *= 10;
        }

        for (; places > scale; places--)
        {
            digits = BigInteger.DivRem(digits, 10, out var lost);
            if (!lost.IsZero)
            {
                throw TooLarge(value);
            }
        }

        return BigInteger.Abs(digits) < limit ? digits : throw TooLarge(value);
    }
}
