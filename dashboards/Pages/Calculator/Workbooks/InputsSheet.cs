using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The scenarios' numbers, one a row: the first scenario in column B, the second in C.</summary>
internal sealed class InputsSheet
{
    private readonly Dictionary<string, int> rows = [];

    public InputsSheet(CalculatorModel model)
    {
        var (words, t, area) = (model.Words, model.Words.T, model.Inputs!);
        Sheet.Add(SheetCell.Heading(t["calculator.column.number"]), SheetCell.Heading(t["calculator.scenario.of", "A"]),
            model.B is null ? SheetCell.Empty : SheetCell.Heading(t["calculator.scenario.of", "B"]), SheetCell.Heading(t["calculator.column.standard"]), SheetCell.Heading(t["calculator.column.verified"]));
        // What each member of a group has of its own stands beside the member.
        foreach (var knob in Knobs.All.Where(knob => knob.Option is null && area.StandardOf(knob) is not null))
        {
            var verified = knob.Parameter is { } id ? t[area.Parameters[id].IsVerified ? "calculator.verified" : "calculator.unverified"] : "";
            rows[knob.Name] = Sheet.Add(
                knob.Benefit is { } benefit ? t["calculator.of", words.Benefit(benefit), words.Knob(knob)] : words.Knob(knob),
                Costing.Value(model.State.A, knob, area), model.State.B is { } b ? Costing.Value(b, knob, area) : SheetCell.Empty, SheetCell.Value(area.StandardOf(knob)), verified);
        }
    }

    public Sheet Sheet { get; } = new("Inputs");

    /// <summary>The cell of a number of a scenario.</summary>
    public string Of(Knob knob, string letter) => Sheet.At(letter == "B" ? "C" : "B", rows[knob.Name]);

    public static string NameOf(CalculatorWords words, string benefit, string input) => benefit.Length == 0
        ? words.T[$"calculator.input.{input}"] : words.T["calculator.of", words.Benefit(benefit), words.T[$"calculator.input.{input}"]];
}
