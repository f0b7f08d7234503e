using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Pages.Calculator.Workbooks;

/// <summary>A group's way to the target: a sheet of its members' ways, year by year, and a sheet of their sums.</summary>
internal static class GroupPathSheets
{
    public static IEnumerable<Sheet> Of(CalculatorModel model, InputsSheet inputs, MembersSheet members, MemberCostsSheet costs, string letter, ScenarioResult result)
    {
        var (words, t, way) = (model.Words, model.Words.T, result.OfGroup);
        var path = new Sheet($"Path{letter}");
        if (way.Years.Count == 0)
        {
            path.Add(t["calculator.path.none.group"]);
            yield return path;
            yield break;
        }

        var first = way.Years[0].Year;
        var benefits = result.Benefits.Select(benefit => benefit.Benefit).ToList();
        var dollars = t["calculator.path.column.usd", Formats.Year(first)];
        var each = new Sheet($"PathMembers{letter}");
        each.Add([
            SheetCell.Heading(t["column.country"]), SheetCell.Heading(t["column.year"]), SheetCell.Heading(t["calculator.book.growth"]),
            .. benefits.Select(benefit => SheetCell.Heading(t["calculator.book.ratio", words.Benefit(benefit)])),
            SheetCell.Heading(t["calculator.book.gdp", Formats.Year(first)]), SheetCell.Heading(t["calculator.unit.gdp.year"]), SheetCell.Heading(dollars),
        ]);
        path.Add(SheetCell.Heading(t["column.year"]), SheetCell.Heading(t["calculator.book.countries"]), SheetCell.Heading(t["calculator.book.gdp", Formats.Year(first)]),
            SheetCell.Heading(dollars), SheetCell.Heading(t["calculator.unit.gdp.year"]));
        var (gdp, share, usd) = (Sheet.Column(3 + benefits.Count), Sheet.Column(4 + benefits.Count), Sheet.Column(5 + benefits.Count));
        var rowOf = model.Inputs!.Counted.Index().ToDictionary(member => member.Item.RefArea, member => MembersSheet.RowOf(member.Index));
        foreach (var (at, year) in way.Years.Index())
        {
            var from = each.Next;
            foreach (var (country, years) in way.Members)
            {
                each.Add(RowOf(country, years[at]));
            }

            var sum = path.Next;
            string Sum(string column) => $"SUM({each.Range(column, from, each.Next - 1)})";
            path.Add(
                (double)year.Year, SheetCell.Of($"COUNT({each.Range(usd, from, each.Next - 1)})", way.Members.Count),
                SheetCell.Of(Sum(gdp), way.Members.Sum(member => member.Country["", "gdp_usd"]!.Value * member.Country.Growth[year.Year])),
                SheetCell.Of(Sum(usd), year.Usd), SheetCell.Of($"100*D{sum}/C{sum}", year.ShareOfGdp));
        }

        path.Add();
        path.Add(t["calculator.path.members", words.Format.Whole(way.Members.Count), words.Format.Whole(model.Inputs.Counted.Count)]);
        if (way.LeftOut.Count > 0)
        {
            path.Add(t["calculator.path.left", words.Names(way.LeftOut)]);
        }

        path.Add(t["calculator.book.path"]);
        yield return path;
        yield return each;

        IReadOnlyList<SheetCell> RowOf(CountryInputs country, YearCost year)
        {
            var (row, member, growth) = (each.Next, rowOf[country.RefArea], country.Growth[year.Year]);
            var known = benefits.Index().Where(benefit => country[benefit.Item, "published_coverage"] is not null).Select(benefit => Formulas.Increment(
                inputs, letter, benefit.Item, costs.Sheet.At(costs.Cost(benefit.Item), member), members.Of(benefit.Item, "published_coverage", member),
                ($"B{row}", $"C{row}", $"{Sheet.Column(3 + benefit.Index)}{row}"), first));
            return
            [
                words.Area(country.RefArea), (double)year.Year, growth,
                .. benefits.Select(benefit => country[benefit, "published_coverage"] is null
                    ? SheetCell.Empty : SheetCell.Value(Costing.Grown(country, result.Scenario, benefit, year.Year, model.Inputs))),
                SheetCell.Of($"{members.Of("", "gdp_usd", member)}*C{row}", country["", "gdp_usd"] * growth),
                SheetCell.Of(string.Join('+', known) is { Length: > 0 } sum ? sum : "0", year.ShareOfGdp), SheetCell.Of($"{share}{row}/100*{gdp}{row}", year.Usd),
            ];
        }
    }
}
