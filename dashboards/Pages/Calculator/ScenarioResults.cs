using SpIndicators.Core.Methods;
using GapSpan = SpIndicators.Dashboards.Fiscal.GapSpan;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>Makes <see cref="ScenarioResult"/> of inputs that were read before: no question to the warehouse.</summary>
public static class ScenarioResults
{
    /// <summary>A group's gap is stated for so many members at least (<c>indicators.package_group</c>).</summary>
    internal const int FewestMembers = 3;

    /// <summary>Members with a known gap must hold this much of the group's GDP, per cent.</summary>
    internal const double LeastGdp = 50;

    /// <summary>A fifth up and down.</summary>
    public const double Change = 0.2;

    public static ScenarioResult Of(CalculatorInputs inputs, Scenario scenario)
    {
        var counted = inputs.Counted.Select(member => Costing.Of(member, scenario, inputs)).ToList();
        var cost = Sum(counted, c => c.Package.CostShareOfGdp);
        var known = cost.OfGdp > 0 ? 100 * Sum(counted, c => c.Package.KnownCostShare / 100 * c.Package.CostShareOfGdp).OfGdp / cost.OfGdp : 0;
        var isStated = inputs.IsGroup
            ? counted.Count >= FewestMembers && 100 * inputs.Counted.Sum(Weight) / inputs.Members.Sum(Weight) >= LeastGdp && known >= inputs.LeastKnown
            : counted[0].IsGapStated;
        IReadOnlyList<MixLine> mix = [.. inputs.Options.Select(option => MixOf(option, scenario))];
        var way = inputs.IsGroup && isStated ? GroupPath.Of(counted, scenario, inputs) : GroupPath.None;
        return new ScenarioResult
        {
            Scenario = scenario,
            Benefits = [.. scenario.Benefits.Select(name => BenefitOf(counted, name, inputs.IsGroup)).OfType<BenefitResult>()],
            Missing = inputs.IsGroup ? [] : counted[0].Missing,
            Cost = cost,
            GapAtLeast = Sum(counted, c => c.Package.GapShareOfGdpAtLeast),
            GapAtMost = Sum(counted, c => c.Package.GapShareOfGdpAtMost),
            KnownCostShare = known,
            IsGapStated = isStated,
            Counted = counted.Count,
            Path = inputs.IsGroup ? way.Years : isStated ? Costing.Path(counted[0], scenario, inputs) : [],
            OfGroup = way,
            Mix = mix,
            OpenAlone = inputs.IsGroup && isStated ? OpenAlone(counted, mix, inputs) : null,
        };
    }

    /// <summary>What each number does to the gap, the strongest first; empty where no gap is stated.</summary>
    public static IReadOnlyList<SensitivityLine> Sensitivity(CalculatorInputs inputs, ScenarioResult result)
    {
        if (result.Gap is not { } gap)
        {
            return [];
        }

        var scenario = result.Scenario;
        var used = Knobs.All.Where(knob => knob.Benefit is { } benefit ? knob.Parameter is not null && scenario.Has(benefit) : knob == Knobs.Administration || (knob == Knobs.Line && !inputs.IsGroup));
        return
        [
            .. from knob in used
               let value = Costing.Value(scenario, knob, inputs)
               let line = new SensitivityLine(knob, value, GapAt(knob, value, 1 - Change), GapAt(knob, value, 1 + Change))
               orderby line.Reach(gap.OfGdp) descending, knob.Name
               select line,
        ];

        double? GapAt(Knob knob, double value, double factor) => Changed(knob, value, factor) is { } changed
            ? GapOf(inputs, scenario.With(knob, changed)) : null;
    }

    /// <summary>The gap alone, per cent of GDP.</summary>
    private static double GapOf(CalculatorInputs inputs, Scenario scenario)
    {
        double gaps = 0, weights = 0;
        foreach (var country in inputs.Counted)
        {
            gaps += Weight(country) * Costing.Of(country, scenario, inputs).Package.GapShareOfGdpAtLeast;
            weights += Weight(country);
        }

        return gaps / weights;
    }

    /// <summary>As <c>indicators.package_sensitivity</c> changes it: a year has twelve months, children are birth years, ages above 65 are in no band.</summary>
    private static double? Changed(Knob knob, double value, double factor) => knob.Kind switch
    {
        "months" => Math.Min(12, value * factor),
        "to" => ((value + 1) * factor) - 1,
        "from" => value * factor <= Knobs.OldAgeFrom.Max ? value * factor : null,
        _ => value * factor,
    };

    private static BenefitResult? BenefitOf(List<CountryCost> counted, string name, bool isGroup)
    {
        var costs = counted.Select(c => (Country: c, Given: c.Benefits.FirstOrDefault(b => b.Name == name), Made: c.Package.Benefits.FirstOrDefault(b => b.Name == name)))
            .Where(c => c.Given is not null).ToList();
        if (costs.Count == 0)
        {
            return null;
        }

        double? ShareOf(CountryCost country, Func<FloorPackage.BenefitCost, double?> money) =>
            country.Package.Benefits.FirstOrDefault(b => b.Name == name) is { } made ? 100 * money(made) / country.Package.Gdp : 0;
        var figure = isGroup ? null : costs[0].Country.Country.Figure(name, "published_coverage");
        var isKnown = !costs.TrueForAll(c => c.Made!.Gap is null);
        var gap = Sum(counted, c => ShareOf(c, made => made.Gap ?? 0)!.Value);
        return new BenefitResult(
            name, costs.Sum(c => c.Given!.Persons),
            figure is null ? null : Core.Methods.Coverage.Shown(figure.ObsValue), figure?.SourceTimePeriod,
            Sum(counted, c => ShareOf(c, made => made.Cost)!.Value),
            isKnown ? gap : null, isKnown ? new(gap.OfGdp, Sum(counted, c => ShareOf(c, made => made.Gap ?? made.Cost)!.Value).OfGdp) : null);
    }

    private static MixLine MixOf(OptionRow option, Scenario scenario)
    {
        var wanted = option.PotentialAYear is null || !Knobs.Options.Contains(option.OptionId) ? 0 : scenario[Knobs.Mix(option.OptionId)] ?? 0;
        return new(option, wanted, Math.Min(wanted, option.PotentialAYear ?? 0));
    }

    /// <summary>The part of an option that is used is the same in every member; what a member raises beyond its gap closes no other's.</summary>
    private static GapSpan OpenAlone(List<CountryCost> counted, IReadOnlyList<MixLine> mix, CalculatorInputs inputs)
    {
        double RaisedBy(CountryCost member) => mix.Sum(line => line.UsedPart * inputs.Yields.GetValueOrDefault((member.Country.RefArea, line.Option.OptionId)));
        return new(
            Sum(counted, c => Math.Max(0, c.Package.GapShareOfGdpAtLeast - RaisedBy(c))).OfGdp,
            Sum(counted, c => Math.Max(0, c.Package.GapShareOfGdpAtMost - RaisedBy(c))).OfGdp);
    }

    /// <summary>A ratio of sums: every country's share, weighted by its GDP in US dollars.</summary>
    private static Amount Sum(List<CountryCost> countries, Func<CountryCost, double> share)
    {
        if (countries.Count == 0)
        {
            return new(0, null, null, null, null);
        }

        var parts = countries.ConvertAll(c => (c.Country, Weight: Weight(c.Country), Share: share(c)));
        var isUsd = parts.TrueForAll(p => p.Country["", "gdp_usd"] is not null);
        var usd = isUsd ? parts.Sum(p => p.Share / 100 * p.Weight) : (double?)null;
        return new(
            parts.Sum(p => p.Share * p.Weight) / parts.Sum(p => p.Weight), usd, usd / parts.Sum(p => p.Country["", "population"]),
            Of("government_expenditure"), Of("government_revenue"));

        double? Of(string input) => parts.FindAll(p => p.Country["", input] is > 0) is { Count: > 0 } having
            ? 100 * having.Sum(p => p.Share * p.Weight) / having.Sum(p => p.Country["", input]!.Value * p.Weight) : null;
    }

    private static double Weight(CountryInputs country) => country["", "gdp_usd"] ?? 1;
}
