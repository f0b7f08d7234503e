using Dapper;

namespace SpIndicators.Tests.DuckDb;

public sealed class DapperTests
{
    private const string Coverage =
        """
        select 'FRA' as ref_area, 2024::smallint as time_period, 98.5::double as obs_value, date '2026-02-03' as released_on, true as is_default
        union all
        select 'TCD', 2023::smallint, null, null, false
        order by ref_area
        """;

    [Fact]
    public void Query_IntoRecords_KeepsTypesAndNulls()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal(
            [new Row("FRA", 2024, 98.5, new(2026, 2, 3), true), new Row("TCD", 2023, null, null, false)],
            connection.Query<Row>(Coverage));
    }

    [Fact]
    public async Task QueryAsync_WithParameters_FindsTheRow()
    {
        await using var connection = Sql.OpenInMemory();

        var rows = await connection.QueryAsync<Row>(
            $"select * from ({Coverage}) where ref_area = $area and time_period >= $year",
            new { area = "TCD", year = 2000 });

        Assert.Equal("TCD", Assert.Single(rows).Ref_Area);
    }

    [Fact]
    public void DateTimeAndDecimalParameters_AreBound()
    {
        using var connection = Sql.OpenInMemory();

        Assert.True(connection.ExecuteScalar<bool>(
            "select $at = timestamp '2026-02-03 04:05:06' and $amount = 1.25 and $text is null and $day = 5",
            new { at = new DateTime(2026, 2, 3, 4, 5, 6), amount = 1.25m, text = (string?)null, day = DayOfWeek.Friday }));
    }

    [Fact]
    public void Execute_WithManyParameterSets_InsertsEach()
    {
        using var connection = Sql.OpenInMemory();
        connection.Execute("create table area (code varchar, year integer)");

        connection.Execute("insert into area values ($code, $year)", new[] { new { code = "FRA", year = 1 }, new { code = "TCD", year = 2 } });

        Assert.Equal(["FRA 1", "TCD 2"], connection.Query<string>("select code || ' ' || year from area order by 1"));
    }

    [Theory]
    [InlineData("FRA,CAF", "CAF FRA")]
    [InlineData("FRA", "FRA")]
    [InlineData("", "")]
    public void ListParameter_InIn_IsSpreadOut(string areas, string found)
    {
        using var connection = Sql.OpenInMemory();

        var codes = connection.Query<string>(
            "select code from (values ('FRA'), ('TCD'), ('CAF')) t(code) where code in $areas order by code",
            new { areas = areas.Split(',', StringSplitOptions.RemoveEmptyEntries) });

        Assert.Equal(found, string.Join(' ', codes));
    }

    [Fact]
    public void UnbufferedQuery_StoppedEarly_LeavesTheConnectionUsable()
    {
        using var connection = Sql.OpenInMemory();

        var first = connection.Query<long>("select range from range(1000000)", buffered: false).Take(3).ToList();

        Assert.Equal([0L, 1L, 2L], first);
        Assert.Equal(1, connection.ExecuteScalar<int>("select 1"));
    }

    [Fact]
    public void DynamicRows_HaveTheColumnNames()
    {
        using var connection = Sql.OpenInMemory();

        var row = (IDictionary<string, object?>)connection.QuerySingle("select 1 as a, null as b");

        Assert.Equal([new("a", 1), new("b", null)], row);
    }

    private sealed record Row(string Ref_Area, short Time_Period, double? Obs_Value, DateOnly? Released_On, bool Is_Default);
}
