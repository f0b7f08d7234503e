using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>One scenario's results for a country, all of them formulas over <see cref="InputsSheet"/> and <see cref="FiguresSheet"/>.</summary>
internal sealed class ResultsSheet
{
    private readonly Dictionary<string, int> rows = [];
    private readonly CalculatorModel model;
    private readonly InputsSheet inputs;
    private readonly FiguresSheet figures;
    private readonly string letter;
    private readonly ScenarioResult result;
    private readonly int total;

    public ResultsSheet(CalculatorModel model, InputsSheet inputs, FiguresSheet figures, string letter, ScenarioResult result)
    {
        (this.model, this.inputs, this.figures, this.letter, this.result) = (model, inputs, figures, letter, result);
        Sheet = new Sheet($"Results{letter}");
        Sheet.Add(Head(Words));
        foreach (var benefit in result.Benefits)
        {
            AddBenefit(benefit);
        }

        total = AddTotal();
        Sheet.Add();
        var parts = rows.Values.Select(row => $"IF(ISNUMBER(H{row}),H{row},C{row})").ToList();
        AddAtMost(Sheet, Words, result, parts.Count == 0 ? "0" : string.Join('+', parts));
    }

    public Sheet Sheet { get; }

    /// <summary>The names of the columns, the same for countries and groups.</summary>
    public static IReadOnlyList<SheetCell> Head(CalculatorWords words)
    {
        var units = AmountUnit.All(words);
        var (cost, gap) = (words.T["calculator.cost"], words.T["calculator.gap"]);
        return
        [
            SheetCell.Heading(words.T["calculator.column.benefit"]), SheetCell.Heading(words.T["calculator.column.persons"]),
            .. units.Select(unit => SheetCell.Heading($"{cost}, {unit.Name}")), .. units.Select(unit => SheetCell.Heading($"{gap}, {unit.Name}")),
        ];
    }

    /// <summary>The upper end of the gap, where there is one, and whether a gap is stated at all.</summary>
    public static void AddAtMost(Sheet sheet, CalculatorWords words, ScenarioResult result, string formula)
    {
        sheet.Add(words.T["calculator.book.atmost"], result.Span.AtMost is { } most ? SheetCell.Of(formula, most) : words.T["calculator.book.none"]);
        sheet.Add(words.T[result.IsGapStated ? "calculator.book.stated" : "calculator.book.nototal"]);
    }

    /// <summary>The gap of all benefits, per cent of GDP: its cell. Only where a gap is stated.</summary>
    public string TotalGap => Sheet.At("H", total);

    private CalculatorWords Words => model.Words;

    private string Gdp => $"({figures.Of("", "gdp_per_head")}*{figures.Of("", "population")})";

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

    private string IncrementOf(string benefit, string ratio, int row, int first) => Formulas.Increment(
        inputs, letter, benefit, Sheet.At("C", rows[benefit]), figures.Of(benefit, "published_coverage"), ($"A{row}", $"B{row}", ratio), first);

    private void AddBenefit(BenefitResult benefit)
    {
        var row = Sheet.Next;
        var name = benefit.Benefit;
        var cost = Formulas.Cost(inputs, letter, name, $"B{row}", inputs.Of(Knobs.Line, letter), Gdp);
        var gap = Formulas.Gap($"C{row}", inputs.Of(Knobs.Target(name), letter), figures.Of(name, "published_coverage"));
        rows[name] = Sheet.Add([
            Words.Benefit(name), SheetCell.Of(figures.PersonsOf(inputs, name, letter), benefit.Persons),
            .. Amounts("C", cost, row, benefit.Cost), .. Amounts("H", gap, row, benefit.Gap),
        ]);
    }

    private int AddTotal()
    {
        var row = Sheet.Next;
        string Sum(string column) => $"SUM({column}2:{column}{row - 1})";
        // The lower end of a gap that is not stated would read as the gap.
        IEnumerable<SheetCell> gaps = result.IsGapStated ? Amounts("H", Sum("H"), row, result.GapAtLeast) : [Words.T["calculator.book.none"]];
        return Sheet.Add([Words.T["calculator.total"], SheetCell.Empty, .. Amounts("C", Sum("C"), row, result.Cost), .. gaps]);
    }

    /// <summary>A share of GDP, and what it is in the other units, in the order of <see cref="AmountUnit.All"/>.</summary>
    private IEnumerable<SheetCell> Amounts(string column, string share, int row, Amount? amount)
    {
        var usd = ((char)(column[0] + 3)).ToString();
        yield return SheetCell.Of(share, amount?.OfGdp);
        yield return Other($"100*{column}{row}/{figures.Of("", "government_expenditure")}", figures.Of("", "government_expenditure"), amount?.OfExpenditure);
        yield return Other($"100*{column}{row}/{figures.Of("", "government_revenue")}", figures.Of("", "government_revenue"), amount?.OfRevenue);
        yield return Other($"{column}{row}/100*{figures.Of("", "gdp_usd")}", figures.Of("", "gdp_usd"), amount?.Usd);
        yield return Other($"{usd}{row}/{figures.Of("", "population")}", figures.Of("", "gdp_usd"), amount?.PerHead);

        SheetCell Other(string formula, string needed, double? value) =>
            SheetCell.Of($"IF(ISNUMBER({needed}),IF(ISNUMBER({column}{row}),{formula},\"\"),\"\")", value);
    }
}
