using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Calculator;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A group's options and its way to the target are sums of its members' published ones, made anew here in SQL.</summary>
public sealed class CalculatorGroupTests(BuiltWarehouse warehouse)
{
    /// <summary>Counted members of every group of which a gap is stated.</summary>
    private const string Counted =
        """
        with counted as (
            select m.group_code, p.ref_area, f.obs_value as gdp
            from indicators.package as p
            join indicators.figure as f on f.ref_area = p.ref_area and f.time_period = p.time_period and f.figure_id = 'gdp_usd'
            join indicators.income_group as i on i.ref_area = p.ref_area and i.income_group <> 'HIC'
            join reference.group_member as m on m.iso3 = p.ref_area and (m.kind in ('ilo', 'un', 'wb-income') or m.group_code in ('001', 'LMY'))
            join indicators.package_group as g on g.ref_area = m.group_code and g.no_data is null
            where p.gap is not null and p.time_period = g.time_period
        )

        """;

    [Fact]
    public void Options_OfEveryGroup_AreTheSumOfItsMembersInUsd()
    {
        using var session = warehouse.Open();
        var sums = warehouse.Query<(string Area, string Option, long Having, double Usd, double OfGdp, double Known)>(
            Counted + """
            select c.group_code, o.option_id, count(o.potential_a_year), coalesce(sum(o.potential_a_year / 100 * c.gdp), 0),
                coalesce(100 * sum(o.potential_a_year / 100 * c.gdp) / sum(c.gdp), 0),
                coalesce(100 * sum(c.gdp) filter (where o.potential_a_year is not null) / sum(c.gdp) filter (where o.no_data is distinct from 'low_and_lower_middle_income_only'), 0)
            from counted as c
            join indicators.fiscal_option as o on o.ref_area = c.ref_area
            group by all
            """);
        var groups = sums.Select(s => s.Area).Distinct().ToDictionary(area => area, area => CalculatorQuery.Inputs(session, Language.English, area, isGroup: true)!);

        Assert.InRange(groups.Count, 30, 60);
        Expect.Nothing(from sum in sums
                       let ours = groups[sum.Area].Options.Single(o => o.OptionId == sum.Option)
                       let isTold = sum.Having >= 3 && sum.Known >= 50
                       where isTold != ours.PotentialAYear is not null || isTold == ours.NoData is not null || (ours.Members?.Having ?? 0) != sum.Having
                           || (isTold && (!Near(ours.PotentialAYear, sum.OfGdp) || !Near(ours.Members!.UsdAYear, sum.Usd)))
                       select $"{sum}: {ours}");
    }

    [Fact]
    public void Path_OfEveryGroup_IsTheSumOfItsMembersPublishedPaths()
    {
        using var session = warehouse.Open();
        var published = warehouse.Query<(string Area, int Year, double Usd, double Gdp, long Members)>(
            Counted + """
            , whole as (
                select ref_area from indicators.package_path_value group by ref_area having max(time_period) = 2030
            )

            select c.group_code, v.time_period::integer, sum(v.obs_value / 100 * c.gdp * x.growth), sum(c.gdp * x.growth), count(*)
            from counted as c
            semi join whole as w on w.ref_area = c.ref_area
            join indicators.package_path_value as v on v.ref_area = c.ref_area
            join (select distinct ref_area, time_period, gdp_index / 100 as growth from indicators.package_path) as x on x.ref_area = v.ref_area and x.time_period = v.time_period
            group by all
            """);
        var ours = published.Select(p => p.Area).Distinct().ToDictionary(
            area => area, area => ScenarioResults.Of(CalculatorQuery.Inputs(session, Language.English, area, isGroup: true)!, Scenario.Standard));

        Assert.InRange(ours.Count(o => o.Value.Path.Count > 1), 30, 60);
        Expect.Nothing(from p in published
                       let way = ours[p.Area]
                       where way.Path.Count > 0
                       let year = way.Path.Single(y => y.Year == p.Year)
                       where !Near(year.Usd, p.Usd) || !Near(year.ShareOfGdp, 100 * p.Usd / p.Gdp) || way.OfGroup.Members.Count != p.Members
                       select $"{p}: {year}, {way.OfGroup.Members.Count}");
    }

    /// <summary>Kenya's way is in Africa's: whoever is counted is either in the line or named as left out.</summary>
    [Fact]
    public void Members_OfEveryGroup_AreInThePathOrNamed()
    {
        using var session = warehouse.Open();
        var inputs = CalculatorQuery.Inputs(session, Language.English, "202", isGroup: true)!;
        var way = ScenarioResults.Of(inputs, Scenario.Standard).OfGroup;

        Assert.Equal(inputs.Counted.Select(m => m.RefArea).Order(), way.Members.Select(m => m.Country.RefArea).Concat(way.LeftOut).Order());
        Assert.Equal(inputs.AllMembers.Order(), inputs.Counted.Select(m => m.RefArea).Concat(inputs.NotCounted).Order());
        Assert.NotEmpty(inputs.NotCounted);
    }

    /// <summary>As one budget a surplus of one closes a gap of another; alone it does not, so that never less stays open.</summary>
    [Theory]
    [InlineData("202")]
    [InlineData("LMY")]
    [InlineData("X21")]
    public void Open_WhenNoCountryPaysForAnother_IsWhatEachMemberLacks(string area)
    {
        using var session = warehouse.Open();
        var inputs = CalculatorQuery.Inputs(session, Language.English, area, isGroup: true)!;
        var scenario = Scenario.Standard.With(Knobs.Mix("fuel_subsidies"), 20).With(Knobs.Mix("tax"), 20);
        var result = ScenarioResults.Of(inputs, scenario);
        var lacking = inputs.Counted.Sum(member =>
        {
            var raised = inputs.Yields.GetValueOrDefault((member.RefArea, "fuel_subsidies")) + inputs.Yields.GetValueOrDefault((member.RefArea, "tax"));
            return Math.Max(0, Costing.Of(member, scenario, inputs).Package.GapShareOfGdpAtLeast - raised) / 100 * member["", "gdp_usd"]!.Value;
        });

        Assert.Equal(100 * lacking / inputs.Counted.Sum(m => m["", "gdp_usd"]!.Value), result.OpenAlone!.Value.AtLeast, 1e-9);
        Assert.True(result.OpenAlone.Value.AtLeast >= result.Open!.Value.AtLeast);
        Assert.Equal(result.GapAtLeast.OfGdp, ScenarioResults.Of(inputs, Scenario.Standard).OpenAlone!.Value.AtLeast, 1e-9);
    }

    private static bool Near(double? one, double? other) =>
        one is null == other is null && (one is null || Math.Abs(one.Value - other!.Value) <= 1e-9 * Math.Max(1, Math.Abs(one.Value)));
}
