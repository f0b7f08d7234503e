using FsCheck;
using FsCheck.Fluent;
using SpIndicators.Core.Methods;

namespace SpIndicators.Tests.Core;

/// <summary>What holds for every coverage rate anybody could publish.</summary>
public sealed class CoverageTests
{
    private static readonly Arbitrary<double> Rates =
        Gen.OneOf(Gen.Choose(0, 40_000).Select(n => n / 100.0), Gen.Elements(0, double.Epsilon, 99.999999999999986, 100, 100.00000000000001, 267.28646, 1e300)).ToArbitrary();

    private static readonly Arbitrary<double> Populations =
        Gen.OneOf(Gen.Choose(0, int.MaxValue).Select(n => (double)n), Gen.Elements(0, 1, 8_062_923_417d)).ToArbitrary();

    [Fact]
    public void ShownRate_OfAnyPublishedRate_LiesBetween0And100() =>
        Prop.ForAll(Rates, rate => Coverage.Shown(rate) is >= 0 and <= 100).QuickCheckThrowOnFailure();

    [Fact]
    public void ShownRate_AndItsGap_AddUpTo100() =>
        Prop.ForAll(Rates, rate => Coverage.Shown(rate) + Coverage.GapPoints(rate) == 100).QuickCheckThrowOnFailure();

    [Fact]
    public void Rate_IsCappedExactlyWhenItIsNotShownAsPublished() =>
        Prop.ForAll(Rates, rate => Coverage.IsCapped(rate) == (Coverage.Shown(rate) != rate)).QuickCheckThrowOnFailure();

    [Fact]
    public void PeopleUncovered_OfAnyPopulation_AreNeitherNegativeNorMoreThanAll() =>
        Prop.ForAll(Rates, Populations, (rate, population) =>
        {
            var people = Coverage.PeopleUncovered(rate, population);
            return people >= 0 && people <= population;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PeopleUncovered_WithAHigherRate_AreNeverMore() =>
        Prop.ForAll(Rates, Rates, (one, other) =>
            Coverage.PeopleUncovered(Math.Max(one, other), 1e9) <= Coverage.PeopleUncovered(Math.Min(one, other), 1e9)).QuickCheckThrowOnFailure();

    [Fact]
    public void YearsToUniversal_AtTheirPace_ReachExactly100() =>
        Prop.ForAll(Gen.Choose(1, 9_999).Select(n => n / 100.0).ToArbitrary(), Gen.Choose(1, 500).Select(n => n / 100.0).ToArbitrary(), (rate, pace) =>
            Math.Abs(rate + (Coverage.YearsToUniversal(rate, pace)!.Value * pace) - 100) < 1e-9).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(50, 0)]
    [InlineData(50, -1)]
    public void YearsToUniversal_WithoutProgress_HaveNoAnswer(double rate, double pace) => Assert.Null(Coverage.YearsToUniversal(rate, pace));

    [Fact]
    public void YearsToUniversal_OfEverybodyCovered_AreNone() => Assert.Equal(0, Coverage.YearsToUniversal(100, -1));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.1)]
    public void Rate_ThatIsNone_IsRefused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.Shown(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.IsCapped(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.GapPoints(rate));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Population_ThatIsNone_IsRefused(double population) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.PeopleUncovered(50, population));

    [Theory]
    [InlineData(2015, 2015)]
    [InlineData(2016, 2015)]
    public void Pace_OverNoTime_IsRefused(int first, int last) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.AnnualPace(1, first, 2, last));
}
