namespace SpIndicators.DuckDb;

/// <summary>Chooses the reader for each column of a result.</summary>
internal static class ColumnReaders
{
    private const long Second = 1, Millisecond = 1_000, Microsecond = 1_000_000, Nanosecond = 1_000_000_000;

    public static ColumnReader[] Of(ResultHandle result)
    {
        var columns = new ColumnReader[NativeMethods.duckdb_column_count(result)];
        for (var i = 0; i < columns.Length; i++)
        {
            using var type = new LogicalTypeHandle(NativeMethods.duckdb_column_logical_type(result, (ulong)i));
            columns[i] = Of(Utf8.Read(NativeMethods.duckdb_column_name(result, (ulong)i)), type);
        }

        return columns;
    }

    private static ColumnReader Of(string name, LogicalTypeHandle type) => NativeMethods.duckdb_get_type_id(type) switch
    {
        DuckDbType.Boolean => new BooleanColumn(name),
        DuckDbType.TinyInt => new IntegerColumn<sbyte>(name, "TINYINT"),
        DuckDbType.SmallInt => new IntegerColumn<short>(name, "SMALLINT"),
        DuckDbType.Integer => new IntegerColumn<int>(name, "INTEGER"),
        DuckDbType.BigInt => new IntegerColumn<long>(name, "BIGINT"),
        DuckDbType.UTinyInt => new IntegerColumn<byte>(name, "UTINYINT"),
        DuckDbType.USmallInt => new IntegerColumn<ushort>(name, "USMALLINT"),
        DuckDbType.UInteger => new IntegerColumn<uint>(name, "UINTEGER"),
        DuckDbType.UBigInt => new IntegerColumn<ulong>(name, "UBIGINT"),
        DuckDbType.HugeInt => new HugeIntegerColumn<Int128>(name, "HUGEINT"),
        DuckDbType.UHugeInt => new HugeIntegerColumn<UInt128>(name, "UHUGEINT"),
        DuckDbType.Float => new FloatColumn(name),
        DuckDbType.Double => new DoubleColumn(name),
        DuckDbType.Decimal => Decimal(name, type),
        DuckDbType.Varchar => new TextColumn(name),
        DuckDbType.Blob => new BlobColumn(name),
        DuckDbType.Enum => Enum(name, type),
        DuckDbType.Uuid => new UuidColumn(name),
        DuckDbType.Date => new DateColumn(name),
        DuckDbType.Time => new TimeColumn(name),
        DuckDbType.Timestamp => new TimestampColumn(name, "TIMESTAMP", Microsecond, DateTimeKind.Unspecified),
        DuckDbType.TimestampS => new TimestampColumn(name, "TIMESTAMP_S", Second, DateTimeKind.Unspecified),
        DuckDbType.TimestampMs => new TimestampColumn(name, "TIMESTAMP_MS", Millisecond, DateTimeKind.Unspecified),
        DuckDbType.TimestampNs => new TimestampColumn(name, "TIMESTAMP_NS", Nanosecond, DateTimeKind.Unspecified),
        DuckDbType.TimestampTz => new TimestampColumn(name, "TIMESTAMP WITH TIME ZONE", Microsecond, DateTimeKind.Utc),
        DuckDbType.Interval => new IntervalColumn(name),
        DuckDbType.SqlNull => new NullColumn(name),
        var other => throw UnsupportedColumn.Exception(name, other.ToString()),
    };

    private static DecimalColumn Decimal(string name, LogicalTypeHandle type) => new(
        name,
        NativeMethods.duckdb_decimal_width(type),
        NativeMethods.duckdb_decimal_scale(type),
        NativeMethods.duckdb_decimal_internal_type(type));

    private static EnumColumn Enum(string name, LogicalTypeHandle type)
    {
        var words = new string[NativeMethods.duckdb_enum_dictionary_size(type)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Utf8.Take(NativeMethods.duckdb_enum_dictionary_value(type, (ulong)i));
        }

        return new(name, words, NativeMethods.duckdb_enum_internal_type(type));
    }
}
