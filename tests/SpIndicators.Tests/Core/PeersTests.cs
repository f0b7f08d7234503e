using FsCheck;
using FsCheck.Fluent;
using SpIndicators.Core.Methods;

namespace SpIndicators.Tests.Core;

public sealed class PeersTests
{
    private static readonly Arbitrary<double[]> Rates =
        Gen.Choose(5, 12).SelectMany(size => Gen.Choose(0, 1000).Select(n => n / 10.0).ArrayOf(size)).ToArbitrary();

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 50 }, 7.0)]
    [InlineData(new double[] { 1, 2, 3, 4, 50, 60 }, 6.5)]
    [InlineData(new double[] { 1, 2, 3, 4 }, null)]
    public void Gap_ToTheMedianOfPeers_NeedsFive(double[] peers, double? gap) => Assert.Equal(gap, Peers.MedianGap(10, peers));

    [Fact]
    public void Gap_WithPeersInAnotherOrder_IsTheSame() =>
        Prop.ForAll(Rates, peers => Peers.MedianGap(10, peers) == Peers.MedianGap(10, peers.Reverse())).QuickCheckThrowOnFailure();

    [Fact]
    public void Gap_ToPeersLikeTheCountry_IsNone() => Assert.Equal(0, Peers.MedianGap(37.5, Enumerable.Repeat(37.5, 7)));

    [Fact]
    public void Gap_WithRatesOverAHundred_TakesThemAsShown() => Assert.Equal(0, Peers.MedianGap(267, Enumerable.Repeat(100.0, 5)));
}
