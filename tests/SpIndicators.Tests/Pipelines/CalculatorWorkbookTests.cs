using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Dashboards.Pages.Calculator.Workbooks;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Workbooks;
using SpIndicators.Tests.Architecture;
using Scenario = SpIndicators.Dashboards.Pages.Calculator.Scenario;
using SheetName = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace SpIndicators.Tests.Pipelines;

/// <summary>The workbook as another program reads it: valid, and its formulas come to the page's numbers.</summary>
public sealed class CalculatorWorkbookTests(BuiltWarehouse warehouse)
{
    private static readonly Scenario Other = Scenario.Standard
        .With("maternity", isIn: false).With(Knobs.ChildTo, 14).With(Knobs.OldAgeFrom, 60).With(Knobs.Level("child"), 40).With(Knobs.Target("oldage"), 80)
        .With(Knobs.Administration, 10).With(Knobs.Line, 6.5).With(Knobs.By, 2028).With(Knobs.Mix("tax"), 0.1).With(Knobs.Mix("reserves"), 5);

    [Theory]
    [InlineData("KEN")]
    [InlineData("BOL")]
    [InlineData("SEN")]
    public void Formulas_OfTheWorkbook_ComeToTheNumbersOfThePage(string area)
    {
        var model = ModelOf(area, new CalculatorState(Scenario.Standard, Other));
        using var document = Open(model);
        var cells = new WorkbookCells(document);

        Expect.Nothing(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.InRange(cells.Formulas.Count, 120, 1000);
        Expect.Nothing(from cell in cells.Formulas
                       let computed = cells.Compute(cell)
                       let kept = cells.Kept(cell)
                       where computed is null != kept is null || (computed is { } c && Math.Abs(c - kept!.Value) > 1e-9 * Math.Max(1, Math.Abs(c)))
                       select $"{cell}: computed {computed}, written {kept}");
        Assert.Equal(model.A!.Cost.OfGdp, cells.Compute("ResultsA!C7")!.Value, 1e-9);
        Assert.Equal(model.B!.GapAtLeast.OfGdp, cells.Compute("ResultsB!H6")!.Value, 1e-9);
    }

    [Theory]
    [InlineData("202")]
    [InlineData("X21")]
    [InlineData("LMY")]
    public void Formulas_OfAGroupsWorkbook_ComeToTheNumbersOfThePage(string area)
    {
        var model = ModelOf(area, new CalculatorState(Scenario.Standard.With(Knobs.Mix("fuel_subsidies"), 0.3), Other));
        using var document = Open(model);
        var cells = new WorkbookCells(document);
        var members = model.Inputs!.Counted.Count;

        Expect.Nothing(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.InRange(cells.Formulas.Count, 80 * members, 120 * members);
        Expect.Nothing(from cell in cells.Formulas
                       let computed = cells.Compute(cell)
                       let kept = cells.Kept(cell)
                       where computed is null != kept is null || (computed is { } c && Math.Abs(c - kept!.Value) > 1e-9 * Math.Max(1, Math.Abs(c)))
                       select $"{cell}: computed {computed}, written {kept}");
        Assert.Equal(model.A!.Cost.OfGdp, cells.Compute("ResultsA!C7")!.Value, 1e-9);
        Assert.Equal(model.A.Gap!.OfGdp, cells.Compute("ResultsA!H7")!.Value, 1e-9);
        Assert.Equal(model.B!.Cost.OfGdp, cells.Compute("ResultsB!C6")!.Value, 1e-9);
        Assert.Equal(model.A.Path[^1].ShareOfGdp, cells.Compute($"PathA!E{model.A.Path.Count + 1}")!.Value, 1e-9);
        Assert.Equal(model.A.Open!.Value.AtLeast, cells.Compute($"MixA!D{model.A.Mix.Count + 4}")!.Value, 1e-9);
        Assert.Equal(model.A.OpenAlone!.Value.AtLeast, cells.Compute($"MixA!D{model.A.Mix.Count + 5}")!.Value, 1e-9);
    }

    [Fact]
    public void GroupResults_WhenNumbersAreChangedInTheWorkbook_FollowThem()
    {
        var model = ModelOf("202", CalculatorState.Standard);
        using var document = Open(model);
        var cells = new WorkbookCells(document);
        cells.Change("Inputs!B2", 50);
        var tax = model.A!.Mix.Index().First(line => line.Item.Option.OptionId == "tax").Index + 2;
        cells.Change($"MixA!C{tax}", 0.2);
        var changed = ScenarioResults.Of(model.Inputs!, Scenario.Standard.With(Knobs.Level("child"), 50).With(Knobs.Mix("tax"), 0.2));

        Assert.Equal(changed.Cost.OfGdp, cells.Compute("ResultsA!C7")!.Value, 1e-9);
        Assert.Equal(changed.Path[^1].ShareOfGdp, cells.Compute($"PathA!E{changed.Path.Count + 1}")!.Value, 1e-9);
        Assert.Equal(changed.Open!.Value.AtLeast, cells.Compute($"MixA!D{changed.Mix.Count + 4}")!.Value, 1e-9);
        Assert.Equal(changed.OpenAlone!.Value.AtLeast, cells.Compute($"MixA!D{changed.Mix.Count + 5}")!.Value, 1e-9);
    }

    /// <summary>A sum of what happens to be known, on the line of the total, would read as the gap.</summary>
    [Fact]
    public void Total_WhereNoGapIsStated_SaysSoInsteadOfANumber()
    {
        var area = warehouse.Query<string>("select min(ref_area) from indicators.package where benefits = 5 and gap is null").Single();
        var model = ModelOf(area, CalculatorState.Standard);
        using var document = Open(model);
        var cells = new WorkbookCells(document);

        Assert.Null(model.A!.Gap);
        Assert.Null(cells.Compute("ResultsA!H7"));
        Assert.Equal(model.A.Cost.OfGdp, cells.Compute("ResultsA!C7")!.Value, 1e-9);
        Assert.Equal("not stated", TextOf(document, "ResultsA", "H7"));
    }

    [Fact]
    public void Sheets_WithATable_HoldOneTableEach()
    {
        using var document = Open(ModelOf("202", CalculatorState.Standard));
        var tables = document.WorkbookPart!.Workbook.Descendants<SheetName>().Where(sheet => sheet.Name!.Value is "Inputs" or "Members" or "Options" or "MembersA" or "PathMembersA" or "OwnA" or "Sources" or "Parameters").ToList();

        Assert.Equal(8, tables.Count);
        Expect.Nothing(from sheet in tables
                       let part = (WorksheetPart)document.WorkbookPart!.GetPartById(sheet.Id!.Value!)
                       let rows = part.Worksheet.Descendants<Row>().ToList()
                       where rows.Exists(row => !row.HasChildren) || !part.Worksheet.Descendants<Pane>().Any() || rows.Skip(1).SelectMany(row => row.Elements<Cell>()).Any(cell => cell.StyleIndex?.Value == 1)
                       select $"{sheet.Name}: an empty row, a second head or no fixed one");
    }

    [Fact]
    public void Results_WhenAnInputIsChangedInTheWorkbook_FollowIt()
    {
        using var document = Open(ModelOf("KEN", CalculatorState.Standard));
        var cells = new WorkbookCells(document);
        cells.Change("Inputs!B2", 50);
        var doubled = ScenarioResults.Of(ModelOf("KEN", CalculatorState.Standard).Inputs!, Scenario.Standard.With(Knobs.Level("child"), 50));

        Assert.Equal(doubled.Cost.OfGdp, cells.Compute("ResultsA!C7")!.Value, 1e-9);
    }

    [Fact]
    public void Sheets_OfTheWorkbook_SayWhatTheyAreAndWhereFrom()
    {
        using var document = Open(ModelOf("KEN", CalculatorState.Standard));
        var names = document.WorkbookPart!.Workbook.Descendants<SheetName>().Select(sheet => sheet.Name!.Value!);

        Assert.Equal(["Readme", "Inputs", "Figures", "Ages", "ResultsA", "PathA", "MixA", "Sources", "Parameters"], names);
        var texts = document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Text>()).Select(text => text.Text).ToList();
        Assert.Contains(texts, text => text.Contains("These are estimates", StringComparison.Ordinal));
        Assert.Contains("not verified", texts);
        Assert.Contains(texts, text => text.Contains("World Bank", StringComparison.Ordinal));
        Assert.Contains("https://example.org/calculator?country=~KEN", texts);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("Kenya", "Kenya")]
    [InlineData("", "")]
    public void Text_ThatLooksLikeAFormula_IsMadeHarmless(string text, string written) => Assert.Equal(written, CsvFile.Harmless(text));

    private static string TextOf(SpreadsheetDocument document, string sheet, string cell) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Descendants<SheetName>().Single(s => s.Name == sheet).Id!.Value!))
            .Worksheet.Descendants<Cell>().Single(c => c.CellReference == cell).InnerText;

    private CalculatorModel ModelOf(string area, CalculatorState state)
    {
        using var session = warehouse.Open();
        return CalculatorModel.Read(session, Vocabulary.Of(session), ViewState.Default with { Countries = new([area]), Language = Language.English }, state, new KeptInputs());
    }

    private static SpreadsheetDocument Open(CalculatorModel model) => SpreadsheetDocument.Open(
        new MemoryStream(WorkbookFile.Of(CalculatorWorkbook.Sheets(model, $"https://example.org{model.Url}"))), isEditable: false);
}
