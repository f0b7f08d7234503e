using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>The sheets of a group: its members' figures, and for every scenario members' costs, totals, path and mix as formulas.</summary>
internal static class GroupSheets
{
    public static IEnumerable<Sheet> Of(CalculatorModel model, InputsSheet inputs)
    {
        var members = new MembersSheet(model);
        var options = new GroupMixSheets(model, members);
        yield return members.Sheet;
        yield return options.Options;
        foreach (var (letter, result) in new CalculatorCharts(model).Scenarios)
        {
            var costs = new MemberCostsSheet(model, inputs, members, letter, result);
            var results = new GroupResultsSheet(model, members, costs, letter, result);
            yield return results.Sheet;
            yield return costs.Sheet;
            foreach (var sheet in GroupPathSheets.Of(model, inputs, members, costs, letter, result))
            {
                yield return sheet;
            }

            foreach (var sheet in options.Mix(results, costs, letter, result))
            {
                yield return sheet;
            }
        }
    }
}
