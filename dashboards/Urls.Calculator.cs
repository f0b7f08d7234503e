using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards;

/// <summary>The addresses of the calculator; the names of its numbers are those of <c>Knobs</c>.</summary>
public static partial class Urls
{
    public const string CalculatorPath = "/calculator";
    public const string CalculatorWorkbookPath = "/calculator.xlsx";

    /// <summary>The benefits of the package, between tildes or one a parameter.</summary>
    public const string Benefits = "benefits";

    /// <summary>A second scenario is shown beside the first.</summary>
    public const string SecondScenario = "b";

    /// <summary>Stands before the names of the second scenario's numbers.</summary>
    public const string SecondPrefix = "b.";

    /// <summary>Which scenario the fields on the page belong to.</summary>
    public const string Edit = "edit";

    /// <summary>The area a form was drawn for: its boxes are full of that area's standard numbers.</summary>
    public const string DrawnFor = "of";

    public static string Calculator(ViewState state, IPageState? own = null) => Of(CalculatorPath, state, own);

    public static string CalculatorWorkbook(ViewState state, IPageState own) => Of(CalculatorWorkbookPath, state, own);
}
