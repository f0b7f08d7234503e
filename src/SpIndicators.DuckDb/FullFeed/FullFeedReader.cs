using DuckDB.NET.Data;

namespace SpIndicators.DuckDb;

/// <summary>DuckDB.NET's rows, with the types and refusals of this provider. Without rows: the answer of a change.</summary>
internal sealed class FullFeedReader : SessionReader
{
    private static readonly HashSet<string> Unsupported =
        new(["List", "Array", "Struct", "Map", "Union", "Bit", "TimeTz"], StringComparer.OrdinalIgnoreCase);

    private readonly DuckDBDataReader? rows;
    private bool onRow;
    private bool ended;

    public FullFeedReader(SessionCommand command, DuckDBDataReader? rows, int recordsAffected)
        : base(command, recordsAffected)
    {
        this.rows = rows;
        for (var i = 0; i < FieldCount; i++)
        {
            if (Unsupported.Contains(Rows.GetDataTypeName(i)))
            {
                throw UnsupportedColumn.Exception(Rows.GetName(i), Rows.GetDataTypeName(i));
            }
        }
    }

    public override int FieldCount => rows?.FieldCount ?? 0;

    public override bool HasRows => rows is { FieldCount: > 0, HasRows: true };

    private DuckDBDataReader Rows => rows ?? throw NoRow();

    private DuckDBDataReader Row
    {
        get
        {
            Claim();
            return onRow ? Rows : throw NoRow();
        }
    }

    public override string GetName(int ordinal) => Rows.GetName(ordinal);

    public override string GetDataTypeName(int ordinal) => Rows.GetDataTypeName(ordinal);

    public override Type GetFieldType(int ordinal) => Rows.GetFieldType(ordinal) is var type && type == typeof(Stream) ? typeof(byte[]) : type;

    public override bool IsDBNull(int ordinal) => Row.IsDBNull(ordinal);

    public override object GetValue(int ordinal) => Row.GetValue(ordinal) switch
    {
        Stream blob => Bytes(blob),
        DateTime time when IsInstant(ordinal) => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        var value => value,
    };

    public override bool GetBoolean(int ordinal) => Row.GetBoolean(ordinal);

    public override byte GetByte(int ordinal) => Row.GetByte(ordinal);

    public override short GetInt16(int ordinal) => Row.GetInt16(ordinal);

    public override int GetInt32(int ordinal) => Row.GetInt32(ordinal);

    public override long GetInt64(int ordinal) => Row.GetInt64(ordinal);

    public override float GetFloat(int ordinal) => Row.GetFloat(ordinal);

    public override double GetDouble(int ordinal) => Row.GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => Row.GetDecimal(ordinal);

    public override string GetString(int ordinal) => Row.GetString(ordinal);

    public override DateTime GetDateTime(int ordinal) => DateTime.SpecifyKind(
        Row.GetDateTime(ordinal),
        IsInstant(ordinal) ? DateTimeKind.Utc : DateTimeKind.Unspecified);

    public override Guid GetGuid(int ordinal) => Row.GetGuid(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy<byte>((byte[])GetValue(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(GetString(ordinal).AsSpan(), dataOffset, buffer, bufferOffset, length);

    public override T GetFieldValue<T>(int ordinal)
    {
        if (default(T) is null && Row.IsDBNull(ordinal))
        {
            return default!;
        }

        if (typeof(T) == typeof(byte[]) || typeof(T) == typeof(DateTime))
        {
            return (T)GetValue(ordinal);
        }

        return typeof(T) == typeof(DateTimeOffset) && IsInstant(ordinal)
            ? (T)(object)new DateTimeOffset(GetDateTime(ordinal))
            : Row.GetFieldValue<T>(ordinal);
    }

    protected override bool ReadRow()
    {
        // DuckDB.NET would begin anew after the last row.
        onRow = !ended && HasRows && Rows.Read();
        ended = !onRow;
        return onRow;
    }

    protected override void Release() => rows?.Dispose();

    private static byte[] Bytes(Stream blob)
    {
        using (blob)
        {
            var bytes = new byte[blob.Length];
            blob.ReadExactly(bytes);
            return bytes;
        }
    }

    private bool IsInstant(int ordinal) => Rows.GetDataTypeName(ordinal) == "TimestampTz";
}
