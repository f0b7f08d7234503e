using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The page as sheets: inputs that may be changed, and results that follow them by formulas.</summary>
public static class CalculatorWorkbook
{
    /// <param name="address">Of the page, for whoever gets the file alone.</param>
    public static IReadOnlyList<Sheet> Sheets(CalculatorModel model, string address)
    {
        var readme = Readme(model, address);
        var inputs = new InputsSheet(model);
        if (model.Inputs!.IsGroup)
        {
            return [readme, inputs.Sheet, .. GroupSheets.Of(model, inputs), Sources(model), Parameters(model)];
        }

        var figures = new FiguresSheet(model);
        var sheets = new List<Sheet> { readme, inputs.Sheet, figures.Sheet, figures.Ages };
        foreach (var (letter, result) in new CalculatorCharts(model).Scenarios)
        {
            var results = new ResultsSheet(model, inputs, figures, letter, result);
            sheets.Add(results.Sheet);
            sheets.Add(results.Path());
            sheets.Add(Mix(model, results, letter, result));
        }

        sheets.AddRange(Sources(model), Parameters(model));
        return sheets;
    }

    private static Sheet Readme(CalculatorModel model, string address)
    {
        var (words, t) = (model.Words, model.Words.T);
        var sheet = new Sheet("Readme");
        sheet.Add(SheetCell.Heading(t["calculator.results", words.Area(model.Inputs!.RefArea), Languages.Formats.Year(model.Inputs.Members[0].Year)]));
        sheet.Add(address);
        sheet.Add(t["calculator.book.vintage", words.Format.Vintage(words.Vintage)]);
        sheet.Add(t["calculator.book.how"]);
        if (model.Inputs.IsGroup)
        {
            sheet.Add(t["calculator.group", words.Format.Whole(model.Inputs.Counted.Count), words.Format.Whole(model.Inputs.AllMembers.Count)]);
            sheet.Add(t["calculator.members.counted", words.Names(model.Inputs.Counted.Select(member => member.RefArea))]);
            if (model.Inputs.NotCounted.Any())
            {
                sheet.Add(t["calculator.members.left", words.Names(model.Inputs.NotCounted)]);
            }
        }

        sheet.Add();
        sheet.Add(SheetCell.Heading(t["calculator.estimate.title"]));
        sheet.Add(t["calculator.estimate"]);
        sheet.Add(t["calculator.inputs.method"]);
        sheet.Add(t["calculator.path.note"]);
        sheet.Add(t["calculator.mix.note"]);
        sheet.Add(t["footer.licence"]);
        return sheet;
    }

    private static Sheet Mix(CalculatorModel model, ResultsSheet results, string letter, ScenarioResult result)
    {
        var (words, t) = (model.Words, model.Words.T);
        var sheet = new Sheet($"Mix{letter}");
        sheet.Add(SheetCell.Heading(t["calculator.mix.column"]), SheetCell.Heading(t["calculator.book.limit"]), SheetCell.Heading(t["calculator.book.chosen"]),
            SheetCell.Heading(t["calculator.book.used"]), SheetCell.Heading(t["column.flags"]));
        var first = sheet.Next;
        foreach (var line in result.Mix)
        {
            var row = sheet.Next;
            sheet.Add(
                line.Option.Name, SheetCell.Value(line.Option.PotentialAYear), line.Wanted, SheetCell.Of($"MIN(C{row},MAX(0,B{row}))", line.Used),
                NoteOf(words, line.Option));
        }

        var last = sheet.Next - 1;
        var sum = sheet.Add(t["calculator.mix.total"], SheetCell.Empty, SheetCell.Empty, SheetCell.Of($"SUM(D{first}:D{last})", result.Raised));
        if (result is { Gap: { } stated, Open: { } open })
        {
            var note = result.Span.IsRange ? t["calculator.book.stated"] : "";
            var gap = sheet.Add(t["calculator.mix.gap"], SheetCell.Empty, SheetCell.Empty, SheetCell.Of(results.TotalGap, stated.OfGdp), note);
            sheet.Add(t["calculator.mix.open"], SheetCell.Empty, SheetCell.Empty, SheetCell.Of($"MAX(0,D{gap}-D{sum})", open.AtLeast), note);
        }
        else
        {
            // The lower end of a gap that is not stated would read as the gap.
            sheet.Add(t["calculator.mix.gap"], SheetCell.Empty, SheetCell.Empty, SheetCell.Empty, t["calculator.mix.nogap"]);
            sheet.Add(t["calculator.mix.open"], SheetCell.Empty, SheetCell.Empty, SheetCell.Empty, t["calculator.mix.nogap"]);
        }

        return sheet;
    }

    /// <summary>Why an option has no amount, or what to know of the amount.</summary>
    internal static string NoteOf(CalculatorWords words, OptionRow option) =>
        words.NoAmount(option) ?? string.Join("; ", new[] { option.IsStock ? words.T["calculator.mix.stock"] : "", words.Flags(option.Flags) }.Where(part => part.Length > 0));

    /// <summary>Every published figure, one a row; of a group those of each country counted.</summary>
    private static Sheet Sources(CalculatorModel model)
    {
        var (words, t, inputs) = (model.Words, model.Words.T, model.Inputs!);
        var sheet = new Sheet("Sources");
        IEnumerable<SheetCell> CountryOf(CountryInputs country) => inputs.IsGroup ? [words.Area(country.RefArea)] : [];
        sheet.Add([
            .. inputs.IsGroup ? [SheetCell.Heading(t["column.country"])] : Array.Empty<SheetCell>(),
            SheetCell.Heading(t["calculator.column.figure"]), SheetCell.Heading(t["calculator.column.value"]), SheetCell.Heading(t["calculator.column.unit"]), SheetCell.Heading(t["column.year"]),
            SheetCell.Heading(t["column.source"]), SheetCell.Heading(t["column.flags"]),
        ]);
        foreach (var country in inputs.Counted)
        {
            foreach (var figure in country.Figures.Where(f => f.SourceId != "parameter"))
            {
                sheet.Add([
                    .. CountryOf(country), InputsSheet.NameOf(words, figure.Benefit, figure.Input), figure.ObsValue, figure.UnitMeasure,
                    (double)(figure.SourceTimePeriod ?? figure.TimePeriod), words.Source(figure), words.Flags(figure.Flags),
                ]);
            }
        }

        return sheet;
    }

    private static Sheet Parameters(CalculatorModel model)
    {
        var t = model.Words.T;
        var sheet = new Sheet("Parameters");
        sheet.Add(SheetCell.Heading(t["calculator.parameters"]), SheetCell.Heading(t["calculator.column.standard"]), SheetCell.Heading(t["calculator.column.unit"]),
            SheetCell.Heading(t["calculator.column.basis"]), SheetCell.Heading(t["calculator.column.verified"]));
        foreach (var use in ParameterUse.Of(model))
        {
            sheet.Add(use.Parameter.Name, use.Parameter.Value, use.Parameter.UnitMeasure, use.Parameter.Source,
                t[use.Parameter.IsVerified ? "calculator.verified" : "calculator.unverified"]);
        }

        return sheet;
    }
}
