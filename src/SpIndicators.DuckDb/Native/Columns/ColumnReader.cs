using System.Numerics;

namespace SpIndicators.DuckDb;

/// <summary>
/// Reads one column of the chunk it is attached to. Each physical type overrides what it can say;
/// anything else is an <see cref="InvalidCastException"/> that names the column.
/// </summary>
internal abstract unsafe class ColumnReader(string name, string typeName, Type valueType)
{
    private byte* data;
    private ulong* validity;

    public string Name { get; } = name;

    /// <summary>As SQL spells it: "DECIMAL(9,2)".</summary>
    public string TypeName { get; } = typeName;

    public Type ValueType { get; } = valueType;

    /// <summary>The pointers stay good until the chunk is freed.</summary>
    public void Attach(nint vector)
    {
        data = NativeMethods.duckdb_vector_get_data(vector);
        validity = NativeMethods.duckdb_vector_get_validity(vector);
    }

    public bool IsNull(long row) => validity != null && (validity[row >> 6] >> (int)(row & 63) & 1) == 0;

    /// <summary>The value as <see cref="ValueType"/>. Never called for NULL.</summary>
    public abstract object GetValue(long row);

    public virtual bool GetBoolean(long row) => throw Unfit("a truth value");

    public virtual long GetInt64(long row) => throw Unfit("a whole number");

    public virtual double GetDouble(long row) => throw Unfit("a number");

    public virtual decimal GetDecimal(long row) => throw Unfit("a decimal number");

    public virtual BigInteger GetBigInteger(long row) => throw Unfit("a whole number");

    public virtual string GetString(long row) => throw Unfit("text");

    public virtual ReadOnlySpan<byte> GetBytes(long row) => throw Unfit("bytes");

    public virtual Guid GetGuid(long row) => throw Unfit("a UUID");

    public virtual DateOnly GetDate(long row) => throw Unfit("a date");

    public virtual TimeOnly GetTime(long row) => throw Unfit("a time of day");

    public virtual DateTime GetDateTime(long row) => throw Unfit("a timestamp");

    public virtual DateTimeOffset GetInstant(long row) => throw Unfit("a timestamp with time zone");

    public virtual TimeSpan GetTimeSpan(long row) => throw Unfit("a length of time");

    protected T Stored<T>(long row)
        where T : unmanaged => IsNull(row)
            ? throw new InvalidCastException($"Column '{Name}' is NULL in this row: ask IsDBNull before reading it.")
            : ((T*)data)[row];

    /// <summary>Text and bytes: up to 12 of them stand in the vector itself, more behind a pointer.</summary>
    protected ReadOnlySpan<byte> StoredBytes(long row)
    {
        var length = (int)(Stored<NativeHugeInt>(row).Lower & int.MaxValue);
        var entry = data + (row * sizeof(NativeHugeInt));
        return new(length <= 12 ? entry + 4 : *(byte**)(entry + 8), length);
    }

    protected OverflowException OutOfRange(string what) =>
        new($"Column '{Name}' ({TypeName}) holds {what}, which .NET's {ValueType.Name} cannot: cast it to text in the query (::varchar).");

    private InvalidCastException Unfit(string wanted) => new($"Column '{Name}' is {TypeName}, not {wanted}.");
}
