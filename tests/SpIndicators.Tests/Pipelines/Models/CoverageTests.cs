namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>Flags, gaps and people of <c>indicators.coverage</c>, each rule on a few rows.</summary>
public sealed class CoverageTests
{
    private const string Observation = "series_code | ref_area | time_period:smallint | sex | obs_value:double\n";

    [Fact]
    public void Rate_AboveAHundred_IsCappedAndKept() => Coverage(
        "POOR | URY | 2019 | _T | 267.28646",
        """
        ref_area | obs_value | coverage | gap_pp | flags
        URY | 267.28646 | 100.0 | 0.0 | capped
        """);

    [Fact]
    public void Rate_OfExactlyAHundred_IsNotCapped() => Coverage(
        "POOR | URY | 2019 | _T | 100",
        "ref_area | coverage | gap_pp | flags\nURY | 100.0 | 0.0 | ''");

    [Fact]
    public void Value_OlderThanFiveYears_IsStaleAndNeverTheLatest() => Coverage(
        """
        TOTAL | DEU | 2020 | _T | 99.5
        TOTAL | FRA | 2015 | _T | 80
        TOTAL | GHA | 2014 | _T | 10
        """,
        """
        ref_area | time_period | reference_year | flags | is_latest
        DEU | 2020 | 2020 | '' | true
        FRA | 2015 | 2020 | '' | true
        GHA | 2014 | 2020 | stale | false
        """);

    [Fact]
    public void Latest_OfSeveralYears_IsTheNewestOfEachAreaSexAndContingency() => Coverage(
        """
        TOTAL | DEU | 2019 | _T | 98
        TOTAL | DEU | 2020 | _T | 99
        TOTAL | DEU | 2018 | F | 97
        POOR | DEU | 2017 | _T | 50
        """,
        """
        contingency | sex | time_period | is_latest
        TOTAL | _T | 2019 | false
        TOTAL | _T | 2020 | true
        TOTAL | F | 2018 | true
        POOR | _T | 2017 | true
        """);

    /// <summary>More than 15 points between neighbours, or more than 10 points a year (methods, rule 9.4.3).</summary>
    [Theory]
    [InlineData(2019, 50, 2020, 60, "''")]
    [InlineData(2019, 50, 2020, 60.1, "break")]
    [InlineData(2019, 50, 2020, 39.9, "break")]
    [InlineData(2018, 50, 2020, 65, "''")]
    [InlineData(2018, 50, 2020, 65.1, "break")]
    [InlineData(2016, 100, 2020, 84.9, "break")]
    public void Step_BetweenNeighbouringObservations_IsABreakWhenItIsTooLong(int firstYear, double first, int lastYear, double last, string flags) => Coverage(
        FormattableString.Invariant($"TOTAL | CHL | {firstYear} | _T | {first}\nTOTAL | CHL | {lastYear} | _T | {last}"),
        $"time_period | flags\n{firstYear} | ''\n{lastYear} | {flags}");

    [Fact]
    public void Step_BetweenWomenAndMen_IsNoBreak() => Coverage(
        "TOTAL | CHL | 2019 | F | 20\nTOTAL | CHL | 2020 | M | 90",
        "sex | flags\nF | ''\nM | ''");

    [Fact]
    public void People_LeftOut_AreTheGapOfTheContingencysOwnPopulation() => Coverage(
        """
        TOTAL | DEU | 2020 | _T | 75
        OLDAGE | DEU | 2020 | _T | 90
        DISABILITY | DEU | 2020 | _T | 50
        TOTAL | X01 | 2020 | _T | 50
        TOTAL | X02 | 2020 | _T | 50
        """,
        """
        contingency | ref_area | denominator | people_uncovered | denominator_series
        TOTAL | DEU | 80000000.0 | 20000000.0 | w w1: population
        OLDAGE | DEU | 18000000.0 | 1800000.0 | w w1: older
        DISABILITY | DEU |  |  | 
        TOTAL | X01 | 8000000000.0 | 4000000000.0 | w w1: world
        TOTAL | X02 |  |  | 
        """,
        denominators: """
            TOTAL | _T | DEU | 2020 | 80000000 | population
            TOTAL | _T | DEU | 2019 | 1 | another year
            TOTAL | F | DEU | 2020 | 41000000 | women
            OLDAGE | _T | DEU | 2020 | 18000000 | older
            TOTAL | _T | WLD | 2020 | 8000000000 | world
            TOTAL | _T | LIC | 2020 | 700000000 | other members than X02
            """);

    [Fact]
    public void SmallPopulation_OfAnArea_GivesNoPeopleAndSaysSo() => Coverage(
        """
        TOTAL | NIU | 2020 | _T | 50
        TOTAL | TUV | 2020 | _T | 50
        UNEMP | MLT | 2020 | _T | 50
        UNEMP | LUX | 2020 | _T | 50
        """,
        """
        contingency | ref_area | denominator | people_uncovered | denominator_series | flags
        TOTAL | NIU |  |  |  | small_denominator
        TOTAL | TUV | 1000.0 | 500.0 | w w1: s | ''
        UNEMP | MLT |  |  |  | small_denominator
        UNEMP | LUX | 5000.0 | 2500.0 | w w1: s | ''
        """,
        denominators: """
            TOTAL | _T | NIU | 2020 | 999 | s
            TOTAL | _T | TUV | 2020 | 1000 | s
            UNEMP | _T | MLT | 2020 | 4999 | s
            UNEMP | _T | LUX | 2020 | 5000 | s
            """);

    [Fact]
    public void Value_WithdrawnLater_NamesTheVintageThatDroppedIt() => Coverage(
        "POOR | URY | 2019 | _T | 267.28646\nPOOR | URY | 2018 | _T | 90",
        """
        time_period | withdrawn_in | flags
        2018 |  | ''
        2019 | third | capped|break|withdrawn
        """,
        revisions: """
            POOR | URY | 2019 | _T | second | third | withdrawn | _T
            POOR | URY | 2018 | _T | second | third | changed | _T
            POOR | URY | 2018 | _T | second | third | withdrawn | Q1
            """);

    [Fact]
    public void Value_WithdrawnBeforeThisRelease_IsNotFlaggedHere() => Coverage(
        "POOR | URY | 2019 | _T | 50",
        "withdrawn_in | flags\n | ''",
        revisions: "POOR | URY | 2019 | _T | first | second | withdrawn | _T");

    private static void Coverage(string observations, string expected, string denominators = "", string revisions = "")
    {
        using var bench = new ModelBench();
        bench
            .Given("clean.coverage_observation", Observation + observations,
                """
                series_code as contingency, 'unsd_sdg' as source_id, 'second' as vintage, date '2020-01-01' as released_on, false as is_newest, '_T' as age, '_T' as breakdown, null::varchar as obs_status, 'E' as nature,
                null::varchar as source_detail, null::varchar as comment_obs, 'sha' as snapshot_sha256, timestamp '2026-01-01' as retrieved_at
                """)
            .Given("reference.denominator_area", "ref_area | wdi_area | members\nX01 | WLD | world\nX02 | LIC | differ")
            .Given("clean.coverage_revision", "series_code | ref_area | time_period:smallint | sex | vintage_from | vintage_to | change | breakdown\n" + revisions,
                "'unsd_sdg' as source_id, '_T' as age, if(vintage_from = 'first', date '2019-01-01', date '2020-01-01') as released_from")
            .Given("indicators.denominator", "contingency | sex | ref_area | time_period:smallint | persons:double | series_code\n" + denominators,
                "'w' as source_id, 'w1' as vintage, 'sha of w' as snapshot_sha256")
            .Given("indicators.release", "source_id | vintage | is_default:boolean\nunsd_sdg | second | true")
            .Gives("indicators.coverage", expected);
    }
}
