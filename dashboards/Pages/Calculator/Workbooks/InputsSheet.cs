namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>Every number that goes in, each in a cell of its own: published figures in column B, the scenarios' numbers in B and C.</summary>
internal sealed class InputsSheet
{
    private readonly Dictionary<string, int> rows = [];
    private readonly CalculatorModel model;
    private readonly List<int> bands = [];

    public InputsSheet(CalculatorModel model)
    {
        this.model = model;
        AddNumbers();
        Sheet.Add();
        AddFigures();
        Sheet.Add();
        AddBands();
    }

    public Sheet Sheet { get; } = new("Inputs");

    private CalculatorWords Words => model.Words;

    private CountryInputs Country => model.Inputs!.Members[0];

    /// <summary>The cell of a number of a scenario.</summary>
    public string Of(Knob knob, string letter) => Sheet.At(letter == "B" ? "C" : "B", rows[knob.Name]);

    /// <summary>The cell of a published figure; empty where none is published.</summary>
    public string Of(string benefit, string input) => Sheet.At("B", rows[$"{benefit}:{input}"]);

    /// <summary>Persons by the scenario's ages and shares, as a formula.</summary>
    public string PersonsOf(string benefit, string letter) => benefit switch
    {
        "child" => string.Join('+', bands.SkipLast(1).Select(row =>
            $"{Sheet.At("D", row)}*MAX(0,MIN(1,({Of(Knobs.ChildTo, letter)}+1-{Sheet.At("B", row)})/({Sheet.At("C", row)}-{Sheet.At("B", row)})))")),
        "oldage" => Sheet.At("D", bands[^1]) + string.Concat(bands.SkipLast(1).Select(row =>
            $"+{Sheet.At("D", row)}*MAX(0,MIN(1,({Sheet.At("C", row)}-{Of(Knobs.OldAgeFrom, letter)})/({Sheet.At("C", row)}-{Sheet.At("B", row)})))")),
        "disability" => $"{Of(benefit, "base_population")}*{Of(Knobs.Prevalence, letter)}/100",
        _ => $"{Of(benefit, "base_population")}*{Of(benefit, "eligible_share")}/100",
    };

    public static string NameOf(CalculatorWords words, string benefit, string input) => benefit.Length == 0
        ? words.T[$"calculator.input.{input}"] : words.T["calculator.of", words.Benefit(benefit), words.T[$"calculator.input.{input}"]];

    private void AddNumbers()
    {
        var t = Words.T;
        Sheet.Add(SheetCell.Heading(t["calculator.column.number"]), SheetCell.Heading(t["calculator.scenario.of", "A"]),
            model.B is null ? SheetCell.Empty : SheetCell.Heading(t["calculator.scenario.of", "B"]), SheetCell.Heading(t["calculator.column.standard"]), SheetCell.Heading(t["calculator.column.verified"]));
        foreach (var knob in Knobs.All.Where(knob => knob.Option is null))
        {
            var verified = knob.Parameter is { } id ? t[model.Inputs!.Parameters[id].IsVerified ? "calculator.verified" : "calculator.unverified"] : "";
            rows[knob.Name] = Sheet.Add(
                knob.Benefit is { } benefit ? t["calculator.of", Words.Benefit(benefit), Words.Knob(knob)] : Words.Knob(knob),
                Costing.Value(model.State.A, knob, model.Inputs!), model.State.B is { } b ? Costing.Value(b, knob, model.Inputs!) : SheetCell.Empty, SheetCell.Value(model.Inputs!.StandardOf(knob)), verified);
        }
    }

    private void AddFigures()
    {
        Sheet.Add(SheetCell.Heading(Words.T["calculator.figures"]), SheetCell.Heading(Words.T["calculator.column.value"]), SheetCell.Heading(Words.T["column.year"]));
        foreach (var input in new[] { "gdp_per_head", "population", "gdp_usd", "government_expenditure", "government_revenue" })
        {
            Add("", input);
        }

        foreach (var benefit in Knobs.Benefits)
        {
            // Children and older persons are counted from the bands below, by the scenario's ages.
            if (benefit is not ("child" or "oldage"))
            {
                Add(benefit, "base_population");
                if (benefit != "disability")
                {
                    Add(benefit, "eligible_share");
                }
            }

            Add(benefit, "published_coverage");
        }

        void Add(string benefit, string input)
        {
            var figure = Country.Figure(benefit, input);
            rows[$"{benefit}:{input}"] = Sheet.Add(NameOf(Words, benefit, input), SheetCell.Value(figure?.ObsValue), SheetCell.Value(figure?.SourceTimePeriod));
        }
    }

    private void AddBands()
    {
        var t = Words.T;
        Sheet.Add(SheetCell.Heading(t["calculator.book.bands", Languages.Formats.Year(Country.Year)]), SheetCell.Heading(t["calculator.book.from"]),
            SheetCell.Heading(t["calculator.book.to"]), SheetCell.Heading(t["calculator.book.persons"]));
        foreach (var band in Country.Ages.TryGetValue(Country.Year, out var known) ? known : [])
        {
            bands.Add(Sheet.Add(t["calculator.book.band", $"{band.From}{(band.To is { } to ? $"–{to - 1}" : "+")}"], (double)band.From, SheetCell.Value(band.To), band.Persons));
        }
    }
}
