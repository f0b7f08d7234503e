namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>The sets of the five topics: what they are made of, and when there is too little of it to show.</summary>
public sealed class TopicTests : IDisposable
{
    private const string Source = "'2026-07' as vintage, 'x' as series_code, 'sha' as snapshot_sha256, 's' as source_id";

    private readonly ModelBench bench = new();

    [Theory]
    [InlineData(3, "gender | wage | 3 | 4 | true")]
    [InlineData(4, "gender | wage | 3 | 4 | false")]
    public void Indicator_WithFewerRecentCountriesThanTheMinimum_IsNotShown(int minimum, string expected) => bench
        .Given("reference.topic", $"topic | minimum_countries\ngender | {minimum}")
        .Given("reference.topic_indicator", "topic | indicator_id | contingency | sort_order | years\ngender | wage |  | 1 | 5\ngender | unknown |  | 2 | 5")
        .Given("reference.ref_area", "iso3\nBEN\nKEN\nPER\nTGO")
        .Given("indicators.indicator_value", """
            indicator_id | ref_area | time_period:smallint
            wage | BEN | 2020
            wage | BEN | 2010
            wage | KEN | 2015
            wage | PER | 2018
            wage | TGO | 2014
            wage | X01 | 2020
            """, "'_Z' as contingency")
        .Gives("indicators.topic_indicator", $"topic | indicator_id | n_countries | n_countries_ever | is_shown\n{expected}");

    [Fact]
    public void Indicator_OfOneContingency_IsCountedInThatOne() => bench
        .Given("reference.topic", "topic | minimum_countries\npensions | 1")
        .Given("reference.topic_indicator", "topic | indicator_id | contingency | sort_order | years\npensions | coverage | OLDAGE | 1 | 5\npensions | gap |  | 2 | ")
        .Given("reference.ref_area", "iso3\nBEN\nKEN")
        .Given("indicators.indicator_value", """
            indicator_id | ref_area | contingency | time_period:smallint
            coverage | BEN | OLDAGE | 2020
            coverage | KEN | CHILD | 2020
            gap | BEN | OLDAGE | 2020
            gap | KEN | OLDAGE | 1980
            gap | KEN | CHILD | 2020
            """)
        .Gives("indicators.topic_indicator", """
            indicator_id | contingency | n_countries
            coverage | OLDAGE | 1
            gap | OLDAGE | 2
            gap | CHILD | 1
            """);

    [Fact]
    public void Pair_OfWhichOneSideIsMissing_GivesNoValue() => bench
        .Given("indicators.topic_figure_input", """
            indicator_id | ref_area | sex | input | obs_value:double | flags
            labour_force_participation_gap | IND | _T | male | 77.5 | modelled
            labour_force_participation_gap | IND | _T | female | 32.5 | modelled
            labour_force_participation_gap | XKX | _T | male | 60 | modelled
            old_age_dependency | JPN | _T | aged_65_up | 30 | ''
            old_age_dependency | JPN | _T | aged_15_64 | 60 | ''
            old_age_dependency | XKX | _T | aged_15_64 | 60 | ''
            wage_employment | IND | F | published | 20 | modelled
            """, $"2024::smallint as time_period, 'PT' as unit_measure, null::varchar as obs_status, {Source}")
        .Gives("indicators.topic_value", """
            indicator_id | ref_area | sex | obs_value | unit_measure | flags
            labour_force_participation_gap | IND | _T | 45.0 | PP | modelled
            old_age_dependency | JPN | _T | 50.0 | PT | ''
            wage_employment | IND | F | 20.0 | PT | modelled
            """);

    [Fact]
    public void CountryOutsideTheList_IsNotInTheListAsOfItsDay_AndNothingElse() => bench
        .Given("reference.convention", "convention | as_of | is_complete | name_en | name_fr | name_es | basis\nC102 | 2021-10-25 | N | a | b | c | d")
        .Given("reference.ref_area", "iso3 | un_member\nAUT | Y\nKEN | Y\nMAR | Y\nGLP | N")
        .Given("reference.c102_ratification", "iso3 | date | year | basis\nAUT | 1969-11-04 | 1969 | read\nMAR |  | 2019 | to be verified")
        .Gives("indicators.convention", """
            ref_area | is_in_list | ratified_on | ratified_year | is_verified | as_of | is_list_complete
            AUT | true | 1969-11-04 | 1969 | true | 2021-10-25 | false
            KEN | false |  |  |  | 2021-10-25 | false
            MAR | true |  | 2019 | false | 2021-10-25 | false
            """);

    [Fact]
    public void ScreenOfC102_ReadsWomenForMaternityAndSaysThatItIsAStandIn() => bench
        .Given("reference.c102_part", """
            part | contingency | minimum_protected_pct | verified | is_core | sort_order
            V | OLDAGE | 50 | N | Y | 5
            VIII | MATERNITY | 50 | N | N | 8
            """, "'' as branch_en, '' as branch_fr, '' as branch_es")
        .Given("reference.ref_area", "iso3\nBRA")
        .Given("indicators.coverage", """
            is_default:boolean | ref_area | contingency | sex | obs_value:double | coverage:double | flags
            true | BRA | OLDAGE | _T | 91.5 | 91.5 | ''
            true | BRA | OLDAGE | F | 90 | 90 | ''
            true | BRA | MATERNITY | F | 49.5 | 49.5 | stale
            true | X01 | OLDAGE | _T | 77.5 | 77.5 | ''
            true | BRA | POOR | _T | 100 | 100 | ''
            false | BRA | OLDAGE | _T | 80 | 80 | ''
            """, $"2020::smallint as time_period, null::varchar as obs_status, true as is_latest, {Source}")
        .Gives("indicators.c102_screen", """
            part | ref_area | sex | margin | is_above_indicatively | is_verified | flags
            V | BRA | _T | 41.5 | true | false | proxy|unverified
            VIII | BRA | F | -0.5 | false | false | stale|proxy|unverified
            """);

    public void Dispose() => bench.Dispose();
}
