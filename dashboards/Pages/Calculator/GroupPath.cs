namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>
/// A group's way to the target: its members' ways, each by its own persons and growth, added up in US dollars over their joint
/// GDP of the year. The same members in every year, so that the line never moves because one of them drops out.
/// </summary>
/// <param name="Years">Empty where too few members have a way.</param>
/// <param name="Members">In the sum, with the share of GDP of each year.</param>
/// <param name="LeftOut">Counted in the gap, but growth or persons are not forecast to the last year.</param>
public sealed record GroupPath(
    IReadOnlyList<YearCost> Years, IReadOnlyList<(CountryInputs Country, IReadOnlyList<YearCost> Years)> Members, IReadOnlyList<string> LeftOut)
{
    public static GroupPath None { get; } = new([], [], []);

    internal static GroupPath Of(IReadOnlyList<CountryCost> counted, Scenario scenario, CalculatorInputs inputs)
    {
        var all = counted.Select(cost => (Country: cost.Country, Years: Costing.Path(cost, scenario, inputs))).ToList();
        var members = all.FindAll(member => member.Years.Count > 1 && member.Years[^1].Year == inputs.TargetYear);
        var leftOut = all.Select(member => member.Country.RefArea).Except(members.Select(member => member.Country.RefArea)).ToList();
        var isTold = members.Count >= ScenarioResults.FewestMembers
            && 100 * members.Sum(member => GdpOf(member.Country, member.Country.Year)) / inputs.Members.Sum(member => GdpOf(member, member.Year)) >= ScenarioResults.LeastGdp;
        return isTold ? new(Sum(members), members, leftOut) : new([], [], leftOut);
    }

    private static List<YearCost> Sum(List<(CountryInputs Country, IReadOnlyList<YearCost> Years)> members)
    {
        var years = new List<YearCost>();
        foreach (var (at, year) in members[0].Years.Select(year => year.Year).Index())
        {
            var usd = members.Sum(member => member.Years[at].Usd!.Value);
            years.Add(new(year, 100 * usd / members.Sum(member => GdpOf(member.Country, year)), usd));
        }

        return years;
    }

    /// <summary>In US dollars of the first year.</summary>
    private static double GdpOf(CountryInputs country, int year) => country["", "gdp_usd"]!.Value * (year == country.Year ? 1 : country.Growth[year]);
}
