using System.Data;
using System.Globalization;
using System.Numerics;

namespace SpIndicators.Tests.DuckDb;

/// <summary>Every type, thousands of rows with NULLs among them, against DuckDB's own text for the same value.</summary>
public sealed class ReadingTypesTests
{
    private const int Rows = 3_000;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    // SQL type → (expression over i, the .NET type, the value as DuckDB writes it)
    private static readonly Dictionary<string, (string Expression, Type Type, Func<object, string> Text)> Cases = new()
    {
        ["boolean"] = ("i % 2 = 0", typeof(bool), v => (bool)v ? "true" : "false"),
        ["tinyint"] = ("i % 255 - 127", typeof(sbyte), v => ((sbyte)v).ToString(Plain)),
        ["smallint"] = ("(i * 13) % 65535 - 32767", typeof(short), v => ((short)v).ToString(Plain)),
        ["integer"] = ("i * 100003 - 9", typeof(int), v => ((int)v).ToString(Plain)),
        ["bigint"] = ("i::bigint * 1000000007000 * if(i % 2 = 0, 1, -1)", typeof(long), v => ((long)v).ToString(Plain)),
        ["utinyint"] = ("i % 256", typeof(byte), v => ((byte)v).ToString(Plain)),
        ["usmallint"] = ("(i * 13) % 65536", typeof(ushort), v => ((ushort)v).ToString(Plain)),
        ["uinteger"] = ("i::ubigint * 858993", typeof(uint), v => ((uint)v).ToString(Plain)),
        ["ubigint"] = ("i::ubigint * 3689348814741910", typeof(ulong), v => ((ulong)v).ToString(Plain)),
        ["hugeint"] = ("i::hugeint * 17014118346046923173168730371588 * if(i % 2 = 0, 1, -1)", typeof(BigInteger), v => ((BigInteger)v).ToString(Plain)),
        ["uhugeint"] = ("i::uhugeint * 68056473384187692692674921486353642", typeof(BigInteger), v => ((BigInteger)v).ToString(Plain)),
        ["float"] = ("((i - 1000) / 8.0)", typeof(float), v => Number((float)v)),
        ["double"] = ("((i - 1000) / 64.0)", typeof(double), v => Number((double)v)),
        ["decimal(4,1)"] = ("(i % 1000 - 500) / 10.0", typeof(decimal), v => ((decimal)v).ToString("0.0", Plain)),
        ["decimal(9,2)"] = ("(i - 1500) * 1.11", typeof(decimal), v => ((decimal)v).ToString("0.00", Plain)),
        ["decimal(18,4)"] = ("(i - 1500) * 1.1111", typeof(decimal), v => ((decimal)v).ToString("0.0000", Plain)),
        ["decimal(28,6)"] = ("(i - 1500) * 1111.111111", typeof(decimal), v => ((decimal)v).ToString("0.000000", Plain)),
        ["decimal(38,10)"] = ("(i - 1500) * 100000000000000.0000000001", typeof(decimal), v => ((decimal)v).ToString("0.0000000000", Plain)),
        ["varchar"] = ("repeat('é€😀'[1 + i % 3], i % 23) || i", typeof(string), v => (string)v),
        ["blob"] = ("repeat('z', i % 30)::blob", typeof(byte[]), v => System.Text.Encoding.ASCII.GetString((byte[])v)),
        ["uuid"] = ("md5(i::varchar)::uuid", typeof(Guid), v => ((Guid)v).ToString()),
        ["enum('a', 'bb', 'ccc')"] = ("['a', 'bb', 'ccc'][1 + i % 3]", typeof(string), v => (string)v),
        ["date"] = ("date '0001-01-01' + (i * 730)::integer", typeof(DateOnly), v => ((DateOnly)v).ToString("yyyy-MM-dd", Plain)),
        ["time"] = ("time '00:00:00.000001' + to_microseconds(i * 17000000)", typeof(TimeOnly), v => Fraction(((TimeOnly)v).ToString("HH:mm:ss.ffffff", Plain))),
        ["timestamp"] = ("timestamp '1900-01-01 00:00:00.123456' + to_hours(i * 991)", typeof(DateTime), v => Fraction(((DateTime)v).ToString("yyyy-MM-dd HH:mm:ss.ffffff", Plain))),
        ["timestamp_s"] = ("timestamp '1900-01-01 00:00:01' + to_hours(i * 991)", typeof(DateTime), v => ((DateTime)v).ToString("yyyy-MM-dd HH:mm:ss", Plain)),
        ["timestamp_ms"] = ("timestamp '1900-01-01 00:00:00.123' + to_hours(i * 991)", typeof(DateTime), v => Fraction(((DateTime)v).ToString("yyyy-MM-dd HH:mm:ss.fff", Plain))),
        ["timestamp_ns"] = ("timestamp '1900-01-01 00:00:00.123456' + to_hours(i * 300)", typeof(DateTime), v => Fraction(((DateTime)v).ToString("yyyy-MM-dd HH:mm:ss.ffffff", Plain))),
        ["timestamptz"] = ("timestamptz '1900-01-01 00:00:00.5+00' + to_hours(i * 991)", typeof(DateTime), v => Fraction(((DateTime)v).ToString("yyyy-MM-dd HH:mm:ss.ffffff", Plain)) + "+00"),
    };

    public static TheoryData<string, CommandBehavior> TypesAndBehaviors()
    {
        var data = new TheoryData<string, CommandBehavior>();
        foreach (var type in Cases.Keys)
        {
            data.Add(type, CommandBehavior.Default);
            data.Add(type, CommandBehavior.SequentialAccess);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(TypesAndBehaviors))]
    public void Column_OfEachType_ReadsAsDuckDbWritesIt(string type, CommandBehavior behavior)
    {
        var (expression, netType, text) = Cases[type];
        using var connection = Sql.OpenInMemory();
        using var command = connection.Command(
            $"""
            select v, v::varchar from (
                select i, case when hash(i) % 7 <> 0 then ({expression})::{type} end as v from range({Rows}) r(i)
            ) order by i
            """);
        using var reader = command.ExecuteReader(behavior);
        var (rows, nulls) = (0, 0);
        while (reader.Read())
        {
            rows++;
            Assert.Equal(reader.IsDBNull(1), reader.IsDBNull(0));
            if (reader.IsDBNull(0))
            {
                nulls++;
                Assert.Same(DBNull.Value, reader.GetValue(0));
                continue;
            }

            var value = reader.GetValue(0);
            Assert.IsType(netType, value);
            Assert.Equal(reader.GetString(1), text(value));
        }

        Assert.Equal(netType, reader.GetFieldType(0));
        Assert.Equal(Rows, rows);
        Assert.InRange(nulls, Rows / 14, Rows / 3);
    }

    // DuckDB drops the zeros at the end of a fraction, and writes 2.0 for a double of 2.
    private static string Fraction(string text) => text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;

    private static string Number(double value) =>
        double.IsInteger(value) ? value.ToString("0.0", Plain) : value.ToString("R", Plain);
}
