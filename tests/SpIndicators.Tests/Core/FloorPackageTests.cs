using FsCheck;
using FsCheck.Fluent;
using SpIndicators.Core.Methods;
using static SpIndicators.Core.Methods.FloorPackage;

namespace SpIndicators.Tests.Core;

public sealed class FloorPackageTests
{
    /// <summary>The vector of the methods, section 3.4: GDP 10 bn, line 500 a year, administration 5 %.</summary>
    internal static readonly FloorPackage.Result Vector = Of(new Country(500, 5, 10e9),
    [
        new("child", 1_000_000, 25, 12, 20),
        new("maternity", 150_000, 100, 4, 10),
        new("disability", 120_000, 100, 12, 5),
        new("oldage", 300_000, 100, 12, 40),
    ]);

    private static readonly Arbitrary<Benefit[]> Packages = (
        from size in Gen.Choose(1, 6)
        from persons in Gen.Choose(1, 100_000_000).ArrayOf(size)
        from level in Gen.Choose(1, 200).ArrayOf(size)
        from months in Gen.Choose(1, 12).ArrayOf(size)
        from coverage in Gen.Choose(-1, 120).ArrayOf(size)
        select Enumerable.Range(0, size)
            .Select(i => new Benefit($"{i}", persons[i], level[i], months[i], coverage[i] < 0 ? null : coverage[i])).ToArray()).ToArbitrary();

    [Theory]
    [InlineData("child", 131.25, 105)]
    [InlineData("maternity", 26.25, 23.625)]
    [InlineData("disability", 63, 59.85)]
    [InlineData("oldage", 157.5, 94.5)]
    public void Benefit_OfTheVector_CostsWhatTheMethodsSay(string name, double millions, double gapMillions)
    {
        var benefit = Assert.Single(Vector.Benefits, b => b.Name == name);

        Assert.Equal(millions * 1e6, benefit.Cost, 1e-3);
        Assert.Equal(gapMillions * 1e6, benefit.Gap!.Value, 1e-3);
    }

    [Fact]
    public void Package_OfTheVector_IsTheSumOfItsParts()
    {
        Assert.Equal(3.78, Vector.CostShareOfGdp, 1e-9);
        Assert.Equal(2.82975, Vector.GapShareOfGdpAtLeast, 1e-9);
        Assert.Equal(Vector.GapAtLeast, Vector.GapAtMost);
        Assert.Equal(100, Vector.KnownCostShare);
    }

    [Fact]
    public void HealthGap_OfTheVector_Is280Million() => Assert.Equal(280e6, HealthGap(new Health(60, 25, 8e6)));

    [Fact]
    public void HealthGap_AboveTheTarget_IsNothing() => Assert.Equal(0, HealthGap(new Health(60, 80, 8e6)));

    [Fact]
    public void UnknownCoverage_IsARangeFromNothingToTheCost()
    {
        var package = Of(new Country(500, 0, 1e6), [new("child", 10, 100, 12, null), new("oldage", 10, 100, 12, 50)]);

        Assert.Equal((2500, 7500, 50), (package.GapAtLeast, package.GapAtMost, package.KnownCostShare));
        Assert.Null(package.Benefits[0].Gap);
    }

    [Theory]
    [InlineData(2024, 40)]
    [InlineData(2027, 70)]
    [InlineData(2030, 100)]
    public void TargetCoverage_OnTheWayTo2030_RisesInEqualSteps(int year, double target) =>
        Assert.Equal(target, TargetCoverage(40, 2024, year, 2030), 1e-9);

    [Fact]
    public void Target_BelowEveryone_CostsItsShareAndTheGapFromTodayToIt()
    {
        var package = Of(new Country(500, 0, 1e6), [new("child", 10, 100, 12, 20) { Target = 70 }, new("oldage", 10, 100, 12, 90) { Target = 70 }]);

        Assert.Equal([(3500, 2500), (3500, 0)], package.Benefits.Select(b => (b.Cost, b.Gap!.Value)));
    }

    [Fact]
    public void TargetCoverage_OfAnotherTarget_EndsThereAndNeverFalls()
    {
        Assert.Equal(70, TargetCoverage(40, 2024, 2030, 2030, target: 70), 1e-9);
        Assert.Equal(55, TargetCoverage(40, 2024, 2027, 2030, target: 70), 1e-9);
        Assert.Equal(80, TargetCoverage(80, 2024, 2030, 2030, target: 70), 1e-9);
    }

    [Fact]
    public void CostOfYear_RisesWithPersonsAndFallsWithGrowth() => Assert.Equal(2.4, CostOfYear(2, persons: 1.5, growth: 1.25), 1e-12);

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(double.NaN)]
    public void Target_ThatIsNoPerCent_IsRefused(double target) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Country(500, 5, 1e9), [new("child", 1, 100, 12, 0) { Target = target }]));

    [Fact]
    public void Shares_WhenAllIncomesAreScaled_AreUnchanged() =>
        Prop.ForAll(Packages, Gen.Choose(1, 1_000_000).ToArbitrary(), (benefits, thousandths) =>
        {
            var scale = thousandths / 1000.0;
            var (one, other) = (Of(new Country(700, 5, 3e9), benefits), Of(new Country(700 * scale, 5, 3e9 * scale), benefits));
            return Near(one.CostShareOfGdp, other.CostShareOfGdp) && Near(one.GapShareOfGdpAtLeast, other.GapShareOfGdpAtLeast)
                && Near(one.GapShareOfGdpAtMost, other.GapShareOfGdpAtMost);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Gap_OfAnyPackage_LiesBetweenNothingAndTheCost() =>
        Prop.ForAll(Packages, benefits => Of(new Country(700, 5, 3e9), benefits) is var package
            && package.GapAtLeast >= 0 && package.GapAtLeast <= package.GapAtMost && package.GapAtMost <= package.Cost * (1 + 1e-12)).QuickCheckThrowOnFailure();

    [Fact]
    public void Package_OfBenefitsInAnotherOrder_IsTheSame() =>
        Prop.ForAll(Packages, benefits => Near(
            Of(new Country(700, 5, 3e9), benefits).GapAtLeast, Of(new Country(700, 5, 3e9), benefits.Reverse()).GapAtLeast)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 100, 12)]
    [InlineData(double.NaN, 100, 12)]
    [InlineData(1, double.PositiveInfinity, 12)]
    [InlineData(1, 100, 13)]
    [InlineData(1, 100, -1)]
    public void Benefit_ThatIsNoNumber_IsRefused(double persons, double level, double months) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Country(500, 5, 1e9), [new("child", persons, level, months, 0)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Gdp_ThatIsNotPositive_IsRefused(double gdp) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Country(500, 5, gdp), []));

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));
}
