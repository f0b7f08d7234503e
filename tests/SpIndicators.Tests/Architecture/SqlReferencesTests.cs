using System.Data.Common;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Architecture;

/// <summary>The walk over DuckDB's parse tree that dependency order and stage directions rest on.</summary>
public sealed class SqlReferencesTests : IDisposable
{
    private readonly DbConnection _parser = DuckDbProvider.Open(new DuckDbOptions());

    [Theory]
    [InlineData("from raw.a", "raw.a")]
    [InlineData("select * from clean.a, raw.b, clean.c as x", "clean.a, raw.b, clean.c")]
    [InlineData("select * from clean.a left join raw.b using (id)", "clean.a, raw.b")]
    [InlineData("select (select max(x) from raw.a) from clean.b where y in (select y from clean.c)", "raw.a, clean.b, clean.c")]
    [InlineData("select * from clean.a union all select * from clean.b union (select * from clean.c)", "clean.a, clean.b, clean.c")]
    [InlineData("with a as (select * from raw.x), b as (select * from a) select * from b", "raw.x")]
    [InlineData("with observation as (select * from clean.observation) select * from observation", "clean.observation")]
    [InlineData("with recursive t(n) as (select x from clean.a union all select n + 1 from t) select * from t", "clean.a")]
    [InlineData("select * from \"clean\".\"a table\"", "clean.a table")]
    [InlineData("select * from clean.a, lateral (select * from raw.b where b.x = a.x)", "clean.a, raw.b")]
    [InlineData("select 'from raw.a' as text -- from raw.b", "")]
    [InlineData("select a.b from (values (1)) as a(b)", "")]
    public void References_OfAQuery_AreTheRelationsItReads(string sql, string relations)
    {
        var read = SqlReferences.Of(_parser, SqlModel.Parse("checks/any.sql", sql));

        var expected = relations.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_OfTextThatIsNoSql_NameTheModelAndTheLine()
    {
        var error = Assert.Throws<ModelException>(() => SqlReferences.Of(_parser, SqlModel.Parse("checks/any.sql", "select 1\nfrom where")));

        Assert.Equal("checks/any.sql", error.Model);
        Assert.Equal(2, error.Line);
    }

    public void Dispose() => _parser.Dispose();
}
