using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>
/// Who pays in a group: what each option could bring each member, the mix of a scenario, and what each member lacks when it pays for
/// itself alone.
/// </summary>
internal sealed class GroupMixSheets
{
    private readonly CalculatorModel model;
    private readonly MembersSheet members;

    public GroupMixSheets(CalculatorModel model, MembersSheet members)
    {
        (this.model, this.members) = (model, members);
        var (inputs, t) = (model.Inputs!, model.Words.T);
        Options.Add([SheetCell.Heading(t["column.country"]), .. Offered.Select(option => SheetCell.Heading($"{option.Name}, {t["calculator.unit.gdp"]}"))]);
        foreach (var member in inputs.Counted)
        {
            Options.Add([
                model.Words.Area(member.RefArea),
                .. Offered.Select(option => SheetCell.Value(inputs.Yields.TryGetValue((member.RefArea, option.OptionId), out var potential) ? potential : null)),
            ]);
        }
    }

    /// <summary>Options with a sum, a column each; one member a row.</summary>
    public Sheet Options { get; } = new("Options");

    private List<OptionRow> Offered => [.. model.Inputs!.Options.Where(option => option.PotentialAYear is not null)];

    private string Gdp => members.All(":gdp_usd");

    public IEnumerable<Sheet> Mix(GroupResultsSheet results, MemberCostsSheet costs, string letter, ScenarioResult result)
    {
        var (words, t) = (model.Words, model.Words.T);
        var mix = new Sheet($"Mix{letter}");
        mix.Add(SheetCell.Heading(t["calculator.mix.column"]), SheetCell.Heading(t["calculator.book.limit"]), SheetCell.Heading(t["calculator.book.chosen"]),
            SheetCell.Heading(t["calculator.book.used"]), SheetCell.Heading(t["calculator.book.part"]), SheetCell.Heading(t["calculator.book.countries"]),
            SheetCell.Heading(t["calculator.book.limit.usd"]), SheetCell.Heading(t["column.flags"]));
        var first = mix.Next;
        foreach (var line in result.Mix)
        {
            mix.Add(RowOf(line, mix.Next));
        }

        var (last, own) = (mix.Next - 1, OwnOf(mix, costs, letter, result));
        var sum = mix.Add(t["calculator.mix.total"], SheetCell.Empty, SheetCell.Empty, SheetCell.Of($"SUM(D{first}:D{last})", result.Raised));
        if (result is { Gap: { } stated, Open: { } open, OpenAlone: { } alone })
        {
            var gap = AddSum(t["calculator.mix.gap"], results.TotalGap, stated.OfGdp);
            AddSum(t["calculator.mix.open"], $"MAX(0,D{gap}-D{sum})", open.AtLeast);
            AddSum(t["calculator.book.alone"], $"100*SUM({members.All(own, "D")})/SUM({Gdp})", alone.AtLeast);
        }
        else
        {
            mix.Add(t["calculator.mix.gap"], SheetCell.Empty, SheetCell.Empty, t["calculator.book.none"]);
            mix.Add(t["calculator.mix.open"], SheetCell.Empty, SheetCell.Empty, t["calculator.book.none"]);
        }

        return result.IsGapStated ? [mix, own] : [mix];

        int AddSum(string name, string formula, double value) => mix.Add(
            name, SheetCell.Empty, SheetCell.Empty, SheetCell.Of(formula, value), SheetCell.Empty, SheetCell.Empty, SheetCell.Empty,
            result.Span.IsRange ? t["calculator.book.stated"] : "");
    }

    private IReadOnlyList<SheetCell> RowOf(MixLine line, int row)
    {
        var option = line.Option;
        var theirs = Offered.FindIndex(offered => offered.OptionId == option.OptionId) is >= 0 and var at ? members.All(Options, Sheet.Column(1 + at)) : null;
        var note = CalculatorWorkbook.NoteOf(model.Words, option);
        return theirs is null
            ? [option.Name, SheetCell.Empty, SheetCell.Empty, 0, 0, SheetCell.Value(option.Members?.Having), SheetCell.Empty, note]
            :
            [
                option.Name, SheetCell.Of($"SUMPRODUCT({theirs},{Gdp})/SUM({Gdp})", option.PotentialAYear), line.Wanted, SheetCell.Of($"MIN(C{row},MAX(0,B{row}))", line.Used),
                SheetCell.Of($"IF(B{row},D{row}/B{row},0)", line.UsedPart), SheetCell.Of($"COUNT({theirs})", option.Members!.Having),
                SheetCell.Of($"SUMPRODUCT({theirs},{Gdp})/100", option.Members.UsdAYear), note,
            ];
    }

    /// <summary>A member raises the part of its own potential that the group uses of the sum; what it does not need stays with it.</summary>
    private Sheet OwnOf(Sheet mix, MemberCostsSheet costs, string letter, ScenarioResult result)
    {
        var (inputs, t) = (model.Inputs!, model.Words.T);
        var own = new Sheet($"Own{letter}");
        own.Add(SheetCell.Heading(t["column.country"]), SheetCell.Heading(t["calculator.book.least"]), SheetCell.Heading(t["calculator.book.raised"]), SheetCell.Heading(t["calculator.book.own"]));
        var lines = result.Mix.Index().ToDictionary(line => line.Item.Option.OptionId, line => (Row: line.Index + 2, line.Item.UsedPart));
        foreach (var (at, member) in inputs.Counted.Index())
        {
            var row = MembersSheet.RowOf(at);
            var parts = Offered.Select((option, column) => $"IF(ISNUMBER({Options.At(Sheet.Column(1 + column), row)}),{Options.At(Sheet.Column(1 + column), row)},0)*{mix.At("E", lines[option.OptionId].Row)}");
            var raised = Offered.Sum(option => lines[option.OptionId].UsedPart * inputs.Yields.GetValueOrDefault((member.RefArea, option.OptionId)));
            var gap = Costing.Of(member, result.Scenario, inputs).Package.GapShareOfGdpAtLeast;
            own.Add(
                model.Words.Area(member.RefArea), SheetCell.Of(costs.Sheet.At(costs.GapAtLeast, row), gap), SheetCell.Of(string.Join('+', parts) is { Length: > 0 } sum ? sum : "0", raised),
                SheetCell.Of($"MAX(0,B{row}-C{row})/100*{members.Of("", "gdp_usd", row)}", Math.Max(0, gap - raised) / 100 * member["", "gdp_usd"]!.Value));
        }

        return own;
    }
}
