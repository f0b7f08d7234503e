namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The method as a program of sheets writes it; what stands between the signs are cells.</summary>
internal static class Formulas
{
    /// <summary>Cost of a benefit, per cent of GDP.</summary>
    public static string Cost(InputsSheet inputs, string letter, string benefit, string persons, string line, string gdp) =>
        $"100*{persons}*{line}*365*{inputs.Of(Knobs.Level(benefit), letter)}/100*{inputs.Of(Knobs.Months(benefit), letter)}/12"
        + $"*(1+{inputs.Of(Knobs.Administration, letter)}/100)*{inputs.Of(Knobs.Target(benefit), letter)}/100/{gdp}";

    /// <summary>The part for those between today's coverage and the target; an empty text where coverage is not known.</summary>
    public static string Gap(string cost, string target, string coverage) =>
        $"IF(ISNUMBER({coverage}),{cost}/({target}/100)*MAX(0,{target}-MIN(100,{coverage}))/100,\"\")";

    /// <summary>What a benefit adds in a year on the way to its target, per cent of that year's GDP.</summary>
    public static string Increment(InputsSheet inputs, string letter, string benefit, string cost, string coverage, (string Year, string Growth, string Ratio) cells, int first)
    {
        var target = inputs.Of(Knobs.Target(benefit), letter);
        var by = $"MAX({inputs.Of(Knobs.By, letter)},{first + 1})";
        var share = $"MAX(0,{target}-MIN(100,{coverage}))*(MIN({cells.Year},{by})-{first})/({by}-{first})";
        return $"{cost}/({target}/100)*{cells.Ratio}/{cells.Growth}*{share}/100";
    }

    /// <summary>Persons by the scenario's ages and shares.</summary>
    /// <param name="bands">The cells of the population by age, with the limits of each band.</param>
    public static string Persons(InputsSheet inputs, string letter, string benefit, Func<string, string> figure, IReadOnlyList<(string Persons, string From, string To)> bands) => benefit switch
    {
        "child" => string.Join('+', bands.SkipLast(1).Select(band =>
            $"{band.Persons}*MAX(0,MIN(1,({inputs.Of(Knobs.ChildTo, letter)}+1-{band.From})/({band.To}-{band.From})))")),
        "oldage" => bands[^1].Persons + string.Concat(bands.SkipLast(1).Select(band =>
            $"+{band.Persons}*MAX(0,MIN(1,({band.To}-{inputs.Of(Knobs.OldAgeFrom, letter)})/({band.To}-{band.From})))")),
        "disability" => $"{figure("base_population")}*{inputs.Of(Knobs.Prevalence, letter)}/100",
        _ => $"{figure("base_population")}*{figure("eligible_share")}/100",
    };

    /// <summary>Figures a benefit is computed from besides the population by age, which children and older persons are counted from.</summary>
    public static IEnumerable<string> FiguresOf(string benefit)
    {
        if (benefit is not ("child" or "oldage"))
        {
            yield return "base_population";
            if (benefit != "disability")
            {
                yield return "eligible_share";
            }
        }

        yield return "published_coverage";
    }
}
