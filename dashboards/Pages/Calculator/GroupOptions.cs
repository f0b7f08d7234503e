namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>Whose figures the potential of a group is the sum of.</summary>
/// <param name="Having">Counted members with an amount; an amount of 0 is one.</param>
/// <param name="Concerned">Counted members the option is for at all: aid is for low and lower-middle income alone.</param>
/// <param name="UsdAYear">The sum, in the US dollars of the year of GDP.</param>
/// <param name="OfTheirGdp">The sum over the GDP of those who have an amount, per cent.</param>
/// <param name="FirstYear">The oldest figure among them.</param>
public sealed record OptionMembers(int Having, int Concerned, double UsdAYear, double OfTheirGdp, int FirstYear, int LastYear);

/// <summary>
/// What each option could bring the counted members of a group together: a sum of US dollars over their joint GDP, as their gap is.
/// Where few have an amount a sum would pass for the group's: then there is none, and it is said why.
/// </summary>
internal static class GroupOptions
{
    /// <summary>Fewer members than a group's figure is stated for have an amount, or they hold too little of the GDP.</summary>
    public const string TooFew = "group_few";

    /// <summary>The rule says for which countries an option is no option: they are not missing.</summary>
    private const string NotConcerned = "low_and_lower_middle_income_only";

    /// <param name="rows">Of all members, option by option.</param>
    public static CalculatorInputs AddTo(CalculatorInputs group, IReadOnlyList<OptionRow> rows)
    {
        var gdp = group.Counted.ToDictionary(member => member.RefArea, member => member["", "gdp_usd"]!.Value);
        var options = rows.Where(row => gdp.ContainsKey(row.RefArea)).GroupBy(row => row.OptionId).Select(option => Sum([.. option], gdp, group.RefArea)).ToList();
        var offered = options.Where(option => option.PotentialAYear is not null).Select(option => option.OptionId).ToHashSet();
        return group with
        {
            Options = options,
            Yields = rows.Where(row => row.PotentialAYear is not null && offered.Contains(row.OptionId) && gdp.ContainsKey(row.RefArea))
                .ToDictionary(row => (row.RefArea, row.OptionId), row => row.PotentialAYear!.Value),
        };
    }

    private static OptionRow Sum(List<OptionRow> members, Dictionary<string, double> gdp, string group)
    {
        var having = members.FindAll(row => row.PotentialAYear is not null);
        var concerned = members.FindAll(row => row.NoData != NotConcerned);
        var (theirs, all) = (having.Sum(row => gdp[row.RefArea]), gdp.Values.Sum());
        var any = members[0] with
        {
            RefArea = group,
            TimePeriod = null,
            Potential = null,
            PotentialAYear = null,
            Flags = string.Join('|', having.SelectMany(row => row.Flags.Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal)),
        };
        if (having.Count == 0)
        {
            // The commonest reason is the group's; a tie goes to the first by name.
            var reason = members.GroupBy(row => row.NoData).OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key, StringComparer.Ordinal).First().Key;
            return any with { NoData = reason };
        }

        var usd = having.Sum(row => row.PotentialAYear!.Value / 100 * gdp[row.RefArea]);
        var about = new OptionMembers(
            having.Count, concerned.Count, usd, 100 * usd / theirs, having.Min(row => row.TimePeriod ?? 0), having.Max(row => row.TimePeriod ?? 0));
        var isTold = having.Count >= ScenarioResults.FewestMembers && 100 * theirs / concerned.Sum(row => gdp[row.RefArea]) >= ScenarioResults.LeastGdp;
        return isTold
            ? any with
            {
                NoData = null,
                Potential = having.Sum(row => row.Potential!.Value * gdp[row.RefArea]) / all,
                PotentialAYear = 100 * usd / all,
                Members = about,
            }
            : any with { NoData = TooFew, Members = about };
    }
}
