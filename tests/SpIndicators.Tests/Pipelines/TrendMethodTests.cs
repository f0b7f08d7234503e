using SpIndicators.Core.Methods;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>Trends, aggregates, gender gaps and peers of the built warehouse, held row by row against the methods in Core.</summary>
public sealed class TrendMethodTests(BuiltWarehouse warehouse)
{
    [Fact]
    public void EveryTrend_OfTheBuiltWarehouse_IsTheLineOfTheMethods()
    {
        var tValues = warehouse.Query<(int Freedom, double T)>("select degrees_of_freedom::integer, t_80::double from reference.t_value").ToDictionary(t => t.Freedom, t => t.T);
        var observed = warehouse.Query<(string Key, int Year, double Coverage)>(
            "select contingency || sex || ref_area, time_period::integer, coverage from indicators.trend_observation").ToLookup(o => o.Key, o => (o.Year, o.Coverage));
        var trends = warehouse.Query<Trend>(
            "select contingency || sex || ref_area as Key, pace as Pace, years_to_universal as Years, slope as Slope, level as Level, low as Low, high as High from indicators.trend");

        Assert.InRange(trends.Count(t => t.Slope is not null), 100, 1000);
        Expect.Nothing(trends.Where(t =>
        {
            var points = observed[t.Key].OrderBy(o => o.Year).ToList();
            var line = WeightedTrend.Of(points, 2030, freedom => tValues[freedom]);
            var (first, last) = (points[0], points[^1]);
            double? pace = points.Count > 1 ? Coverage.AnnualPace(first.Coverage, first.Year, last.Coverage, last.Year) : null;
            return !(Near(t.Pace, pace) && Near(t.Years, Coverage.YearsToUniversal(last.Coverage, pace ?? 0))
                && Near(t.Slope, line?.Slope) && Near(t.Level, line?.Level) && Near(t.Low, line?.Low) && Near(t.High, line?.High));
        }).Select(t => t.ToString()));
    }

    [Fact]
    public void EveryAggregate_OfTheBuiltWarehouse_IsTheWeightedMeanOfItsMembersInAnyOrder()
    {
        var members = warehouse.Query<(string Key, double Value, double Weight)>("""
            select g.group_code || g.time_period || c.contingency || c.sex, c.coverage, c.weight
            from indicators.aggregate_group as g
            join indicators.aggregate_country as c on c.ref_area = g.iso3 and c.time_period = g.time_period
            where c.coverage is not null
            """).ToLookup(m => m.Key, m => (m.Value, m.Weight));
        var aggregates = warehouse.Query<(string Key, double Coverage)>(
            "select ref_area || time_period || contingency || sex, coverage from indicators.aggregate where coverage is not null");

        Assert.InRange(aggregates.Count, 1000, 4000);
        Expect.Nothing(aggregates.Where(a => Math.Abs(a.Coverage - WeightedMean.Of(members[a.Key].Reverse())) > 1e-9).Select(a => a.ToString()));
    }

    [Fact]
    public void EveryGenderValueAndPeerGap_OfTheBuiltWarehouse_IsThatOfTheMethods()
    {
        var pairs = warehouse.Query<(string Id, double Women, double Men, double Value)>("""
            select v.indicator_id, p.women_published, p.men_published, v.obs_value
            from indicators.indicator_value as v
            join indicators.gender_pair as p using (contingency, ref_area, time_period)
            where v.indicator_id in ('gender_gap', 'gender_parity')
            """);
        var gaps = warehouse.Query<(string Key, string Input, double Value)>(
            "select indicator_id || ref_area || contingency || sex, input, obs_value from indicators.peer_input").ToLookup(i => i.Key);
        var values = warehouse.Query<(string Key, double Value)>("select indicator_id || ref_area || contingency || sex, obs_value from indicators.peer_value");

        Assert.InRange(pairs.Count, 500, 5000);
        Expect.Nothing(pairs.Where(p => p.Value != (p.Id == "gender_gap" ? GenderGap.Points(p.Men, p.Women) : GenderGap.Parity(p.Men, p.Women))).Select(p => p.ToString()));
        Expect.Nothing(values.Where(v => !Near(v.Value, Peers.MedianGap(
            gaps[v.Key].Single(i => i.Input == "own").Value, gaps[v.Key].Where(i => i.Input == "peer").Select(i => i.Value), v.Key.StartsWith("neighbour", StringComparison.Ordinal) ? 3 : Peers.Minimum))).Select(v => v.ToString()));
    }

    /// <summary>Three times the same rate gives a line without residuals: an interval of no width, which must not look like certainty.</summary>
    [Fact]
    public void Interval_WithoutWidth_IsFlaggedAndNoOther() =>
        Assert.Equal((78L, 0L, 0L), warehouse.One<(long, long, long)>(
            """
            select count(*) filter (where f.told), count(*) filter (where f.told and t.high - t.low >= 0.1), count(*) filter (where not f.told and t.high - t.low < 0.1)
            from (select *, list_contains(string_split(flags, '|'), 'no_scatter') as told from indicators.indicator_value
                  where indicator_id in ('projection_2030_low', 'projection_2030_high')) as f
            join indicators.trend as t using (contingency, sex, ref_area)
            """));

    [Fact]
    public void OurWorld_BesideTheCustodians_IsWithinTwoPointsOfTheSameRelease()
    {
        // Ours leaves out countries without data, the ILO's models them: close for the whole population, never the same.
        var (ours, custodian) = warehouse.One<(double, double)>(
            "select aggregate, published from indicators.aggregate_comparison where is_default and ref_area = '001' and contingency = 'TOTAL' and sex = '_T' and time_period = 2020");

        Assert.Equal(46.9, custodian);
        Assert.InRange(ours, 44.9, 48.9);
        Assert.NotEqual(ours, custodian);
    }

    private static bool Near(double? one, double? other) =>
        one is null || other is null ? one is null && other is null : Math.Abs(one.Value - other.Value) <= 1e-6 * Math.Max(1, Math.Abs(other.Value));

    private sealed record Trend(string Key, double? Pace, double? Years, double? Slope, double? Level, double? Low, double? High);
}
