namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The page as sheets: inputs that may be changed, and results that follow them by formulas.</summary>
public static class CalculatorWorkbook
{
    /// <param name="address">Of the page, for whoever gets the file alone.</param>
    public static IReadOnlyList<Sheet> Sheets(CalculatorModel model, string address)
    {
        var readme = Readme(model, address);
        var inputs = new InputsSheet(model);
        var sheets = new List<Sheet> { readme, inputs.Sheet };
        foreach (var (letter, result) in new CalculatorCharts(model).Scenarios)
        {
            var results = new ResultsSheet(model, inputs, letter, result);
            sheets.Add(results.Sheet);
            sheets.Add(results.Path());
            sheets.Add(Mix(model, results, letter, result));
        }

        sheets.Add(Sources(model));
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
                line.Option.NoData is { } reason ? t[$"calculator.nodata.{reason}"] : line.Option.IsStock ? t["calculator.mix.stock"] : words.Flags(line.Option.Flags));
        }

        var last = sheet.Next - 1;
        var sum = sheet.Add(t["calculator.total"], SheetCell.Empty, SheetCell.Empty, SheetCell.Of($"SUM(D{first}:D{last})", result.Raised));
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

    private static Sheet Sources(CalculatorModel model)
    {
        var (words, t, inputs) = (model.Words, model.Words.T, model.Inputs!);
        var sheet = new Sheet("Sources");
        sheet.Add(SheetCell.Heading(t["calculator.column.figure"]), SheetCell.Heading(t["calculator.column.value"]), SheetCell.Heading(t["calculator.column.unit"]), SheetCell.Heading(t["column.year"]),
            SheetCell.Heading(t["column.source"]), SheetCell.Heading(t["column.flags"]));
        foreach (var figure in inputs.Members[0].Figures.Where(f => f.SourceId != "parameter"))
        {
            sheet.Add(InputsSheet.NameOf(words, figure.Benefit, figure.Input), figure.ObsValue, figure.UnitMeasure, (double)(figure.SourceTimePeriod ?? figure.TimePeriod),
                words.Source(figure), words.Flags(figure.Flags));
        }

        sheet.Add();
        sheet.Add(SheetCell.Heading(t["calculator.parameters"]), SheetCell.Heading(t["calculator.column.standard"]), SheetCell.Heading(t["calculator.column.unit"]), SheetCell.Empty,
            SheetCell.Heading(t["calculator.column.basis"]), SheetCell.Heading(t["calculator.column.verified"]));
        foreach (var use in ParameterUse.Of(model))
        {
            sheet.Add(use.Parameter.Name, use.Parameter.Value, use.Parameter.UnitMeasure, SheetCell.Empty, use.Parameter.Source,
                t[use.Parameter.IsVerified ? "calculator.verified" : "calculator.unverified"]);
        }

        return sheet;
    }
}
