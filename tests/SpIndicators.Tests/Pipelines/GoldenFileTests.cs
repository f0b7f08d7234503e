using SpIndicators.Pipelines;

namespace SpIndicators.Tests.Pipelines;

public sealed class GoldenFileTests(GoldenRows rows) : IClassFixture<GoldenRows>
{
    public static TheoryData<string> Names => [.. GoldenRows.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenLines_OfASource_BecomeTheRowsTheyMean(string name) => Same(GoldenRows.Expected(name), rows.Read(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void GivenLines_WithTheirColumnsInAnotherOrder_BecomeTheSameRows(string name) =>
        Same(GoldenRows.Expected(name), rows.Read(name, reversed: true));

    [Fact]
    public void GoldenFiles_EverySource_HasOne() =>
        Assert.Equal(
            FlowModels.Embedded.Sources.Keys.Order(StringComparer.Ordinal),
            GoldenRows.Names.Select(GoldenRows.SourceOf).Distinct().Order(StringComparer.Ordinal));

    private static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        var missing = expected.Except(found).Select(r => $"expected: {r}");
        var surplus = found.Except(expected).Select(r => $"   found: {r}");
        Architecture.Expect.Nothing(missing.Concat(surplus));
        Assert.Equal(expected.Count, found.Count);
    }
}
