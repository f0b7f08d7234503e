using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>What the calculator is asked: one scenario or two, and which of them the fields are of.</summary>
public sealed record CalculatorState(Scenario A, Scenario? B = null, bool EditsB = false) : IPageState
{
    public static CalculatorState Standard { get; } = new(Scenario.Standard);

    public bool IsEndless => B is not null || !A.IsStandard;

    /// <summary>The one whose numbers the fields show.</summary>
    public Scenario Edited => EditsB ? B! : A;

    public string Prefix => EditsB ? Urls.SecondPrefix : "";

    public CalculatorState With(Scenario edited) => EditsB ? this with { B = edited } : this with { A = edited };

    public IEnumerable<(string Name, string Value)> Parameters()
    {
        foreach (var parameter in A.Parameters(""))
        {
            yield return parameter;
        }

        if (B is null)
        {
            yield break;
        }

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

    internal const string On = "on";
}

/// <summary>Reads <see cref="CalculatorState"/> from the address.</summary>
public sealed class CalculatorParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) => ReadState(reader);

    internal static CalculatorState ReadState(ViewStateReader reader)
    {
        var first = Scenario.Read(reader, "");
        var second = Scenario.Read(reader, Urls.SecondPrefix);
        var isOn = reader.Take(Urls.SecondScenario, text => text is CalculatorState.On
            ? Parsed.Value(true) : Parsed.Invalid<bool>("calculator.ignored.b")).Or(!second.IsStandard);
        var editsB = reader.Take(Urls.Edit, text => text is Urls.SecondScenario
            ? Parsed.Value(true) : Parsed.Invalid<bool>("calculator.ignored.edit")).Or(false);
        return new(first, isOn ? second : null, isOn && editsB);
    }
}
