using System.Runtime.CompilerServices;

namespace SpIndicators.DuckDb;

/// <summary>Getters. Those with a type do not box.</summary>
internal sealed partial class NativeReader
{
    public override string GetName(int ordinal) => columns[ordinal].Name;

    public override string GetDataTypeName(int ordinal) => columns[ordinal].TypeName;

    public override Type GetFieldType(int ordinal) => columns[ordinal].ValueType;

    public override bool IsDBNull(int ordinal) => Alive(columns[ordinal].IsNull(Row));

    public override object GetValue(int ordinal) => IsDBNull(ordinal) ? DBNull.Value : Alive(columns[ordinal].GetValue(Row));

    public override bool GetBoolean(int ordinal) => Alive(columns[ordinal].GetBoolean(Row));

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override long GetInt64(int ordinal) => Alive(columns[ordinal].GetInt64(Row));

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override double GetDouble(int ordinal) => Alive(columns[ordinal].GetDouble(Row));

    public override decimal GetDecimal(int ordinal) => Alive(columns[ordinal].GetDecimal(Row));

    public override string GetString(int ordinal) => Alive(columns[ordinal].GetString(Row));

    public override DateTime GetDateTime(int ordinal) => Alive(columns[ordinal].GetDateTime(Row));

    public override Guid GetGuid(int ordinal) => Alive(columns[ordinal].GetGuid(Row));

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Alive(Copy(columns[ordinal].GetBytes(Row), dataOffset, buffer, bufferOffset, length));

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(GetString(ordinal).AsSpan(), dataOffset, buffer, bufferOffset, length);

    /// <summary>NULL is null for a type that has one, and an <see cref="InvalidCastException"/> for any other.</summary>
    public override T GetFieldValue<T>(int ordinal)
    {
        // The comparisons are settled when the method is compiled for T: each T keeps one branch.
        if (typeof(T) == typeof(long)) return As<long, T>(GetInt64(ordinal));
        if (typeof(T) == typeof(int)) return As<int, T>(GetInt32(ordinal));
        if (typeof(T) == typeof(short)) return As<short, T>(GetInt16(ordinal));
        if (typeof(T) == typeof(byte)) return As<byte, T>(GetByte(ordinal));
        if (typeof(T) == typeof(bool)) return As<bool, T>(GetBoolean(ordinal));
        if (typeof(T) == typeof(double)) return As<double, T>(GetDouble(ordinal));
        if (typeof(T) == typeof(float)) return As<float, T>(GetFloat(ordinal));
        if (typeof(T) == typeof(decimal)) return As<decimal, T>(GetDecimal(ordinal));
        if (typeof(T) == typeof(Guid)) return As<Guid, T>(GetGuid(ordinal));
        if (typeof(T) == typeof(DateTime)) return As<DateTime, T>(GetDateTime(ordinal));
        if (typeof(T) == typeof(DateOnly)) return As<DateOnly, T>(Alive(columns[ordinal].GetDate(Row)));
        if (typeof(T) == typeof(TimeOnly)) return As<TimeOnly, T>(Alive(columns[ordinal].GetTime(Row)));
        if (typeof(T) == typeof(TimeSpan)) return As<TimeSpan, T>(Alive(columns[ordinal].GetTimeSpan(Row)));
        if (typeof(T) == typeof(DateTimeOffset)) return As<DateTimeOffset, T>(Alive(columns[ordinal].GetInstant(Row)));
        if (typeof(T) == typeof(System.Numerics.BigInteger)) return As<System.Numerics.BigInteger, T>(Alive(columns[ordinal].GetBigInteger(Row)));

        return GetValue(ordinal) is var value and not DBNull
            ? (T)value
            : default(T) is null ? default! : throw new InvalidCastException($"Column '{GetName(ordinal)}' is NULL in this row.");
    }

    private long Row
    {
        get
        {
            Claim();
            return row >= 0 && row < rowsInChunk ? row : throw NoRow();
        }
    }

    // Without this the collector may free the chunk under the last read of a forgotten reader.
    private T Alive<T>(T value)
    {
        GC.KeepAlive(this);
        return value;
    }

    private static T As<TValue, T>(TValue value) => Unsafe.As<TValue, T>(ref value);
}
