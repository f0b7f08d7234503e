namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>A unit people argue in, with how an amount is taken and said in it.</summary>
public sealed record AmountUnit(string Name, Func<Amount, double?> Of, Func<double, string> Say, bool IsShareOfGdp = false)
{
    public static IReadOnlyList<AmountUnit> All(CalculatorWords words) =>
    [
        new(words.T["calculator.unit.gdp"], a => a.OfGdp, words.Percent, IsShareOfGdp: true),
        new(words.T["calculator.unit.expenditure"], a => a.OfExpenditure, words.Percent),
        new(words.T["calculator.unit.revenue"], a => a.OfRevenue, words.Percent),
        new(words.T["calculator.unit.usd"], a => a.Usd, words.InShort),
        new(words.T["calculator.unit.head"], a => a.PerHead, words.Each),
    ];
}
