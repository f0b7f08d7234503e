namespace SpIndicators.DuckDb;

/// <summary>Chooses the writer for each column of a table.</summary>
internal static class ColumnWriters
{
    public static ColumnWriter Of(string name, LogicalTypeHandle type) => NativeMethods.duckdb_get_type_id(type) switch
    {
        DuckDbType.Boolean => new BooleanWriter(name),
        DuckDbType.TinyInt => new IntegerWriter<sbyte>(name, "TINYINT"),
        DuckDbType.SmallInt => new IntegerWriter<short>(name, "SMALLINT"),
        DuckDbType.Integer => new IntegerWriter<int>(name, "INTEGER"),
        DuckDbType.BigInt => new IntegerWriter<long>(name, "BIGINT"),
        DuckDbType.UTinyInt => new IntegerWriter<byte>(name, "UTINYINT"),
        DuckDbType.USmallInt => new IntegerWriter<ushort>(name, "USMALLINT"),
        DuckDbType.UInteger => new IntegerWriter<uint>(name, "UINTEGER"),
        DuckDbType.UBigInt => new IntegerWriter<ulong>(name, "UBIGINT"),
        DuckDbType.HugeInt => new IntegerWriter<Int128>(name, "HUGEINT"),
        DuckDbType.Float => new FloatWriter(name),
        DuckDbType.Double => new DoubleWriter(name),
        DuckDbType.Decimal => new DecimalWriter(
            name,
            NativeMethods.duckdb_decimal_width(type),
            NativeMethods.duckdb_decimal_scale(type),
            NativeMethods.duckdb_decimal_internal_type(type)),
        DuckDbType.Varchar => new VarcharWriter(name),
        DuckDbType.Date => new DateWriter(name),
        DuckDbType.Timestamp => new TimestampWriter(name, "TIMESTAMP"),
        DuckDbType.TimestampTz => new TimestampWriter(name, "TIMESTAMP WITH TIME ZONE"),
        var other => throw new NotSupportedException(
            $"Column {name} is {other.ToString().ToUpperInvariant()}, which cannot be appended: append text to a staging table and cast it in SQL."),
    };
}
