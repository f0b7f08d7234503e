namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>One scenario's results, all of them formulas over <see cref="InputsSheet"/>.</summary>
internal sealed class ResultsSheet
{
    private readonly Dictionary<string, int> rows = [];
    private readonly CalculatorModel model;
    private readonly InputsSheet inputs;
    private readonly string letter;
    private readonly ScenarioResult result;
    private readonly int total;

    public ResultsSheet(CalculatorModel model, InputsSheet inputs, string letter, ScenarioResult result)
    {
        (this.model, this.inputs, this.letter, this.result) = (model, inputs, letter, result);
        Sheet = new Sheet($"Results{letter}");
        var units = AmountUnit.All(Words);
        var (cost, gap) = (Words.T["calculator.cost"], Words.T["calculator.gap"]);
        Sheet.Add([
            SheetCell.Heading(Words.T["calculator.column.benefit"]), SheetCell.Heading(Words.T["calculator.column.persons"]),
            .. units.Select(unit => SheetCell.Heading($"{cost}, {unit.Name}")), .. units.Select(unit => SheetCell.Heading($"{gap}, {unit.Name}")),
        ]);
        foreach (var benefit in result.Benefits)
        {
            AddBenefit(benefit);
        }

        total = AddTotal();
        Sheet.Add();
        var parts = rows.Values.Select(row => $"IF(ISNUMBER(H{row}),H{row},C{row})").ToList();
        Sheet.Add(Words.T["calculator.book.atmost"], SheetCell.Of(parts.Count == 0 ? "0" : string.Join('+', parts), result.GapAtMost.OfGdp));
        Sheet.Add(Words.T[result.IsGapStated ? "calculator.book.stated" : "calculator.book.notstated"]);
    }

    public Sheet Sheet { get; }

    /// <summary>The gap of all benefits, per cent of GDP: its cell.</summary>
    public string TotalGap => Sheet.At("H", total);

    private CalculatorWords Words => model.Words;

    private string Gdp => $"({inputs.Of("", "gdp_per_head")}*{inputs.Of("", "population")})";

    /// <summary>The way to the target: growth and persons are given, coverage and cost are formulas.</summary>
    public Sheet Path()
    {
        var path = new Sheet($"Path{letter}");
        var country = model.Inputs!.Members[0];
        var known = result.Benefits.Where(b => b.Coverage is not null).Select(b => b.Benefit).ToList();
        path.Add([
            SheetCell.Heading(Words.T["column.year"]), SheetCell.Heading(Words.T["calculator.book.growth"]),
            .. known.Select(benefit => SheetCell.Heading(Words.T["calculator.book.ratio", Words.Benefit(benefit)])), SheetCell.Heading(Words.T["calculator.unit.gdp.year"]),
        ]);
        foreach (var year in result.Path)
        {
            var row = path.Next;
            var sum = string.Join('+', known.Select((benefit, at) => IncrementOf(benefit, $"{(char)('C' + at)}{row}", row, country.Year)));
            path.Add([
                (double)year.Year, country.Growth[year.Year],
                .. known.Select(benefit => SheetCell.Value(Costing.Grown(country, result.Scenario, benefit, year.Year, model.Inputs))), SheetCell.Of(sum.Length == 0 ? "0" : sum, year.ShareOfGdp),
            ]);
        }

        path.Add();
        path.Add(Words.T["calculator.book.path"]);
        return path;
    }

    private string IncrementOf(string benefit, string ratio, int row, int first)
    {
        var coverage = $"MIN(100,{inputs.Of(benefit, "published_coverage")})";
        var by = $"MAX({inputs.Of(Knobs.By, letter)},{first + 1})";
        var share = $"MAX(0,{inputs.Of(Knobs.Target(benefit), letter)}-{coverage})*(MIN(A{row},{by})-{first})/({by}-{first})";
        return $"{Sheet.At("C", rows[benefit])}/({inputs.Of(Knobs.Target(benefit), letter)}/100)*{ratio}/B{row}*{share}/100";
    }

    private void AddBenefit(BenefitResult benefit)
    {
        var row = Sheet.Next;
        var name = benefit.Benefit;
        var target = inputs.Of(Knobs.Target(name), letter);
        var coverage = inputs.Of(name, "published_coverage");
        var cost = $"100*B{row}*{inputs.Of(Knobs.Line, letter)}*365*{inputs.Of(Knobs.Level(name), letter)}/100*{inputs.Of(Knobs.Months(name), letter)}/12"
            + $"*(1+{inputs.Of(Knobs.Administration, letter)}/100)*{target}/100/{Gdp}";
        var gap = $"IF(ISNUMBER({coverage}),C{row}/({target}/100)*MAX(0,{target}-MIN(100,{coverage}))/100,\"\")";
        rows[name] = Sheet.Add([
            Words.Benefit(name), SheetCell.Of(inputs.PersonsOf(name, letter), benefit.Persons),
            .. Amounts("C", cost, row, benefit.Cost), .. Amounts("H", gap, row, benefit.Gap),
        ]);
    }

    private int AddTotal()
    {
        var row = Sheet.Next;
        string Sum(string column) => $"SUM({column}2:{column}{row - 1})";
        return Sheet.Add([Words.T["calculator.total"], SheetCell.Empty, .. Amounts("C", Sum("C"), row, result.Cost), .. Amounts("H", Sum("H"), row, result.GapAtLeast)]);
    }

    /// <summary>A share of GDP, and what it is in the other units, in the order of <see cref="AmountUnit.All"/>.</summary>
    private IEnumerable<SheetCell> Amounts(string column, string share, int row, Amount? amount)
    {
        var usd = ((char)(column[0] + 3)).ToString();
        yield return SheetCell.Of(share, amount?.OfGdp);
        yield return Other($"100*{column}{row}/{inputs.Of("", "government_expenditure")}", inputs.Of("", "government_expenditure"), amount?.OfExpenditure);
        yield return Other($"100*{column}{row}/{inputs.Of("", "government_revenue")}", inputs.Of("", "government_revenue"), amount?.OfRevenue);
        yield return Other($"{column}{row}/100*{inputs.Of("", "gdp_usd")}", inputs.Of("", "gdp_usd"), amount?.Usd);
        yield return Other($"{usd}{row}/{inputs.Of("", "population")}", inputs.Of("", "gdp_usd"), amount?.PerHead);

        SheetCell Other(string formula, string needed, double? value) =>
            SheetCell.Of($"IF(ISNUMBER({needed}),IF(ISNUMBER({column}{row}),{formula},\"\"),\"\")", value);
    }
}
