using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Tests.Values;

public sealed class ValueClassesTests
{
    [Fact]
    public void SharesOfAHundred_HaveTheClassesOfTheCoverageMaps() =>
        Assert.Equal([0, 10, 25, 50, 75, 90, 100], ValueClasses.Bounds(Spread(0, 5, 20, 40, 70, 90, 100), isShare: true));

    [Fact]
    public void SharesThatStayLow_HaveClassesOfTheirOwn() =>
        Assert.Equal([1, 4, 6, 8, 10, 12, 16], ValueClasses.Bounds(Spread(1, 4.2, 6.1, 7.9, 10, 12.3, 15.2), isShare: true));

    [Fact]
    public void AmountsThatLieFarApart_AreDividedByFactors() =>
        Assert.Equal([0, 1e5, 1e6, 5e6, 1.5e7, 5e7, 1.5e9], ValueClasses.Bounds(Spread(12, 9e4, 1.1e6, 4.9e6, 1.4e7, 5.2e7, 1.3e9), isShare: false));

    [Fact]
    public void ValuesOfBothSigns_AreDividedAtNought_TheSameOnBothSides() =>
        Assert.Equal([-50, -30, -10, 0, 10, 30, 70], ValueClasses.Bounds(Spread(-48, -28, -10, 2, 12, 31, 62), isShare: true));

    [Fact]
    public void Years_AreDividedAtRoundYears() =>
        Assert.Equal([1950, 1960, 1975, 1985, 1995, 2010, 2025], ValueClasses.Bounds(Spread(1953, 1961, 1974, 1986, 1997, 2012, 2023), isShare: false));

    [Fact]
    public void OneValueForAll_IsOneClass()
    {
        var bounds = ValueClasses.Bounds(Spread(7, 7, 7, 7, 7, 7, 7), isShare: false);

        Assert.Equal([7, 8], bounds);
        Assert.Equal(["coverage-4"], ValueClasses.Colours(bounds, "up"));
    }

    [Theory]
    [InlineData("up", "gap-3 gap-1 coverage-1 coverage-3")]
    [InlineData("down", "coverage-3 coverage-1 gap-1 gap-3")]
    [InlineData("none", "plain-3 plain-1 coverage-1 coverage-3")]
    public void AroundNought_ColoursGoTwoWays_BetterInBlue(string direction, string colours) =>
        Assert.Equal(colours, string.Join(' ', ValueClasses.Colours([-20, -10, 0, 10, 20], direction)));

    [Theory]
    [InlineData("up", "coverage-1 coverage-4 coverage-6")]
    [InlineData("down", "gap-1 gap-4 gap-6")]
    [InlineData("none", "plain-1 plain-4 plain-6")]
    public void OnOneSide_ColoursGoFromPaleToStrong(string direction, string colours) =>
        Assert.Equal(colours, string.Join(' ', ValueClasses.Colours([0, 1, 2, 3], direction)));

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 3e5)]
    [InlineData(-0.0015, 0, 0.1, 0.4, 1.7, 4.6, 109.7)]
    [InlineData(-99.9, -40, -3, 0, 0, 1, 2)]
    [InlineData(0.062, 0.9, 0.97, 1, 1, 1.1, 52)]
    [InlineData(12869673.7, 1e8, 3e8, 9e8, 3e9, 7e9, 88855825639.4)]
    [InlineData(50, 50, 50, 50, 50, 50, 50.5)]
    public void AnyValues_LieInsideTheirBounds_WhichRise_WithAColourEach(double lowest, double first, double second, double third, double fourth, double fifth, double highest)
    {
        var bounds = ValueClasses.Bounds(Spread(lowest, first, second, third, fourth, fifth, highest), isShare: false);

        Assert.True(bounds[0] <= lowest && bounds[^1] >= highest, string.Join(' ', bounds));
        Assert.All(bounds.Zip(bounds.Skip(1)), pair => Assert.True(pair.First < pair.Second, string.Join(' ', bounds)));
        Assert.InRange(bounds.Count, 2, 7);
        Assert.Equal(bounds.Count - 1, ValueClasses.Colours(bounds, "up").Distinct().Count());
    }

    private static ValueSpread Spread(double lowest, double first, double second, double third, double fourth, double fifth, double highest) =>
        new() { Lowest = lowest, First = first, Second = second, Third = third, Fourth = fourth, Fifth = fifth, Highest = highest };
}
