using SpIndicators.Core.Methods;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>What a scenario costs one country: the inputs put into <see cref="FloorPackage"/>, nothing more.</summary>
public static class Costing
{
    /// <summary>Everyone the benefit is for, by the scenario's ages and shares; null where the figures are missing.</summary>
    public static double? PersonsOf(CountryInputs country, Scenario scenario, string benefit, CalculatorInputs inputs)
    {
        if (AgeOf(scenario, benefit, inputs) is { } age && country.Ages.TryGetValue(country.Year, out var bands))
        {
            return PersonsOf(bands, benefit, age);
        }

        var share = benefit == "disability" ? Value(scenario, Knobs.Prevalence, inputs) : country[benefit, "eligible_share"];
        return country[benefit, "base_population"] is not { } population || benefit is "child" or "oldage" ? null : population * share / 100;
    }

    /// <summary>The package of a country; benefits without figures are in <see cref="CountryCost.Missing"/>.</summary>
    public static CountryCost Of(CountryInputs country, Scenario scenario, CalculatorInputs inputs)
    {
        var benefits = new List<FloorPackage.Benefit>();
        var missing = new List<string>();
        foreach (var name in scenario.Benefits)
        {
            if (PersonsOf(country, scenario, name, inputs) is { } persons)
            {
                benefits.Add(new(name, persons, Value(scenario, Knobs.Level(name), inputs), Value(scenario, Knobs.Months(name), inputs), country[name, "published_coverage"])
                {
                    Target = Value(scenario, Knobs.Target(name), inputs),
                });
            }
            else
            {
                missing.Add(name);
            }
        }

        var line = (inputs.IsGroup ? null : scenario[Knobs.Line]) ?? country["", "line"]!.Value;
        var package = FloorPackage.Of(new(line * DaysOfAYear, Value(scenario, Knobs.Administration, inputs), country.Gdp), benefits);
        return new CountryCost(country, benefits, package, missing) { LeastKnown = inputs.LeastKnown };
    }

    /// <summary>What closing the gap adds in each year, per cent of that year's GDP; ends where a forecast ends.</summary>
    public static IReadOnlyList<YearCost> Path(CountryCost cost, Scenario scenario, CalculatorInputs inputs)
    {
        var country = cost.Country;
        var by = Math.Max((int)Value(scenario, Knobs.By, inputs), country.Year + 1);
        var years = new List<YearCost>();
        for (var year = country.Year; year <= inputs.TargetYear && country.Growth.TryGetValue(year, out var growth); year++)
        {
            double total = 0;
            foreach (var (benefit, full) in cost.Benefits.Zip(cost.FullCosts).Where(pair => pair.First.Coverage is not null))
            {
                if (Grown(country, scenario, benefit.Name, year, inputs) is not { } persons)
                {
                    return years;
                }

                var target = FloorPackage.TargetCoverage(benefit.Coverage!.Value, country.Year, Math.Min(year, by), by, benefit.Target);
                total += FloorPackage.CostOfYear(full, persons, growth) * (target - Core.Methods.Coverage.Shown(benefit.Coverage.Value)) / 100;
            }

            years.Add(new(year, total, total / 100 * country["", "gdp_usd"] * growth));
        }

        return years;
    }

    /// <summary>The scenario's number, or its standard.</summary>
    public static double Value(Scenario scenario, Knob knob, CalculatorInputs inputs) => scenario[knob] ?? inputs.StandardOf(knob)!.Value;

    /// <summary>Lines are a day, costs a year.</summary>
    internal const double DaysOfAYear = 365;

    /// <summary>Persons of a year over persons of the first year.</summary>
    internal static double? Grown(CountryInputs country, Scenario scenario, string benefit, int year, CalculatorInputs inputs)
    {
        if (AgeOf(scenario, benefit, inputs) is { } age)
        {
            return country.Ages.TryGetValue(year, out var bands) ? PersonsOf(bands, benefit, age) / PersonsOf(country.Ages[country.Year], benefit, age) : null;
        }

        return country.People.TryGetValue((benefit, year), out var then) && country.People.TryGetValue((benefit, country.Year), out var now) && now > 0 ? then / now : null;
    }

    private static double PersonsOf(IReadOnlyList<AgeBands.Band> bands, string benefit, double age) =>
        benefit == "child" ? AgeBands.Under(bands, age + 1) : AgeBands.From(bands, age);

    /// <summary>The age that says who a benefit is for; null where none does.</summary>
    private static double? AgeOf(Scenario scenario, string benefit, CalculatorInputs inputs) => benefit switch
    {
        "child" => Value(scenario, Knobs.ChildTo, inputs),
        "oldage" => Value(scenario, Knobs.OldAgeFrom, inputs),
        _ => null,
    };
}

/// <summary>A year of the way to the target.</summary>
/// <param name="Usd">In US dollars of the first year; null where GDP in them is not published.</param>
public sealed record YearCost(int Year, double ShareOfGdp, double? Usd);

/// <summary>The package of one country.</summary>
/// <param name="Benefits">As they were put into the formula, in the order of <see cref="FloorPackage.Result.Benefits"/>.</param>
/// <param name="Missing">Benefits of the scenario that cannot be costed: births or unemployment are not published.</param>
public sealed record CountryCost(CountryInputs Country, IReadOnlyList<FloorPackage.Benefit> Benefits, FloorPackage.Result Package, IReadOnlyList<string> Missing)
{
    public required double LeastKnown { get; init; }

    /// <summary>A gap is stated for the whole package: nothing is missing and enough of its cost is for benefits of known coverage.</summary>
    public bool IsGapStated => Missing.Count == 0 && Package.Cost > 0 && Package.KnownCostShare >= LeastKnown;

    /// <summary>Cost of each benefit for everyone, whatever its target, per cent of GDP.</summary>
    public IEnumerable<double> FullCosts => Benefits.Zip(Package.Benefits, (given, made) => 100 * made.Cost / Package.Gdp / (given.Target / 100));
}
