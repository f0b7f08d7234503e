namespace SpIndicators.DuckDb;

/// <summary>
/// Writes one column of the chunk it is attached to. Each physical type overrides what it can hold without loss;
/// anything else is an error that names the column.
/// </summary>
internal abstract unsafe class ColumnWriter(string name, string typeName)
{
    private byte* data;
    private ulong* validity;

    protected nint Vector { get; private set; }

    public void Attach(nint vector)
    {
        Vector = vector;
        data = NativeMethods.duckdb_vector_get_data(vector);
        validity = NativeMethods.duckdb_vector_get_validity(vector);
    }

    public void WriteNull(long row)
    {
        if (validity == null)
        {
            NativeMethods.duckdb_vector_ensure_validity_writable(Vector);
            validity = NativeMethods.duckdb_vector_get_validity(Vector);
        }

        validity[row >> 6] &= ~(1UL << (int)(row & 63));
    }

    public virtual void Write(long row, string value) => throw Unfit("text", value);

    public virtual void Write(long row, long value) => throw Unfit("a whole number", value);

    public virtual void Write(long row, double value) => throw Unfit("a number", value);

    public virtual void Write(long row, decimal value) => throw Unfit("a decimal number", value);

    public virtual void Write(long row, bool value) => throw Unfit("a truth value", value);

    public virtual void Write(long row, DateOnly value) => throw Unfit("a date", value);

    public virtual void Write(long row, DateTime value) => throw Unfit("a timestamp", value);

    protected void Store<T>(long row, T value)
        where T : unmanaged => ((T*)data)[row] = value;

    protected OverflowException TooLarge(object value) => new($"Column {name} is {typeName}, which cannot hold {value}.");

    protected DuckDbException Broken(Exception error) =>
        new($"The text of column {name} holds half of a surrogate pair, which is no character.", error);

    private InvalidCastException Unfit(string given, object value) => new($"Column {name} is {typeName}; {given} was given ({value}).");
}
