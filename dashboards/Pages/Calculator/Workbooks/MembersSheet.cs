using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The published figures of a group's counted members, one member a row, and helpers that make ratios of sums of them.</summary>
internal sealed class MembersSheet
{
    private const int First = 2;

    private readonly List<string> columns = [];
    private readonly List<(int Column, string From, string To)> bands = [];
    private readonly IReadOnlyList<CountryInputs> members;

    public MembersSheet(CalculatorModel model)
    {
        var (words, t) = (model.Words, model.Words.T);
        members = model.Inputs!.Counted;
        var inputs = new List<(string Benefit, string Input)> { ("", "line"), ("", "population"), ("", "gdp_per_head"), ("", "gdp_usd"), ("", "government_expenditure"), ("", "government_revenue") };
        inputs.AddRange(from benefit in Knobs.Benefits from input in Formulas.FiguresOf(benefit) select (benefit, input));
        columns = ["name", "code", .. inputs.Select(i => $"{i.Benefit}:{i.Input}")];
        var ages = members.SelectMany(m => m.Ages[m.Year]).DistinctBy(band => band.From).OrderBy(band => band.From).ToList();
        foreach (var band in ages)
        {
            bands.Add((columns.Count, Knob.Spell(band.From), band.To is { } to ? Knob.Spell(to) : ""));
            columns.Add($"age:{band.From}");
        }

        columns.AddRange(["gdp of government_expenditure", "gdp of government_revenue"]);
        Sheet.Add([
            SheetCell.Heading(t["column.country"]), SheetCell.Heading(t["calculator.book.code"]),
            .. inputs.Select(i => SheetCell.Heading(i.Input == "line" ? words.Knob(Knobs.Line) : InputsSheet.NameOf(words, i.Benefit, i.Input))),
            .. ages.Select(band => SheetCell.Heading(FiguresSheet.AgesOf(words, band))),
            SheetCell.Heading(t["calculator.book.gdp.expenditure"]), SheetCell.Heading(t["calculator.book.gdp.revenue"]),
        ]);
        foreach (var member in members)
        {
            var row = Sheet.Next;
            Sheet.Add([
                words.Area(member.RefArea), member.RefArea, .. inputs.Select(i => SheetCell.Value(member[i.Benefit, i.Input])),
                .. ages.Select(band => SheetCell.Value(member.Ages[member.Year].FirstOrDefault(b => b.From == band.From)?.Persons)),
                GdpOf(member, "government_expenditure", row), GdpOf(member, "government_revenue", row),
            ]);
        }
    }

    public Sheet Sheet { get; } = new("Members");

    /// <summary>The row of a member: the same on every sheet that has one row a member.</summary>
    public static int RowOf(int member) => First + member;

    public int Last => RowOf(members.Count - 1);

    public string Of(string benefit, string input, int row) => Sheet.At(Letter($"{benefit}:{input}"), row);

    /// <summary>All members' figures of a kind.</summary>
    public string All(string input) => Sheet.Range(Letter(input), First, Last);

    /// <summary>The same column of another sheet that has one row a member.</summary>
    public string All(Sheet sheet, string column) => sheet.Range(column, First, Last);

    public string PersonsOf(InputsSheet inputs, string benefit, string letter, int row) => Formulas.Persons(
        inputs, letter, benefit, input => Of(benefit, input, row), [.. bands.Select(band => (Sheet.At(Sheet.Column(band.Column), row), band.From, band.To))]);

    private string Letter(string column) => Sheet.Column(columns.IndexOf(column));

    /// <summary>GDP where the figure it is to be divided by is published, else nothing.</summary>
    private SheetCell GdpOf(CountryInputs member, string input, int row)
    {
        var (figure, gdp) = ($"{Letter($":{input}")}{row}", $"{Letter(":gdp_usd")}{row}");
        return SheetCell.Of($"IF(ISNUMBER({figure}),IF({figure},{gdp},0),0)", member["", input] is > 0 ? member["", "gdp_usd"] : 0);
    }
}
