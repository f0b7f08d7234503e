using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>The topics, the standards and the quality of the figures as the embedded data give them.</summary>
public sealed class TopicSetTests(BuiltWarehouse warehouse)
{
    /// <summary>The ILO told of the sixtieth ratification on 25 October 2021, Paraguay's.</summary>
    [Fact]
    public void ListOfC102_UpToItsDay_HasThe60RatificationsTheIloCounted() =>
        Assert.Equal((60L, 128L), warehouse.One<(long, long)>(
            """
            select count(*) filter (where is_in_list and ratified_year <= 2021), count(*) filter (where not is_in_list)
            from indicators.convention
            where convention = 'C102' and not is_list_complete
            """));

    [Fact]
    public void Ratifications_NotReadAtTheirSource_AreMarkedUnverified() =>
        Assert.Equal([("", 23L), ("unverified", 42L)], warehouse.Query<(string, long)>(
            "select flags, count(*) from indicators.indicator_value where indicator_id = 'c102_ratification_year' group by flags order by flags"));

    /// <summary>Printed in the files: ILOSTAT, the World Bank's indicators, CEPALSTAT.</summary>
    [Theory]
    [InlineData("informal_employment_rate", "BRA", 2021, "F", 36.5)]
    [InlineData("informal_employment_rate", "SEN", 2019, "_T", 90.2)]
    [InlineData("labour_force_participation_gap", "IND", 2025, "_T", 77.623 - 32.425)]
    [InlineData("maternal_mortality", "SEN", 2023, "F", 237)]
    [InlineData("old_age_dependency", "JPN", 2025, "_T", 100 * 29.9940966737423 / 58.7675052627879)]
    [InlineData("social_protection_expenditure", "BRA", 2021, "_T", 12.55169962)]
    public void Value_OfATopic_IsWhatTheFilesPrint(string indicator, string area, int year, string sex, double expected) =>
        Assert.Equal(expected, warehouse.One<double>(
            "select obs_value from indicators.indicator_value where indicator_id = $indicator and ref_area = $area and time_period = $year and sex = $sex",
            new { indicator, area, year, sex }), 1e-9);

    [Fact]
    public void Topics_AreShownWhereAtLeastOneIndicatorReachesTheMinimum() =>
        Expect.Nothing(warehouse.Query<string>(
            """
            select t.topic from indicators.topic as t
            where t.minimum_countries <= 0
               or t.is_shown is distinct from exists (from indicators.topic_indicator as i where i.topic = t.topic and i.n_countries >= t.minimum_countries)
               or t.topic <> 'fiscal_space' and not t.is_shown
            """));

    [Fact]
    public void IndicatorsOfATopic_AreInTheCatalogue() =>
        Expect.Nothing(warehouse.Query<string>("select indicator_id from indicators.topic_indicator anti join indicators.indicator using (indicator_id)"));

    [Fact]
    public void OriginsOfObservations_AddUpToAllOfThem() =>
        Expect.Nothing(warehouse.Query<string>(
            "select source_id || ' ' || vintage from indicators.source_quality where reported + estimated + modelled + not_told <> observations or not_told < 0"));

    [Fact]
    public void Grades_OfAnIndicator_AddUpToAllItsValues() =>
        Expect.Nothing(warehouse.Query<string>(
            """
            select indicator_id from indicators.grade_summary group by indicator_id
            having abs(sum(share_pct) - 100) > 1e-9 or count(*) filter (where confidence <> 'A' and reason_en is null) > 0
            """));

    /// <summary>They run at each refresh, which must not feel them: the whole of them is a few hundred milliseconds.</summary>
    [Fact]
    public void Checks_TakeTheirTime_AndItIsWrittenDown() =>
        Assert.InRange(warehouse.One<double>("select sum(duration_ms) from meta.check_result"), 1, 5000);
}
