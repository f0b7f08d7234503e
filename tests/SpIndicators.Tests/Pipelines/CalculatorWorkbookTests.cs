using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Dashboards.Pages.Calculator.Workbooks;
using SpIndicators.Dashboards.State;
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

        Assert.Equal(["Readme", "Inputs", "ResultsA", "PathA", "MixA", "Sources"], names);
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
    public void Text_ThatLooksLikeAFormula_IsMadeHarmless(string text, string written) => Assert.Equal(written, WorkbookFile.Harmless(text));

    private CalculatorModel ModelOf(string area, CalculatorState state)
    {
        using var session = warehouse.Open();
        return CalculatorModel.Read(session, Vocabulary.Of(session), ViewState.Default with { Countries = new([area]), Language = Language.English }, state, new KeptInputs());
    }

    private static SpreadsheetDocument Open(CalculatorModel model) => SpreadsheetDocument.Open(
        new MemoryStream(WorkbookFile.Of(CalculatorWorkbook.Sheets(model, $"https://example.org{model.Url}"))), isEditable: false);
}
