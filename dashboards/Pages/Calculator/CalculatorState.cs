using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>What the calculator is asked: one scenario or two, and which of them the fields are of.</summary>
public sealed record CalculatorState(Scenario A, Scenario? B = null, bool EditsB = false) : IPageState
{
    /// <summary>
    /// The area of the form that sent this, since without JavaScript it sends the standard numbers of its area too; null for a link.
    /// Gone as soon as they are taken out (<see cref="CalculatorModel"/>).
    /// </summary>
    public string? DrawnFor { get; init; }

    public static CalculatorState Standard { get; } = new(Scenario.Standard);

    public bool IsEndless => B is not null || !A.IsStandard || DrawnFor is not null;

    /// <summary>The one whose numbers the fields show.</summary>
    public Scenario Edited => EditsB ? B! : A;

    public string Prefix => EditsB ? Urls.SecondPrefix : "";

    public CalculatorState With(Scenario edited) => EditsB ? this with { B = edited } : this with { A = edited };

    /// <summary>Both scenarios without the numbers that are standard in an area.</summary>
    public CalculatorState Without(CalculatorInputs area) => this with { A = A.Without(area.StandardOf), B = B?.Without(area.StandardOf) };

    public IEnumerable<(string Name, string Value)> Parameters()
    {
        foreach (var parameter in A.Parameters(""))
        {
            yield return parameter;
        }

        if (B is not null)
        {
            yield return (Urls.SecondScenario, On);
            foreach (var parameter in B.Parameters(Urls.SecondPrefix))
            {
                yield return parameter;
            }

            if (EditsB)
            {
                yield return (Urls.Edit, Urls.SecondScenario);
            }
        }

        if (DrawnFor is { } area)
        {
            yield return (Urls.DrawnFor, area);
        }
    }

    internal const string On = "on";
}

/// <summary>Reads <see cref="CalculatorState"/> from the address.</summary>
public sealed class CalculatorParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) => ReadState(reader, known);

    internal static CalculatorState ReadState(ViewStateReader reader, Vocabulary known)
    {
        var first = Scenario.Read(reader, "");
        var second = Scenario.Read(reader, Urls.SecondPrefix);
        var isOn = reader.Take(Urls.SecondScenario, text => text is CalculatorState.On
            ? Parsed.Value(true) : Parsed.Invalid<bool>("calculator.ignored.b")).Or(!second.IsStandard);
        var editsB = reader.Take(Urls.Edit, text => text is Urls.SecondScenario
            ? Parsed.Value(true) : Parsed.Invalid<bool>("calculator.ignored.edit")).Or(false);
        var drawnFor = reader.Take<string?>(Urls.DrawnFor, text => known.AreaCode(text) is { } code
            ? Parsed.Value<string?>(code) : Parsed.Invalid<string?>("ignored.country")).Or(null);
        return new(first, isOn ? second : null, isOn && editsB) { DrawnFor = drawnFor };
    }
}
