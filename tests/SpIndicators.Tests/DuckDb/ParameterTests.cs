using System.Data.Common;
using FsCheck;
using FsCheck.Fluent;

namespace SpIndicators.Tests.DuckDb;

public sealed class ParameterTests
{
    private static readonly Dictionary<string, object> Values = new()
    {
        ["true"] = true,
        ["byte"] = byte.MaxValue,
        ["short"] = short.MinValue,
        ["int"] = int.MinValue,
        ["long"] = long.MinValue,
        ["ulong"] = ulong.MaxValue,
        ["float"] = float.Epsilon,
        ["double"] = Math.PI,
        ["not a number"] = double.NaN,
        ["infinity"] = double.PositiveInfinity,
        ["negative infinity"] = double.NegativeInfinity,
        ["largest decimal"] = decimal.MaxValue,
        ["smallest decimal"] = decimal.MinValue,
        ["decimal with most places"] = 0.0000000000000000000000000001m,
        ["zeros at the end"] = 12.340m,
        ["empty text"] = "",
        ["surrogate pairs"] = "😀é\U0001F468‍👩",
        ["long text"] = new string('é', 5000),
        ["quote"] = "'; drop table x; --",
        ["first day"] = DateOnly.MinValue,
        ["last day"] = DateOnly.MaxValue,
        ["timestamp"] = new DateTime(2026, 2, 3, 4, 5, 6, 789).AddMicroseconds(12),
        ["timestamp before 1970"] = new DateTime(1789, 7, 14, 17, 0, 0, 1),
        ["time"] = new TimeOnly(23, 59, 59, 999, 999),
        ["uuid"] = Guid.Parse("f1234567-89ab-cdef-0123-456789abcdef"),
    };

    public static TheoryData<string> ValueNames() => [.. Values.Keys];

    [Theory]
    [MemberData(nameof(ValueNames))]
    public void Parameter_OfEachType_ComesBackUnchanged(string name)
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(Values[name], connection.Value("select $value", ("value", Values[name])));
    }

    [Fact]
    public void Bytes_AlsoNone_ComeBackUnchanged()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal<byte>([0, 255, 0], Assert.IsType<byte[]>(connection.Value("select $value", ("value", new byte[] { 0, 255, 0 }))));
        Assert.Empty(Assert.IsType<byte[]>(connection.Value("select $value", ("value", Array.Empty<byte>()))));
    }

    [Fact]
    public void Null_InEitherForm_IsNull()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(true, connection.Value("select $a is null and $b is null", ("a", null), ("b", DBNull.Value)));
    }

    [Fact]
    public void Enum_IsStoredAsItsNumber()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(5, connection.Value("select $day::integer", ("day", DayOfWeek.Friday)));
    }

    [Fact]
    public void Instant_KeepsItsMoment()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(
            "2026-02-03 02:05:06+00",
            connection.Value("select $at::timestamptz::varchar", ("at", new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)))));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("$name")]
    [InlineData("@name")]
    [InlineData("NAME")]
    public void ParameterName_WithAnyPrefixOrCase_IsFound(string name)
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal("x", connection.Value("select $name", (name, "x")));
    }

    [Theory]
    [InlineData("select ? - ?")]
    [InlineData("select $1 - $2")]
    public void PositionalParameters_AreTakenInOrder(string query)
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(3, connection.Value(query, ("", 10), ("", 7)));
    }

    [Fact]
    public void NamedParameter_UsedTwice_NeedsOneValue()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(14, connection.Value("select $x + $x", ("x", 7)));
    }

    [Theory]
    [InlineData("select $coverage, $ref_area")]
    [InlineData("select $coverage, $coverage || $ref_area")]
    public void MissingParameter_IsNamed(string query)
    {
        using var connection = Sql.OpenInMemory();

        var error = Assert.ThrowsAny<DbException>(() => connection.Value(query, ("coverage", "80")));

        Assert.Contains("ref_area", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnusedParameter_DoesNoHarm()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(1, connection.Value("select $used", ("unused", "x"), ("used", 1)));
    }

    [Fact]
    public void Parameter_OfAnUnknownType_IsRefusedByName()
    {
        using var connection = Sql.OpenInMemory();

        var error = Assert.Throws<NotSupportedException>(() => connection.Value("select $thing", ("thing", new Uri("https://example.org"))));

        Assert.Contains("$thing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HalfASurrogatePair_IsRefused_NotReplaced()
    {
        using var connection = Sql.OpenInMemory();

        Assert.ThrowsAny<DbException>(() => connection.Value("select $text", ("text", "\ud83d")));
    }

    // DuckDB.NET would cut the text there; a client may refuse it, but not lose the rest.
    [Fact]
    public void Text_WithAnEmbeddedNul_IsNeverCut()
    {
        using var connection = Sql.OpenInMemory();
        object? answer = null;

        var refusal = Record.Exception(() => answer = connection.Value("select $text", ("text", "x\0y")));

        Assert.True(refusal is DbException || "x\0y".Equals(answer), $"{refusal} {answer}");
    }

    [Fact]
    public void AnyText_ComesBackUnchanged() => ComesBack(
        ArbMap.Default.ArbFor<string>().Filter(text => text is not null && !text.Any(letter => letter == '\0' || char.IsSurrogate(letter))));

    [Fact]
    public void AnyDecimal_ComesBackUnchanged() => ComesBack(ArbMap.Default.ArbFor<decimal>());

    [Fact]
    public void AnyDouble_ComesBackUnchanged() => ComesBack(ArbMap.Default.ArbFor<double>());

    [Fact]
    public void AnyTime_ComesBackToTheMicrosecond() => ComesBack(
        ArbMap.Default.ArbFor<long>().Convert(micros => new DateTime(Math.Abs(micros % 3_000_000_000_000_000) * 10), time => time.Ticks / 10));

    private static void ComesBack<T>(Arbitrary<T> values)
        where T : notnull
    {
        using var connection = Sql.OpenInMemory();
        Prop.ForAll(values, value => value.Equals(connection.Value("select $value", ("value", value)))).QuickCheckThrowOnFailure();
    }
}
