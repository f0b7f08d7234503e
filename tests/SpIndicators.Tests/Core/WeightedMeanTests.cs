using FsCheck;
using FsCheck.Fluent;
using SpIndicators.Core.Methods;

namespace SpIndicators.Tests.Core;

public sealed class WeightedMeanTests
{
    /// <summary>One to twenty rates with whole weights, at least one of them positive.</summary>
    private static readonly Arbitrary<(double Value, double Weight)[]> Members = (
        from size in Gen.Choose(1, 20)
        from values in Gen.Choose(0, 10_000).ArrayOf(size)
        from weights in Gen.Choose(0, 2_000_000_000).ArrayOf(size)
        where weights.Any(w => w > 0)
        select values.Zip(weights, (value, weight) => (value / 100.0, (double)weight)).ToArray()).ToArbitrary();

    [Fact]
    public void Mean_OfAnyMembers_LiesBetweenTheirLeastAndGreatest() =>
        Prop.ForAll(Members, members =>
        {
            var counted = members.Where(m => m.Weight > 0).Select(m => m.Value).ToList();
            return WeightedMean.Of(members) is var mean && mean >= counted.Min() - 1e-9 && mean <= counted.Max() + 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_OfMembersInAnotherOrder_IsTheSame() =>
        Prop.ForAll(Members, members => Near(WeightedMean.Of(members), WeightedMean.Of(members.Reverse()))).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_WithWeightsInThousands_IsTheSame() =>
        Prop.ForAll(Members, members => Near(WeightedMean.Of(members), WeightedMean.Of(members.Select(m => (m.Value, m.Weight / 1000))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_WithAMemberOfNoWeight_IsTheSame() =>
        Prop.ForAll(Members, members => Near(WeightedMean.Of(members), WeightedMean.Of(members.Append((1e6, 0))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_OfEqualMembers_IsTheirValue() =>
        Prop.ForAll(Members, members => Near(37.5, WeightedMean.Of(members.Select(m => (37.5, m.Weight))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_OfNoWeight_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => WeightedMean.Of([]));
        Assert.Throws<ArgumentException>(() => WeightedMean.Of([(50, 0)]));
    }

    [Theory]
    [InlineData(50, -1)]
    [InlineData(50, double.NaN)]
    [InlineData(50, double.PositiveInfinity)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Member_ThatIsNoNumber_IsRefused(double value, double weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedMean.Of([(1, 1), (value, weight)]));

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
