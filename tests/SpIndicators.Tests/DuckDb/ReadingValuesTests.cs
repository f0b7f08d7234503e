using System.Numerics;

namespace SpIndicators.Tests.DuckDb;

public sealed class ReadingValuesTests
{
    [Fact]
    public void TypedGetters_OnTheirTypes_GiveTheValue()
    {
        using var connection = Sql.OpenInMemory();
        using var command = connection.Command(
            """
            select true, 7::utinyint, -300::smallint, 70000, 5000000000, 1.5::float, 0.1::double, 12.340::decimal(9,3), 'x',
                   timestamp '2026-02-03 04:05:06', '01234567-89ab-cdef-0123-456789abcdef'::uuid
            """);
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.True(reader.GetBoolean(0));
        Assert.Equal(7, reader.GetByte(1));
        Assert.Equal(-300, reader.GetInt16(2));
        Assert.Equal(70000, reader.GetInt32(3));
        Assert.Equal(5_000_000_000, reader.GetInt64(4));
        Assert.Equal(1.5f, reader.GetFloat(5));
        Assert.Equal(0.1, reader.GetDouble(6));
        Assert.Equal(12.340m, reader.GetDecimal(7));
        Assert.Equal("x", reader.GetString(8));
        Assert.Equal(new DateTime(2026, 2, 3, 4, 5, 6), reader.GetDateTime(9));
        Assert.Equal(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), reader.GetGuid(10));
        Assert.False(reader.Read());
    }

    [Fact]
    public void GetFieldValue_OfDatesTimesAndNullables_GivesTheAskedType()
    {
        using var connection = Sql.OpenInMemory();
        using var command = connection.Command(
            "select date '2026-02-03', time '04:05:06', timestamptz '2026-02-03 04:05:06+02', null::double, 2.5::double, 3::hugeint");
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(new DateOnly(2026, 2, 3), reader.GetFieldValue<DateOnly>(0));
        Assert.Equal(new TimeOnly(4, 5, 6), reader.GetFieldValue<TimeOnly>(1));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 2, 5, 6, TimeSpan.Zero), reader.GetFieldValue<DateTimeOffset>(2));
        Assert.Null(reader.GetFieldValue<double?>(3));
        Assert.Equal(2.5, reader.GetFieldValue<double?>(4));
        Assert.Equal(new BigInteger(3), reader.GetFieldValue<BigInteger>(5));
    }

    [Fact]
    public void TimestampWithTimeZone_IsReadAsUtc()
    {
        using var connection = Sql.OpenInMemory();

        var value = Assert.IsType<DateTime>(connection.Value("select timestamptz '2026-02-03 04:05:06+02'"));

        Assert.Equal((new DateTime(2026, 2, 3, 2, 5, 6), DateTimeKind.Utc), (value, value.Kind));
        Assert.Equal("2026-02-03 02:05:06+00", connection.Value("select timestamptz '2026-02-03 04:05:06+02'::varchar"));
    }

    [Fact]
    public void Interval_WithoutMonths_IsALengthOfTime()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("select interval '3 days 4 hours 5 microseconds'").ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(TimeSpan.FromDays(3) + TimeSpan.FromHours(4) + TimeSpan.FromMicroseconds(5), reader.GetFieldValue<TimeSpan>(0));
    }

    [Theory]
    [InlineData("select interval '2 months'")]
    [InlineData("select 'infinity'::timestamp")]
    [InlineData("select '-infinity'::date")]
    [InlineData("select timestamp '20000-01-01'")]
    [InlineData("select 123456789012345678901234567890.12345::decimal(38,5)")]
    public void Value_BeyondItsNetType_IsAnErrorNotAnotherValue(string query)
    {
        using var connection = Sql.OpenInMemory();

        Assert.ThrowsAny<SystemException>(() => connection.Value(query));
        Assert.Equal(1, connection.Value("select 1"));
    }

    [Theory]
    [InlineData("select [1, 2] as answers")]
    [InlineData("select {'a': 1} as answers")]
    [InlineData("select map {'a': 1} as answers")]
    public void NestedResult_IsRefused_WithTheWayRound(string query)
    {
        using var connection = Sql.OpenInMemory();

        var error = Assert.Throws<NotSupportedException>(() => connection.Value(query));

        Assert.Contains("'answers'", error.Message, StringComparison.Ordinal);
        Assert.Contains("cast", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NestedResult_CastToText_IsRead()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal("[1, 2]", connection.Value("select [1, 2]::varchar"));
        Assert.Equal("""{"a":1}""", connection.Value("select to_json({'a': 1})"));
    }

    [Fact]
    public void Null_ReadAsAValue_IsRefused()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("select null::integer").ExecuteReader();

        Assert.True(reader.Read());
        Assert.ThrowsAny<InvalidCastException>(() => reader.GetInt32(0));
        Assert.ThrowsAny<InvalidCastException>(() => reader.GetFieldValue<int>(0));
    }

    [Fact]
    public void Column_ReadAsAnotherType_IsRefused()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("select 'seven' as word, 300 as number").ExecuteReader();

        Assert.True(reader.Read());
        Assert.ThrowsAny<InvalidCastException>(() => reader.GetInt32(0));
        Assert.ThrowsAny<SystemException>(() => reader.GetByte(1));
    }

    [Fact]
    public void Blob_InParts_GivesTheAskedBytes()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command(@"select '\x00\x01\x02\x03\x04'::blob").ExecuteReader();
        var buffer = new byte[4];

        Assert.True(reader.Read());
        Assert.Equal(5, reader.GetBytes(0, 0, null, 0, 0));
        Assert.Equal(3, reader.GetBytes(0, 2, buffer, 1, 9));
        Assert.Equal<byte>([0, 2, 3, 4], buffer);
    }

    [Fact]
    public void Columns_AreFoundByName_WithoutRegardToCase()
    {
        using var connection = Sql.OpenInMemory();
        using var reader = connection.Command("select 1 as ref_area, 2 as obs_value").ExecuteReader();

        Assert.Equal((1, "obs_value", 2), (reader.GetOrdinal("OBS_VALUE"), reader.GetName(1), reader.FieldCount));
        Assert.True(reader.Read());
        Assert.Equal(2, reader["obs_value"]);
    }
}
