using FsCheck;
using FsCheck.Fluent;
using SpIndicators.Core.Methods;

namespace SpIndicators.Tests.Core;

public sealed class WeightedTrendTests
{
    /// <summary>Three to eight rates in different years that span at least four.</summary>
    private static readonly Arbitrary<(int Year, double Coverage)[]> Observations = (
        from size in Gen.Choose(1, 6)
        from rates in Gen.Choose(0, 1000).ArrayOf(size + 2)
        from years in Gen.Shuffle(Enumerable.Range(2016, 6))
        select years.Take(size).Append(2015).Append(2022).Zip(rates, (year, rate) => (year, rate / 10.0)).ToArray()).ToArbitrary();

    [Fact]
    public void Line_OfObservationsInAnotherOrder_IsTheSame() =>
        Prop.ForAll(Observations, o => Near(Fit(o), Fit([.. o.Reverse()]))).QuickCheckThrowOnFailure();

    [Fact]
    public void Line_OfRatesRaisedByFive_IsRaisedByFive() =>
        Prop.ForAll(Observations, o => Near(Fit(o) with { Level = 0 }, Fit([.. o.Select(p => (p.Year, p.Coverage + 5))]) with { Level = 0 }, 5)).QuickCheckThrowOnFailure();

    [Fact]
    public void Interval_OfAnyLine_HoldsItsLevel() =>
        Prop.ForAll(Observations, o => Fit(o) is var line && line.Low <= line.Level && line.Level <= line.High).QuickCheckThrowOnFailure();

    [Fact]
    public void Line_OfPointsOnALine_IsThatLine()
    {
        var line = Fit([(2015, 10), (2017, 14), (2020, 20)]);

        Assert.Equal(2, line.Slope, 9);
        Assert.Equal(40, line.Level, 9);
        Assert.Equal(line.Low, line.High, 6);
    }

    [Fact]
    public void Line_BendsToTheNewestObservation() =>
        Assert.True(Fit([(2015, 0), (2018, 0), (2020, 30)]).Level > Fit([(2015, 0), (2018, 30), (2020, 30)]).Level);

    [Fact]
    public void Line_BelowTheMinimumOfData_IsNone()
    {
        Assert.Null(WeightedTrend.Of([], 2030, TValue));
        Assert.Null(WeightedTrend.Of([(2015, 1), (2020, 2)], 2030, TValue));
        Assert.Null(WeightedTrend.Of([(2017, 1), (2018, 2), (2020, 2)], 2030, TValue));
    }

    private static WeightedTrend Fit((int, double)[] observations) => WeightedTrend.Of(observations, 2030, TValue)!;

    private static double TValue(int degreesOfFreedom) => degreesOfFreedom == 1 ? 3.077684 : 1.6;

    private static bool Near(WeightedTrend one, WeightedTrend other, double raised = 0) =>
        Math.Abs(one.Slope - other.Slope) < 1e-9 && Math.Abs(one.Level - other.Level) < 1e-9
        && Math.Abs(one.Low + raised - other.Low) < 1e-5 && Math.Abs(one.High + raised - other.High) < 1e-5;
}
