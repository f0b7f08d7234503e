using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>What one scenario costs every counted member of a group, one member a row.</summary>
internal sealed class MemberCostsSheet
{
    /// <summary>Persons, cost and gap of each benefit stand in a row of three, after the name.</summary>
    private const int Each = 3;

    private readonly IReadOnlyList<string> benefits;

    public MemberCostsSheet(CalculatorModel model, InputsSheet inputs, MembersSheet members, string letter, ScenarioResult result)
    {
        var (words, t) = (model.Words, model.Words.T);
        benefits = [.. result.Benefits.Select(benefit => benefit.Benefit)];
        Sheet = new Sheet($"Members{letter}");
        var (cost, gap) = ($"{t["calculator.cost"]}, {t["calculator.unit.gdp"]}", $"{t["calculator.gap"]}, {t["calculator.unit.gdp"]}");
        Sheet.Add([
            SheetCell.Heading(t["column.country"]),
            .. benefits.SelectMany(benefit => new[] { t["calculator.column.persons"], cost, gap }.Select(what => SheetCell.Heading(t["calculator.of", words.Benefit(benefit), what]))),
            SheetCell.Heading(t["calculator.of", t["calculator.total"], cost]), SheetCell.Heading(t["calculator.book.least"]), SheetCell.Heading(t["calculator.book.atmost"]),
        ]);
        foreach (var (at, member) in model.Inputs!.Counted.Index())
        {
            var row = MembersSheet.RowOf(at);
            var made = Costing.Of(member, result.Scenario, model.Inputs);
            var gdp = $"({members.Of("", "gdp_per_head", row)}*{members.Of("", "population", row)})";
            Sheet.Add([
                words.Area(member.RefArea),
                .. made.Benefits.Zip(made.Package.Benefits, (given, benefit) => CellsOf(given.Name, given.Persons, 100 * benefit.Cost / member.Gdp, 100 * benefit.Gap / member.Gdp)).SelectMany(cells => cells),
                SheetCell.Of(string.Join('+', benefits.Select(benefit => $"{Cost(benefit)}{row}")), made.Package.CostShareOfGdp),
                SheetCell.Of(string.Join('+', benefits.Select(benefit => $"IF(ISNUMBER({Gap(benefit)}{row}),{Gap(benefit)}{row},0)")), made.Package.GapShareOfGdpAtLeast),
                SheetCell.Of(string.Join('+', benefits.Select(benefit => $"IF(ISNUMBER({Gap(benefit)}{row}),{Gap(benefit)}{row},{Cost(benefit)}{row})")), made.Package.GapShareOfGdpAtMost),
            ]);

            IEnumerable<SheetCell> CellsOf(string benefit, double persons, double costOf, double? gapOf) =>
            [
                SheetCell.Of(members.PersonsOf(inputs, benefit, letter, row), persons),
                SheetCell.Of(Formulas.Cost(inputs, letter, benefit, $"{Persons(benefit)}{row}", members.Of("", "line", row), gdp), costOf),
                SheetCell.Of(Formulas.Gap($"{Cost(benefit)}{row}", inputs.Of(Knobs.Target(benefit), letter), members.Of(benefit, "published_coverage", row)), gapOf),
            ];
        }
    }

    public Sheet Sheet { get; }

    /// <summary>The letters of the columns.</summary>
    public string Persons(string benefit) => Sheet.Column(1 + (Each * At(benefit)));

    public string Cost(string benefit) => Sheet.Column(2 + (Each * At(benefit)));

    public string Gap(string benefit) => Sheet.Column(3 + (Each * At(benefit)));

    public string TotalCost => Sheet.Column(1 + (Each * benefits.Count));

    public string GapAtLeast => Sheet.Column(2 + (Each * benefits.Count));

    public string GapAtMost => Sheet.Column(3 + (Each * benefits.Count));

    private int At(string benefit) => benefits.Index().First(b => b.Item == benefit).Index;
}
