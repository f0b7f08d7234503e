using SpIndicators.Core.Methods;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>The SQL of coverage and the methods in Core are two statements of the same rules; here they meet, row by row.</summary>
public sealed class CoverageMethodTests(BuiltWarehouse warehouse)
{
    [Fact]
    public void EveryRow_OfTheBuiltWarehouse_IsWhatTheMethodsMakeOfItsPublishedValue()
    {
        var rows = warehouse.Query<Row>(
            """
            select source_id || ' ' || vintage || ' ' || contingency || ' ' || sex || ' ' || ref_area || ' ' || time_period as Key,
                obs_value as Published, coverage as Shown, gap_pp as Gap, denominator as Population, people_uncovered as People,
                list_contains(string_split(flags, '|'), 'capped') as Capped
            from indicators.coverage
            """);

        Assert.InRange(rows.Count, 15_000, 25_000);
        Assert.InRange(rows.Count(r => r.People is not null), 5_000, rows.Count);
        Expect.Nothing(rows.Where(r => r.Shown != Coverage.Shown(r.Published)
                || r.Gap != Coverage.GapPoints(r.Published)
                || r.Capped != Coverage.IsCapped(r.Published)
                || r.People != (r.Population is { } population ? Coverage.PeopleUncovered(r.Published, population) : null))
            .Select(r => r.ToString()));
    }

    [Fact]
    public void IndicatorValues_OfTheDefaultRelease_AreThoseOfItsCoverage() =>
        Assert.Equal(0, warehouse.One<long>(
            """
            select count(*)
            from indicators.coverage as c
            join indicators.indicator_value as v using (ref_area, time_period, sex, contingency)
            where c.is_default and v.indicator_id in ('coverage', 'coverage_gap', 'people_uncovered')
              and v.obs_value is distinct from case v.indicator_id when 'coverage' then c.coverage when 'coverage_gap' then c.gap_pp else c.people_uncovered end
            """));

    private sealed record Row(string Key, double Published, double Shown, double Gap, double? Population, double? People, bool Capped);
}
