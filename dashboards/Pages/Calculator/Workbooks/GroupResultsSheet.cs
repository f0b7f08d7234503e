using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>One scenario's results for a group: ratios of sums over its members, in the columns of <see cref="ResultsSheet"/>.</summary>
internal sealed class GroupResultsSheet
{
    private readonly MembersSheet members;
    private readonly MemberCostsSheet costs;

    public GroupResultsSheet(CalculatorModel model, MembersSheet members, MemberCostsSheet costs, string letter, ScenarioResult result)
    {
        (this.members, this.costs) = (members, costs);
        var words = model.Words;
        Sheet = new Sheet($"Results{letter}");
        Sheet.Add(ResultsSheet.Head(words));
        foreach (var benefit in result.Benefits)
        {
            Sheet.Add([
                words.Benefit(benefit.Benefit), SheetCell.Of($"SUM({members.All(costs.Sheet, costs.Persons(benefit.Benefit))})", benefit.Persons),
                .. Amounts("C", costs.Cost(benefit.Benefit), benefit.Cost), .. Amounts("H", costs.Gap(benefit.Benefit), benefit.Gap),
            ]);
        }

        // The lower end of a gap that is not stated would read as the gap.
        TotalGap = Sheet.At("H", Sheet.Next);
        IEnumerable<SheetCell> gaps = result.IsGapStated ? Amounts("H", costs.GapAtLeast, result.GapAtLeast) : [words.T["calculator.book.none"]];
        Sheet.Add([words.T["calculator.total"], SheetCell.Empty, .. Amounts("C", costs.TotalCost, result.Cost), .. gaps]);
        Sheet.Add();
        ResultsSheet.AddAtMost(Sheet, words, result, OfGdp(costs.GapAtMost));
    }

    public Sheet Sheet { get; }

    /// <summary>The gap of all benefits, per cent of the joint GDP: its cell. Only where a gap is stated.</summary>
    public string TotalGap { get; }

    private string Gdp => members.All(":gdp_usd");

    private string OfGdp(string column) => $"SUMPRODUCT({members.All(costs.Sheet, column)},{Gdp})/SUM({Gdp})";

    /// <summary>A column of the members' shares of GDP as the group's, in the order of <see cref="AmountUnit.All"/>; nothing where no member has one.</summary>
    private IEnumerable<SheetCell> Amounts(string letter, string column, Amount? amount)
    {
        var (row, shares) = (Sheet.Next, members.All(costs.Sheet, column));
        yield return SheetCell.Of($"IF(COUNT({shares}),{OfGdp(column)},\"\")", amount?.OfGdp);
        yield return Of("government_expenditure", amount?.OfExpenditure);
        yield return Of("government_revenue", amount?.OfRevenue);
        yield return SheetCell.Of($"IF(COUNT({shares}),{letter}{row}/100*SUM({Gdp}),\"\")", amount?.Usd);
        yield return SheetCell.Of($"IF(COUNT({shares}),{letter}{row}/100*SUM({Gdp})/SUM({members.All(":population")}),\"\")", amount?.PerHead);

        SheetCell Of(string input, double? value)
        {
            var theirs = members.All($"gdp of {input}");
            return SheetCell.Of($"IF(COUNT({shares}),IF(SUM({theirs}),100*SUMPRODUCT({shares},{theirs})/SUMPRODUCT({members.All($":{input}")},{theirs}),\"\"),\"\")", value);
        }
    }
}
