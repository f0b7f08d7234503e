using SpIndicators.Core.Methods;

namespace SpIndicators.Tests.Core;

public sealed class AgeBandsTests
{
    private static readonly AgeBands.Band[] Bands = [new(0, 5, 500), new(5, 15, 800), new(15, 65, 5000), new(65, null, 300)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 500)]
    [InlineData(10, 900)]
    [InlineData(65, 6300)]
    public void Under_AnAge_IsWholeBandsAndAPartOfTheOneItFallsInto(double age, double persons) => Assert.Equal(persons, AgeBands.Under(Bands, age), 1e-9);

    [Theory]
    [InlineData(65, 300)]
    [InlineData(60, 800)]
    [InlineData(0, 6600)]
    public void From_AnAge_IsTheRest(double age, double persons) => Assert.Equal(persons, AgeBands.From(Bands, age), 1e-9);

    [Theory]
    [InlineData(-1)]
    [InlineData(65.5)]
    [InlineData(double.NaN)]
    public void Age_InNoBand_IsRefused(double age)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AgeBands.Under(Bands, age));
        Assert.Throws<ArgumentOutOfRangeException>(() => AgeBands.From(Bands, age));
    }

    [Fact]
    public void Published_AreTheLimitsOfBands()
    {
        Assert.True(AgeBands.IsPublished(Bands, 15));
        Assert.False(AgeBands.IsPublished(Bands, 16));
    }
}
