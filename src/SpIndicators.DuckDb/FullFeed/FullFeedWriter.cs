using System.Numerics;
using DuckDB.NET.Data;

namespace SpIndicators.DuckDb;

/// <summary>DuckDB.NET's appender. It takes each column's exact type only, so whole numbers are narrowed here, never cut.</summary>
internal sealed class FullFeedWriter : ITableWriter
{
    private readonly IReadOnlyList<string> columns;
    private readonly Type[] types;
    private readonly DuckDBAppender appender;
    private IDuckDBAppenderRow? row;
    private bool flushed;

    public FullFeedWriter(DuckDBConnection connection, string schema, string table, IReadOnlyList<string> columns)
    {
        this.columns = columns;
        types = TypesOf(connection, schema, table);
        appender = connection.CreateAppender(schema, table);
    }

    private IDuckDBAppenderRow Row => row ??= appender.CreateRow();

    public void WriteNull(int column) => Row.AppendNullValue();

    public void Write(int column, string value) => Row.AppendValue(FullFeedText.Whole(value, $"column {columns[column]}"));

    public void Write(int column, long value) => _ = types[column] switch
    {
        var type when type == typeof(long) => Row.AppendValue(value),
        var type when type == typeof(int) => Row.AppendValue(Narrow<int>(column, value)),
        var type when type == typeof(short) => Row.AppendValue(Narrow<short>(column, value)),
        var type when type == typeof(sbyte) => Row.AppendValue(Narrow<sbyte>(column, value)),
        var type when type == typeof(byte) => Row.AppendValue(Narrow<byte>(column, value)),
        var type when type == typeof(ushort) => Row.AppendValue(Narrow<ushort>(column, value)),
        var type when type == typeof(uint) => Row.AppendValue(Narrow<uint>(column, value)),
        var type when type == typeof(ulong) => Row.AppendValue(Narrow<ulong>(column, value)),
        var type when type == typeof(BigInteger) => Row.AppendValue((BigInteger)value),
        var type when type == typeof(decimal) => Row.AppendValue((decimal)value),
        var type when type == typeof(double) => Row.AppendValue((double)value),
        var type => throw new InvalidCastException($"Column {columns[column]} is a {type.Name}; a whole number was given ({value})."),
    };

    public void Write(int column, double value) =>
        _ = types[column] == typeof(float) ? Row.AppendValue((float)value) : Row.AppendValue(value);

    public void Write(int column, decimal value) => Row.AppendValue(value);

    public void Write(int column, bool value) => Row.AppendValue(value);

    public void Write(int column, DateOnly value) => Row.AppendValue((DateOnly?)value);

    public void Write(int column, DateTime value) => Row.AppendValue(value);

    public void EndRow()
    {
        Row.EndRow();
        row = null;
    }

    public void Flush()
    {
        flushed = true;
        appender.Close();
    }

    public void Dispose()
    {
        if (flushed)
        {
            return;
        }

        flushed = true;
        try
        {
            appender.Clear();
            appender.Dispose();
        }
        catch (DuckDBException)
        {
            // Its connection is closed already: it has nothing to write to.
        }
    }

    private T Narrow<T>(int column, long value)
        where T : struct, IBinaryInteger<T>
    {
        try
        {
            return T.CreateChecked(value);
        }
        catch (OverflowException)
        {
            throw new OverflowException($"Column {columns[column]} is a {typeof(T).Name}, which cannot hold {value}.");
        }
    }

    private static Type[] TypesOf(DuckDBConnection connection, string schema, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select * from {SqlName.Quoted(schema)}.{SqlName.Quoted(table)} limit 0";
        using var reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldType)];
    }
}
