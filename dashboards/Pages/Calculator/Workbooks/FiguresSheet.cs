using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The published figures of one country, one a row, and its population by age on a sheet of its own.</summary>
internal sealed class FiguresSheet
{
    private readonly Dictionary<string, int> rows = [];
    private readonly List<(string Persons, string From, string To)> bands = [];
    private readonly CalculatorWords words;

    public FiguresSheet(CalculatorModel model)
    {
        words = model.Words;
        var country = model.Inputs!.Members[0];
        AddFigures(country);
        AddAges(country);
    }

    public Sheet Sheet { get; } = new("Figures");

    public Sheet Ages { get; } = new("Ages");

    /// <summary>The cell of a published figure; empty where none is published.</summary>
    public string Of(string benefit, string input) => Sheet.At("B", rows[$"{benefit}:{input}"]);

    /// <summary>Persons by the scenario's ages and shares, as a formula.</summary>
    public string PersonsOf(InputsSheet inputs, string benefit, string letter) => Formulas.Persons(inputs, letter, benefit, input => Of(benefit, input), bands);

    private void AddFigures(CountryInputs country)
    {
        Sheet.Add(SheetCell.Heading(words.T["calculator.figures"]), SheetCell.Heading(words.T["calculator.column.value"]), SheetCell.Heading(words.T["column.year"]));
        foreach (var input in new[] { "gdp_per_head", "population", "gdp_usd", "government_expenditure", "government_revenue" })
        {
            Add("", input);
        }

        foreach (var benefit in Knobs.Benefits)
        {
            foreach (var input in Formulas.FiguresOf(benefit))
            {
                Add(benefit, input);
            }
        }

        void Add(string benefit, string input)
        {
            var figure = country.Figure(benefit, input);
            rows[$"{benefit}:{input}"] = Sheet.Add(InputsSheet.NameOf(words, benefit, input), SheetCell.Value(figure?.ObsValue), SheetCell.Value(figure?.SourceTimePeriod));
        }
    }

    private void AddAges(CountryInputs country)
    {
        var t = words.T;
        Ages.Add(SheetCell.Heading(t["calculator.book.bands", Formats.Year(country.Year)]), SheetCell.Heading(t["calculator.book.from"]),
            SheetCell.Heading(t["calculator.book.to"]), SheetCell.Heading(t["calculator.book.persons"]));
        foreach (var band in country.Ages.TryGetValue(country.Year, out var known) ? known : [])
        {
            var row = Ages.Add(AgesOf(words, band), (double)band.From, SheetCell.Value(band.To), band.Persons);
            bands.Add((Ages.At("D", row), Ages.At("B", row), Ages.At("C", row)));
        }
    }

    internal static string AgesOf(CalculatorWords words, Core.Methods.AgeBands.Band band) =>
        words.T["calculator.book.band", $"{band.From}{(band.To is { } to ? $"–{to - 1}" : "+")}"];
}
