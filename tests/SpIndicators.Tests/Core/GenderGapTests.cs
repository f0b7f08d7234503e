using FsCheck;
using FsCheck.Fluent;
using SpIndicators.Core.Methods;

namespace SpIndicators.Tests.Core;

public sealed class GenderGapTests
{
    private static readonly Arbitrary<double> Rates = Gen.Choose(0, 20_000).Select(n => n / 100.0).ToArbitrary();

    [Fact]
    public void GapAndParity_OfThePublishedExample_AreThoseItGives()
    {
        Assert.Equal(4.5, GenderGap.Points(54.6, 50.1), 9);
        Assert.Equal(0.9176, GenderGap.Parity(54.6, 50.1)!.Value, 4);
    }

    [Fact]
    public void Gap_OfAnyRates_TurnsItsSignWithTheSexesAndIsZeroAtParity() =>
        Prop.ForAll(Rates, Rates, (men, women) =>
            GenderGap.Points(men, women) == -GenderGap.Points(women, men)
            && (GenderGap.Parity(men, women) is not { } parity || (GenderGap.Points(men, women) > 0) == (parity < 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void Parity_WhereNoManIsCovered_IsNone() => Assert.Null(GenderGap.Parity(0, 12));
}
