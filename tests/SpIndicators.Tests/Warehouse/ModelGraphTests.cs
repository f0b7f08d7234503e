using System.Data.Common;
using SpIndicators.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Warehouse;

public sealed class ModelGraphTests : IDisposable
{
    private readonly DbConnection parser = DuckDbProvider.Open(new DuckDbOptions());

    [Theory]
    [InlineData("b<a c<b", "a b c")]
    [InlineData("a<c b<a", "c a b")]
    // b, c and d are made one after the other: begun before a, for which nobody waits.
    [InlineData("a< c<b d<c", "b c a d")]
    [InlineData("c< b< a<", "a b c")]
    [InlineData("a<x b<a", "a b")]
    public void Order_OfModels_IsByWhatTheyReadAndTheLongestChainFirst(string reads, string expected) =>
        Assert.Equal(expected, string.Join(' ', ModelGraph.Order(parser, Models(reads)).Select(m => m.Name)));

    [Fact]
    public void Order_OfModelsThatReadEachOtherInACircle_NamesIt()
    {
        var error = Assert.Throws<ModelException>(() => ModelGraph.Order(parser, Models("a<c b<a c<b")));

        Assert.Contains("clean.a → clean.c → clean.b → clean.a", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => parser.Dispose();

    /// <summary><c>b&lt;a</c>: b reads a; <c>a&lt;</c>: a reads nothing. What is only read is no model.</summary>
    private static IEnumerable<SqlModel> Models(string reads)
    {
        var pairs = reads.Split(' ').Select(pair => pair.Split('<')).Select(pair => (Reader: pair[0], Read: pair[1])).ToList();
        var roots = pairs.Select(p => p.Read).Where(read => read is not ("" or "x") && pairs.All(p => p.Reader != read)).Distinct();
        return pairs.Select(p => SqlModel.Parse($"3_clean/{p.Reader}.sql", p.Read == "" ? "select 1 as a" : $"from clean.{p.Read}"))
            .Concat(roots.Select(root => SqlModel.Parse($"3_clean/{root}.sql", "select 1 as a")));
    }
}
