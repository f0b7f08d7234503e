using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Tests.Pages.Calculator;

/// <summary>The address says the whole scenario, or both.</summary>
public sealed class CalculatorStateTests
{
    private static readonly Vocabulary Known = new([new("KEN", "country", "Kenya", "Kenya", "Kenya", true)], [], []);

    [Fact]
    public void Standard_IsWrittenAsNothing() => Assert.Equal("", Urls.Query(ViewState.Default, CalculatorState.Standard));

    [Fact]
    public void TwoScenarios_AreWrittenInOneOrder_OnlyWhatDiffers()
    {
        var a = Scenario.Standard.With("maternity", isIn: false).With(Knobs.Level("child"), 40).With(Knobs.By, 2028).With(Knobs.Mix("tax"), 0.75);
        var b = Scenario.Standard.With(Knobs.Administration, 7.5);

        Assert.Equal(
            "/calculator?benefits=child~disability~unemployment~oldage&child.level=40&by=2028&mix.tax=0.75&b=on&b.admin=7.5&edit=b&country=~KEN",
            Urls.Calculator(ViewState.Default with { Countries = new(["KEN"]) }, new CalculatorState(a, b, EditsB: true)));
    }

    [Fact]
    public void AnyState_WrittenAndRead_IsTheSame() => Prop.ForAll(States().ToArbitrary(), state =>
    {
        var (read, ignored) = Read(Urls.Query(ViewState.Default, state));
        return (read.Parameters().SequenceEqual(state.Parameters()) && ignored.Count == 0).Label(Urls.Query(ViewState.Default, state));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("benefits=none&benefits=child&benefits=oldage", "?benefits=child~oldage")]
    [InlineData("BENEFITS=OLDAGE,child", "?benefits=child~oldage")]
    [InlineData("benefits=child~maternity~disability~unemployment~oldage", "")]
    [InlineData("child.level=&admin=&by=", "")]
    [InlineData("b.child.level=40", "?b=on&b.child.level=40")]
    [InlineData("edit=b", "")]
    [InlineData("admin=7.50", "?admin=7.5")]
    [InlineData("of=ken", "?of=KEN")]
    public void OtherSpellings_AreUnderstood(string query, string canonical)
    {
        var (state, ignored) = Read(query);

        Assert.Equal(canonical, Urls.Query(ViewState.Default, state));
        Assert.Empty(ignored);
    }

    [Theory]
    [InlineData("child.level=4", "child.level", "calculator.ignored.whole", "5–200")]
    [InlineData("child.level=40.5", "child.level", "calculator.ignored.whole", "5–200")]
    [InlineData("admin=31", "admin", "calculator.ignored.number", "0–30")]
    [InlineData("admin=NaN", "admin", "calculator.ignored.number", "0–30")]
    [InlineData("admin=-1", "admin", "calculator.ignored.number", "0–30")]
    [InlineData("admin=1e1", "admin", "calculator.ignored.number", "0–30")]
    [InlineData("line=1,5", "line", "calculator.ignored.number", "0.5–40")]
    [InlineData("oldage.from=70", "oldage.from", "calculator.ignored.whole", "50–65")]
    [InlineData("b.by=2050", "b.by", "calculator.ignored.whole", "2026–2030")]
    [InlineData("mix.tax=21", "mix.tax", "calculator.ignored.number", "0–20")]
    [InlineData("benefits=health", "benefits", "calculator.ignored.benefit", "child, maternity, disability, unemployment, oldage")]
    [InlineData("benefits=none", "benefits", "calculator.ignored.none", null)]
    [InlineData("b=yes", "b", "calculator.ignored.b", null)]
    [InlineData("edit=c", "edit", "calculator.ignored.edit", null)]
    [InlineData("of=XYZ", "of", "ignored.country", null)]
    public void Slip_IsLeftOutAndNamedWithItsBounds(string query, string name, string reason, string? bound)
    {
        var (state, ignored) = Read(query);

        var slip = ignored[0];
        Assert.Equal((name, reason, bound), (slip.Name, slip.Reason, slip.Bound));
        Assert.True(state.A.IsStandard);
    }

    [Fact]
    public void LastBenefit_CannotBeLeftOut()
    {
        var one = Knobs.Benefits.Skip(1).Aggregate(Scenario.Standard, (scenario, benefit) => scenario.With(benefit, isIn: false));

        Assert.Equal(["child"], one.With("child", isIn: false).Benefits);
    }

    [Fact]
    public void Numbers_ThatEqualTheirStandard_AreNotWritten() =>
        Assert.True(Scenario.Standard.With(Knobs.Administration, 5).Without(knob => knob == Knobs.Administration ? 5 : null).IsStandard);

    /// <summary>A form sends what the address can spell of the standard, which may have more digits.</summary>
    [Fact]
    public void Number_ThatReadsLikeItsStandard_IsNotWritten() =>
        Assert.True(Scenario.Standard.With(Knobs.Line, 1.37).Without(knob => knob == Knobs.Line ? 500 / 365.0 : null).IsStandard);

    private static (CalculatorState State, IReadOnlyList<IgnoredParameter> Ignored) Read(string query)
    {
        var reader = new ViewStateReader(QueryHelpers.ParseQuery(query));
        return (CalculatorParametersAttribute.ReadState(reader, Known), reader.Ignored);
    }

    private static Gen<CalculatorState> States() =>
        from a in Scenarios()
        from b in Scenarios()
        from shape in Gen.Choose(0, 2)
        from drawnFor in Gen.Elements(null, "KEN")
        select new CalculatorState(a, shape == 0 ? null : b, EditsB: shape == 2) { DrawnFor = drawnFor };

    private static Gen<Scenario> Scenarios() =>
        from left in Gen.Choose(0, (1 << Knobs.Benefits.Count) - 2)
        from changed in Gen.Elements(Knobs.All.ToArray()).ListOf()
        from steps in Gen.Choose(0, 1000).ListOf(changed.Count)
        let start = Knobs.Benefits.Where((_, i) => (left & (1 << i)) != 0).Aggregate(Scenario.Standard, (scenario, benefit) => scenario.With(benefit, isIn: false))
        select changed.Zip(steps).Aggregate(start, (scenario, pair) => scenario.With(pair.First, Within(pair.First, pair.Second)));

    private static double Within(Knob knob, int thousandths)
    {
        var steps = Math.Floor((knob.Max - knob.Min) / knob.Step * thousandths / 1000);
        return Math.Round(knob.Min + (steps * knob.Step), 2);
    }
}
