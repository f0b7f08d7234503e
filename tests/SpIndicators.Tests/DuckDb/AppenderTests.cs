using System.Data.Common;
using FsCheck;
using FsCheck.Fluent;
using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

public sealed class AppenderTests
{
    private const string Table = "create table t (i integer, b bigint, d double, m decimal(18,3), s varchar, day date, moment timestamp, f boolean)";

    // DuckDB's chunks hold 2,048 rows and its appender writes by itself after 204,800.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_047)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(210_001)]
    public void Rows_OverChunkBorders_AreAllThere_WithTheirNulls(int rows)
    {
        using var connection = OpenWithTable();
        using (var appender = DuckDbProvider.CreateAppender(connection, "main", "t"))
        {
            Append(appender, rows);
            appender.Complete();
        }

        Assert.Equal((long)rows, connection.Count("t"));
        Assert.Equal(0L, connection.Value(
            """
            select count(*) from (select *, rowid as n from t) where
                i is distinct from n
                or b is distinct from case when n % 5 > 0 then n << 33 end
                or d is distinct from case when n % 5 > 0 then n / 8.0 end
                or m is distinct from case when n % 5 > 0 then (n - 1000) * 0.125 end
                or s is distinct from case when n % 5 > 0 then repeat('é', n % 40) end
                or day is distinct from case when n % 5 > 0 then date '2000-01-01' + (n % 9999)::integer end
                or moment is distinct from case when n % 5 > 0 then timestamp '2000-01-01' + to_minutes(n) end
                or f is distinct from case when n % 5 > 0 then n % 2 = 0 end
            """));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(210_000)]
    public void Appender_GivenUp_LeavesNoRow(int rows)
    {
        using var connection = OpenWithTable();
        using (var appender = DuckDbProvider.CreateAppender(connection, "main", "t"))
        {
            Append(appender, rows);
        }

        Assert.Equal(0, connection.Count("t"));
    }

    [Fact]
    public void Appender_GivenUpInsideATransaction_ForbidsItsCommit()
    {
        using var connection = OpenWithTable();
        using (var transaction = connection.BeginTransaction())
        {
            using (var appender = DuckDbProvider.CreateAppender(connection, "main", "t"))
            {
                Append(appender, 10);
            }

            Assert.Throws<InvalidOperationException>(transaction.Commit);
        }

        Assert.Equal(0, connection.Count("t"));
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 0)]
    public void Appender_InsideATransaction_SharesItsFate(bool commit, int expected)
    {
        using var connection = Sql.OpenInMemory();
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run(Table.Replace("create table", "create table if not exists", StringComparison.Ordinal));
            using var appender = DuckDbProvider.CreateAppender(connection, "main", "t");
            Append(appender, 10);
            appender.Complete();
            if (commit)
            {
                transaction.Commit();
            }
        }

        connection.Run(Table.Replace("create table", "create table if not exists", StringComparison.Ordinal));
        Assert.Equal(expected, connection.Count("t"));
    }

    [Fact]
    public void OpenAppender_WithItsOwnTransaction_KeepsOtherStatementsOut()
    {
        using var connection = OpenWithTable();
        using (DuckDbProvider.CreateAppender(connection, "main", "t"))
        {
            Assert.Throws<InvalidOperationException>(() => connection.Value("select 1"));
        }

        Assert.Equal(1, connection.Value("select 1"));
    }

    [Fact]
    public void Row_WithMissingValues_NamesTheNextColumn()
    {
        using var connection = OpenWithTable();
        using var appender = DuckDbProvider.CreateAppender(connection, "main", "t");
        appender.Add(1L).Add(2L);

        var error = Assert.Throws<InvalidOperationException>(appender.EndRow);

        Assert.Contains("8 values; 2 were given, the next would be d", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_WithTooManyValues_IsRefused()
    {
        using var connection = Sql.OpenInMemory();
        connection.Run("create table one (i integer)");
        using var appender = DuckDbProvider.CreateAppender(connection, "main", "one");
        appender.Add(1L);

        Assert.Throws<InvalidOperationException>(() => appender.Add(2L));
    }

    [Fact]
    public void Value_OfTheWrongType_IsRefused()
    {
        using var connection = OpenWithTable();
        using var appender = DuckDbProvider.CreateAppender(connection, "main", "t");

        Assert.ThrowsAny<Exception>(() => appender.Add("one"));
    }

    [Theory]
    [InlineData("tinyint", 128)]
    [InlineData("utinyint", -1)]
    [InlineData("smallint", 32_768)]
    [InlineData("integer", int.MaxValue + 1L)]
    [InlineData("ubigint", -1)]
    public void WholeNumber_TooLargeForItsColumn_IsRefused_NotCut(string type, long value)
    {
        using var connection = Sql.OpenInMemory();
        connection.Run($"create table narrow (i {type})");
        using var appender = DuckDbProvider.CreateAppender(connection, "main", "narrow");

        Assert.ThrowsAny<SystemException>(() => appender.Add(value));
    }

    [Fact]
    public void Text_WithHalfASurrogatePair_IsRefused_NotReplaced()
    {
        using var connection = Sql.OpenInMemory();
        connection.Run("create table text (s varchar)");
        using var appender = DuckDbProvider.CreateAppender(connection, "main", "text");

        Assert.ThrowsAny<DbException>(() => appender.Add("\ud83d"));
    }

    [Fact]
    public void BrokenConstraint_IsReported_AndNothingStays()
    {
        using var connection = Sql.OpenInMemory();
        connection.Run("create table keyed (code varchar primary key)");
        using (var appender = DuckDbProvider.CreateAppender(connection, "main", "keyed"))
        {
            appender.Add("FRA").EndRow();
            appender.Add("FRA").EndRow();

            Assert.ThrowsAny<DbException>(appender.Complete);
        }

        Assert.Equal(0, connection.Count("keyed"));
    }

    [Fact]
    public void MissingTable_IsNamed_AndTheConnectionStaysUsable()
    {
        using var connection = Sql.OpenInMemory();

        var error = Assert.ThrowsAny<DbException>(() => DuckDbProvider.CreateAppender(connection, "main", "no_such_table"));

        Assert.Contains("no_such_table", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, connection.Value("select 1"));
    }

    [Fact]
    public void Appender_AfterItsEnd_TakesNothing()
    {
        using var connection = OpenWithTable();
        var appender = DuckDbProvider.CreateAppender(connection, "main", "t");
        appender.Complete();
        Assert.Throws<InvalidOperationException>(() => appender.Add(1L));
        appender.Dispose();
        appender.Dispose();

        Assert.ThrowsAny<InvalidOperationException>(() => appender.Add(1L));
    }

    [Fact]
    public void SchemaAndTable_WithOddNames_AreFound()
    {
        using var connection = Sql.OpenInMemory();
        connection.Run("""create schema "2 raw"; create table "2 raw"."a ""b"" ' c" (s varchar)""");
        using (var appender = DuckDbProvider.CreateAppender(connection, "2 raw", "a \"b\" ' c"))
        {
            appender.Add("x").EndRow();
            appender.Complete();
        }

        Assert.Equal("x", connection.Value("""select s from "2 raw"."a ""b"" ' c" """));
    }

    [Fact]
    public void AnyRows_ComeBackInTheirOrder()
    {
        using var connection = Sql.OpenInMemory();
        Prop.ForAll(
            ArbMap.Default.ArbFor<(long? Number, double? Measure, int Letters)[]>(),
            rows =>
            {
                connection.Run("create or replace table t (number bigint, measure double, word varchar)");
                using (var appender = DuckDbProvider.CreateAppender(connection, "main", "t"))
                {
                    foreach (var (number, measure, letters) in rows)
                    {
                        appender.Add(number).Add(measure).Add(Word(letters)).EndRow();
                    }

                    appender.Complete();
                }

                using var reader = connection.Command("select * from t").ExecuteReader();
                return rows.All(row => reader.Read()
                    && row.Number == reader.GetFieldValue<long?>(0)
                    && Nullable.Equals(row.Measure, reader.GetFieldValue<double?>(1))
                    && Word(row.Letters) == reader.GetFieldValue<string?>(2)) && !reader.Read();
            }).QuickCheckThrowOnFailure();
    }

    private static string? Word(int letters) => letters < 0 ? null : new string('ü', letters);

    private static DbConnection OpenWithTable()
    {
        var connection = Sql.OpenInMemory();
        connection.Run(Table);
        return connection;
    }

    private static void Append(IBulkAppender appender, int rows)
    {
        for (var n = 0; n < rows; n++)
        {
            appender.Add((long)n);
            if (n % 5 == 0)
            {
                appender.AddNull().Add((double?)null).Add((decimal?)null).Add((string?)null).Add((DateOnly?)null).Add((DateTime?)null).Add((bool?)null);
            }
            else
            {
                appender.Add((long)n << 33).Add(n / 8.0).Add((n - 1000) * 0.125m).Add(new string('é', n % 40))
                    .Add(new DateOnly(2000, 1, 1).AddDays(n % 9999)).Add(new DateTime(2000, 1, 1).AddMinutes(n)).Add(n % 2 == 0);
            }

            appender.EndRow();
        }
    }
}
