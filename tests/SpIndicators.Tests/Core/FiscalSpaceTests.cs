using static SpIndicators.Core.Methods.FiscalSpace;

namespace SpIndicators.Tests.Core;

/// <summary>The vectors of the methods, sections 4, 6.3 and 6.4.</summary>
public sealed class FiscalSpaceTests
{
    [Theory]
    [InlineData(DebtCapacity.Strong, 27, 28)]
    [InlineData(DebtCapacity.Medium, 27, 13)]
    [InlineData(DebtCapacity.Weak, 27, 3)]
    [InlineData(DebtCapacity.Weak, 45, 0)]
    public void DebtHeadroom_OfAPresentValue_IsWhatIsLeftUnderTheThreshold(DebtCapacity capacity, double presentValue, double headroom) =>
        Assert.Equal(headroom, DebtHeadroom(capacity, presentValue));

    [Fact]
    public void Reserves_OfTwelveBillionAgainstImportsOf36_AreFourMonthsAndFivePerCentAbove()
    {
        Assert.Equal(4, ReservesInMonths(12e9, 36e9));
        Assert.Equal(5, ReservesAbove(3, 12e9, 36e9, 60e9));
        Assert.Equal(0, ReservesAbove(3, 8e9, 36e9, 60e9));
    }

    [Fact]
    public void Tax_OfTheVector_HasItsGapAndEffort()
    {
        Assert.Equal(6.1, TaxGap(12.1, 18.2), 1e-9);
        Assert.Equal(0.6648, TaxEffort(12.1, 18.2), 5e-5);
    }

    [Fact]
    public void PovertyGapCost_OfTheVector_Is3Point4675() => Assert.Equal(3.4675, PovertyGapCost(0.10, 1.90, 10e6, 20e9), 1e-9);

    [Fact]
    public void RatioOfSums_IsNotTheMeanOfRatios()
    {
        (double Amount, double Gdp)[] members = [(10, 100), (10, 1000)];

        Assert.Equal(100 * 20 / 1100.0, RatioOfSums(members), 1e-12);
        Assert.NotEqual(members.Average(m => 100 * m.Amount / m.Gdp), RatioOfSums(members), 1e-3);
    }

    [Fact]
    public void Denominator_OfNothing_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReservesInMonths(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaxEffort(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PovertyGapCost(0.1, 3, 1, double.NaN));
        Assert.Throws<ArgumentException>(() => RatioOfSums([]));
    }
}
