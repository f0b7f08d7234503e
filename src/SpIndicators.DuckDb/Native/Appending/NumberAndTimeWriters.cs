using System.Numerics;

namespace SpIndicators.DuckDb;

internal sealed class BooleanWriter(string name) : ColumnWriter(name, "BOOLEAN")
{
    public override void Write(long row, bool value) => Store(row, (byte)(value ? 1 : 0));
}

internal sealed class IntegerWriter<T>(string name, string typeName) : ColumnWriter(name, typeName)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private static readonly long Smallest = long.CreateSaturating(T.MinValue);
    private static readonly long Largest = long.CreateSaturating(T.MaxValue);

    public override void Write(long row, long value) =>
        Store(row, value >= Smallest && value <= Largest ? T.CreateTruncating(value) : throw TooLarge(value));
}

/// <summary>Takes whole numbers too, as long as a double holds them exactly.</summary>
internal sealed class DoubleWriter(string name) : ColumnWriter(name, "DOUBLE")
{
    private const long LargestExact = 1L << 53;

    public override void Write(long row, double value) => Store(row, value);

    public override void Write(long row, long value) =>
        Store(row, value is >= -LargestExact and <= LargestExact ? (double)value : throw TooLarge(value));
}

internal sealed class FloatWriter(string name) : ColumnWriter(name, "FLOAT")
{
    // Rounded to what FLOAT holds: whoever chose the column chose that.
    public override void Write(long row, double value) => Store(row, (float)value);
}

internal sealed class DateWriter(string name) : ColumnWriter(name, "DATE")
{
    public override void Write(long row, DateOnly value) => Store(row, Epoch.Days(value));
}

internal sealed class TimestampWriter(string name, string typeName) : ColumnWriter(name, typeName)
{
    public override void Write(long row, DateTime value) => Store(row, Epoch.Microseconds(value));
}
