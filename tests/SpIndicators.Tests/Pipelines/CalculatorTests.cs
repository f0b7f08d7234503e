using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>The calculator left alone says what is published, for every country and group.</summary>
public sealed class CalculatorTests(BuiltWarehouse warehouse)
{
    [Fact]
    public void StandardScenario_OfEveryCountry_IsThePublishedPackage()
    {
        using var session = warehouse.Open();
        var benefits = warehouse.Query<(string Area, string Benefit, double Persons, double Cost, double? Gap)>(
            "select ref_area, benefit, persons, cost, gap from indicators.package_benefit").ToLookup(b => b.Area);
        var totals = warehouse.Query<(string Area, double? Cost, double? Gap, double? GapHigh)>("select ref_area, cost, gap, gap_high from indicators.package where benefits > 0");
        var paths = warehouse.Query<(string Area, int Year, double Value)>("select ref_area, time_period::integer, obs_value from indicators.package_path_value").ToLookup(p => p.Area);
        var wrong = new List<string>();
        foreach (var total in totals)
        {
            var ours = ScenarioResults.Of(CalculatorQuery.Inputs(session, Language.English, total.Area, isGroup: false)!, Scenario.Standard);
            wrong.AddRange(from published in benefits[total.Area]
                           let made = ours.Benefits.Single(b => b.Benefit == published.Benefit)
                           where !Near(made.Cost.OfGdp, published.Cost) || !Near(made.Gap?.OfGdp, published.Gap) || !Near(made.Persons, published.Persons)
                           select $"{published}: {made}");
            if (ours.Gap is null != total.Gap is null || (total.Cost is not null && !Near(ours.Cost.OfGdp, total.Cost))
                || (total.Gap is not null && (!Near(ours.Gap!.OfGdp, total.Gap) || !Near(ours.GapAtMost.OfGdp, total.GapHigh))))
            {
                wrong.Add($"{total}: {ours.Cost.OfGdp}, {ours.Gap}");
            }

            // The published path leaves the first year out: its nothing is no finding.
            var path = paths[total.Area].OrderBy(p => p.Year).ToList();
            if (!path.Select(p => p.Year).SequenceEqual(ours.Path.Skip(1).Select(p => p.Year)) || path.Zip(ours.Path.Skip(1)).Any(pair => !Near(pair.First.Value, pair.Second.ShareOfGdp)))
            {
                wrong.Add($"path of {total.Area}: {string.Join(", ", path)} against {string.Join(", ", ours.Path)}");
            }
        }

        Assert.InRange(totals.Count, 100, 135);
        Expect.Nothing(wrong);
    }

    [Theory]
    [InlineData("of_expenditure")]
    [InlineData("of_revenue")]
    [InlineData("usd")]
    [InlineData("per_head")]
    public void GapInOtherUnits_OfEveryCountry_IsThePublishedOne(string unit)
    {
        using var session = warehouse.Open();
        var published = warehouse.Query<(string Area, double Value)>(
            "select ref_area, obs_value from indicators.package_value where indicator_id = 'package_gap_' || $unit", new { unit });

        Assert.NotEmpty(published);
        Expect.Nothing(from gap in published
                       let amount = ScenarioResults.Of(CalculatorQuery.Inputs(session, Language.English, gap.Area, isGroup: false)!, Scenario.Standard).Gap!
                       let ours = unit switch { "of_expenditure" => amount.OfExpenditure, "of_revenue" => amount.OfRevenue, "usd" => amount.Usd, _ => amount.PerHead }
                       where !Near(ours, gap.Value)
                       select $"{gap}: {ours}");
    }

    [Fact]
    public void StandardScenario_OfEveryGroup_IsThePublishedRatioOfSums()
    {
        using var session = warehouse.Open();
        var groups = warehouse.Query<(string Area, double Gap, double GapHigh, double Usd, long Known)>(
            "select ref_area, gap, gap_high, gap_usd_of_known, members_known from indicators.package_group where no_data is null");

        Assert.NotEmpty(groups);
        Expect.Nothing(from g in groups
                       let ours = ScenarioResults.Of(CalculatorQuery.Inputs(session, Language.English, g.Area, isGroup: true)!, Scenario.Standard)
                       where !Near(ours.Gap?.OfGdp, g.Gap) || !Near(ours.GapAtMost.OfGdp, g.GapHigh) || !Near(ours.Gap?.Usd, g.Usd) || ours.Counted != g.Known
                       select $"{g}: {ours.Gap}, {ours.Counted}");
    }

    [Theory]
    [InlineData("KEN")]
    [InlineData("BOL")]
    [InlineData("IND")]
    [InlineData("ZAF")]
    public void Sensitivity_OfACountry_IsThePublishedOne(string area)
    {
        using var session = warehouse.Open();
        var inputs = CalculatorQuery.Inputs(session, Language.English, area, isGroup: false)!;
        var result = ScenarioResults.Of(inputs, Scenario.Standard);
        var lines = ScenarioResults.Sensitivity(inputs, result).ToDictionary(l => l.Knob.Parameter ?? "line");
        var published = warehouse.Query<(string Parameter, int Change, double? Gap)>(
            "select if(parameter_id like 'line_%', 'line', parameter_id), change_pct, gap_changed from indicators.package_sensitivity where ref_area = $area", new { area });

        Assert.Equal(published.Select(p => p.Parameter).Distinct().Order(), lines.Keys.Order());
        Expect.Nothing(from p in published
                       let ours = p.Change < 0 ? lines[p.Parameter].Lower : lines[p.Parameter].Higher
                       where !Near(ours, p.Gap)
                       select $"{p}: {ours}");
    }

    /// <summary>The session is closed before a number moves: what still asked the warehouse would fail.</summary>
    [Fact]
    public void Numbers_OfAGroup_AreComputedWithoutAskingTheWarehouse()
    {
        CalculatorInputs inputs;
        using (var session = warehouse.Open())
        {
            inputs = CalculatorQuery.Inputs(session, Language.English, "LMY", isGroup: true)!;
        }

        var standard = ScenarioResults.Of(inputs, Scenario.Standard);
        var dearer = ScenarioResults.Of(inputs, Scenario.Standard.With(Knobs.Level("oldage"), 200));

        Assert.Equal(2 * standard.Benefits.Single(b => b.Benefit == "oldage").Gap!.OfGdp, dearer.Benefits.Single(b => b.Benefit == "oldage").Gap!.OfGdp, 1e-6);
    }

    private static bool Near(double? one, double? other) =>
        one is null == other is null && (one is null || Math.Abs(one.Value - other!.Value) <= 1e-9 * Math.Max(1, Math.Abs(one.Value)));
}
