namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>Change, pace, line and status from a few observations: base 0, one data point, gaps, jumps, rates over 100.</summary>
public sealed class TrendTests
{
    private const string Rule = """
        parameter | value | unit_measure
        base_from | 2015 | YR
        target_year | 2030 | YR
        min_observations | 3 | OBS
        min_span | 4 | YR
        min_pace_years | 3 | YR
        achieved_from | 99 | PT
        on_track_share | 1 | RO
        moderate_share | 0.5 | RO
        deteriorating_below | -0.5 | PP_A
        """;

    [Fact]
    public void Trend_OfTwoObservations_HasChangePaceAndYearsButNoLine() => Trend(
        """
        AAA | 2016 | 20 | ''
        AAA | 2020 | 40 | ''
        """,
        """
        base_year | base | latest_year | latest | observations | change | pace | years_to_universal | slope | level
        2016 | 20.0 | 2020 | 40.0 | 2 | 20.0 | 5.0 | 12.0 |  |
        """);

    [Fact]
    public void Trend_FromABaseOfZero_HasAPace() => Trend(
        """
        AAA | 2016 | 0 | ''
        AAA | 2020 | 10 | ''
        """,
        "base | change | pace | years_to_universal\n0.0 | 10.0 | 2.5 | 36.0");

    [Theory]
    [InlineData("40", "")]
    [InlineData("100", "0.0")]
    public void Trend_OfOneObservation_HasNoPaceAndNothingToGoOnlyAtAHundred(string rate, string years) => Trend(
        $"AAA | 2020 | {rate} | ''",
        $"observations | change | pace | years_to_universal | level\n1 |  |  | {years} |");

    [Theory]
    [InlineData("40", "-2.5")]
    [InlineData("50", "0.0")]
    public void Trend_WithoutProgress_HasNoYearsToUniversal(string latest, string pace) => Trend(
        $"""
        AAA | 2016 | 50 | ''
        AAA | 2020 | {latest} | ''
        """,
        $"pace | years_to_universal\n{pace} |");

    [Fact]
    public void Trend_OverAHundred_IsThatOfTheRatesShown() => Trend(
        """
        AAA | 2016 | 60 | ''
        AAA | 2020 | 267 | capped
        """,
        "latest | change | years_to_universal | flag_list\n100.0 | 40.0 | 0.0 | [capped]");

    [Fact]
    public void Jump_AtTheBaseOrBefore_IsForgottenAndLaterOnesAreCarried() => Trend(
        """
        AAA | 2012 | 90 | break
        AAA | 2016 | 20 | break
        AAA | 2020 | 40 | ''
        BBB | 2016 | 20 | ''
        BBB | 2018 | 70 | break
        BBB | 2020 | 75 | ''
        """,
        "ref_area | base_year | base | flag_list\nAAA | 2016 | 20.0 | []\nBBB | 2016 | 20.0 | [break]");

    [Fact]
    public void Line_ThroughUnevenYears_IsExactWherePointsLieOnIt()
    {
        using var bench = Bench("""
            AAA | 2015 | 10 | ''
            AAA | 2017 | 14 | ''
            AAA | 2020 | 20 | ''
            """);
        bench.Makes("indicators.trend")
            .View("rounded", "select round(slope, 9) as slope, round(level, 9) as level, round(low, 9) as low, round(high, 9) as high from indicators.trend");

        bench.Sees("rounded", "slope | level | low | high\n2.0 | 40.0 | 40.0 | 40.0");
    }

    [Fact]
    public void Projection_BeyondAHundred_IsHeldThereAndSaysSo()
    {
        using var bench = Bench("""
            AAA | 2015 | 10 | ''
            AAA | 2017 | 50 | break
            AAA | 2020 | 90 | ''
            """);
        bench.Makes("indicators.trend").Given("indicators.progress", "contingency | sex | ref_area | status | status_code:integer\nTOTAL | _T | AAA | on_track | 4");

        bench.Makes("indicators.trend_value").View("shown", "select indicator_id, time_period, round(obs_value, 6) as obs_value, flags from indicators.trend_value where indicator_id <> 'projection_2030_low' and indicator_id <> 'trend_slope'");
        bench.Sees("shown", """
            indicator_id | time_period | obs_value | flags
            change_since_base | 2020 | 80.0 | break
            pace | 2020 | 16.0 | break
            years_to_universal | 2020 | 0.625 | break
            progress_status | 2020 | 4.0 | break|few_observations
            projection_2030 | 2030 | 100.0 | break|projected|bounded|few_observations
            projection_2030_high | 2030 | 100.0 | break|projected|bounded|few_observations
            """);
    }

    [Fact]
    public void Line_OfThreeYearsOnly_IsNotDrawn() => Trend(
        """
        AAA | 2017 | 10 | ''
        AAA | 2018 | 14 | ''
        AAA | 2020 | 20 | ''
        """,
        "observations | slope | level | low\n3 |  |  |");

    [Theory]
    [InlineData("2016 | 90", "2020 | 99", "achieved")]
    [InlineData("2016 | 40", "2020 | 60", "on_track")]
    [InlineData("2016 | 50", "2020 | 60", "moderate")]
    [InlineData("2016 | 55", "2020 | 60", "limited")]
    [InlineData("2016 | 61", "2020 | 60", "limited")]
    [InlineData("2016 | 70", "2020 | 60", "deteriorating")]
    [InlineData("2018 | 40", "2020 | 60", "not_enough_data")]
    [InlineData("2014 | 40", "2020 | 60", "not_enough_data")]
    public void Status_OfAPace_FollowsTheRule(string first, string last, string status)
    {
        using var bench = Bench($"AAA | {first} | ''\nAAA | {last} | ''");
        bench
            .Makes("indicators.trend")
            .Given("indicators.contingency", "contingency\nTOTAL")
            .Given("reference.progress_status", """
                status | code | name_en | name_fr | name_es | rule_en | rule_fr | rule_es
                achieved | 5 | a | a | a | a | a | a
                on_track | 4 | a | a | a | a | a | a
                moderate | 3 | a | a | a | a | a | a
                limited | 2 | a | a | a | a | a | a
                deteriorating | 1 | a | a | a | a | a | a
                not_enough_data | 0 | a | a | a | a | a | a
                """)
            .Gives("indicators.progress", $"contingency | ref_area | status\nTOTAL | AAA | {status}");
    }

    private static void Trend(string observations, string expected)
    {
        using var bench = Bench(observations);
        bench.Gives("indicators.trend", expected);
    }

    private static ModelBench Bench(string observations)
    {
        var bench = new ModelBench();
        bench
            .Given("reference.progress_rule", Rule)
            .Given("reference.ref_area", "iso3\nAAA\nBBB")
            .Given("reference.t_value", "degrees_of_freedom | t_80\n1 | 3.077684\n2 | 1.885618")
            .Given("published", "ref_area | time_period:smallint | obs_value:double | flags\n" + observations);
        bench.View("indicators.coverage", """
                select *, least(obs_value, 100) as coverage, 'TOTAL' as contingency, '_T' as sex, true as is_default,
                    null::varchar as obs_status, null::varchar as nature, 's' as source_id, 'v' as vintage, 'c' as series_code, 'sha' as snapshot_sha256
                from published
                """);
        return bench.Makes("indicators.progress_rule").Makes("indicators.trend_observation");
    }
}
