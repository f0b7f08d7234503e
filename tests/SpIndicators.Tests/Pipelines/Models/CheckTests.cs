namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>Each check that guards the indicators is silent on good rows and names the bad ones.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly ModelBench bench = new();

    [Theory]
    [InlineData("a | s1 | one", "")] // from a snapshot at hand
    [InlineData("a | s1 | gone", "a")] // from a file nobody has
    [InlineData("a | s1 | ", "a")] // from nowhere
    [InlineData("p | parameter | ", "")] // a list of ours
    public void Value_WithoutASnapshot_StopsThePublish(string value, string offending) => bench
        .Given("indicators.snapshot", "snapshot_sha256\none\ntwo")
        .Given("indicators.indicator_value", $"indicator_id | source_id | snapshot_sha256\n{value}", Key)
        .Gives("checks.every_value_has_a_snapshot", $"indicator_id\n{offending}");

    [Theory]
    [InlineData("coverage | PT | 100", "")]
    [InlineData("coverage | PT | 100.5", "coverage")]
    [InlineData("coverage | PT | -0.5", "coverage")]
    [InlineData("coverage | PT | ", "coverage")]
    [InlineData("coverage | PT | NaN", "coverage")]
    [InlineData("other | PT | 100.5", "")] // only its unit has a range
    [InlineData("other | PT | -Infinity", "other")]
    [InlineData("other | PT | 5000", "other")]
    [InlineData("other | XDC | 5000", "")]
    public void Value_OutsideTheRangeOfItsIndicatorOrUnit_StopsThePublish(string value, string offending) => bench
        .Given("reference.plausible_range", "code | minimum | maximum\ncoverage | 0 | 100\nPT | -1000 | 1000")
        .Given("indicators.indicator_value", $"indicator_id | unit_measure | obs_value:double\n{value}", "'KEN' as ref_area, 2020 as time_period, '_T' as sex, 'TOTAL' as contingency")
        .Gives("checks.values_are_plausible", $"indicator_id\n{offending}");

    [Theory]
    [InlineData("KEN | _T | _T | 55", "")]
    [InlineData("KEN | _T | _T | 56", "KEN")]
    [InlineData("UGA | _T | _T | 55", "UGA")]
    [InlineData("UGA | Y15 | _T | 55", "")]
    [InlineData("UGA | _T | rural | 55", "")]
    [InlineData("UGA | _T | _T | ", "")]
    public void PublishedCoverage_ThatPagesCannotRead_StopsThePublish(string observation, string offending)
    {
        const string Columns = "'s' as source_id, '2022' as vintage, 'TOTAL' as contingency, '_T' as sex, 2020::smallint as time_period";
        bench
            .Given("clean.coverage_observation", $"ref_area | age | breakdown | obs_value:double\n{observation}", Columns)
            .Given("indicators.coverage", "ref_area | obs_value:double\nKEN | 55", Columns)
            .Gives("checks.coverage_loses_no_observation", $"ref_area\n{offending}");
    }

    [Theory]
    [InlineData(2, "")]
    [InlineData(3, "wage | 3 | 2")]
    public void Indicator_ThatLostMoreThanOneCountryInTwenty_StopsThePublish(int before, string offending) => bench
        .Given("meta.previous_indicator", $"indicator_id | countries:bigint\nwage | {before}")
        .Given("reference.ref_area", "iso3\nKEN\nUGA")
        .Given("indicators.indicator_value", "indicator_id | ref_area\nwage | KEN\nwage | KEN\nwage | UGA\nwage | X01\nnew | KEN")
        .Gives("checks.indicators_did_not_lose_countries", $"indicator_id | before | now\n{offending}");

    [Fact]
    public void Indicator_ThatIsGone_StopsThePublish() => bench
        .Given("meta.previous_indicator", "indicator_id | countries:bigint\nwage | 2")
        .Given("reference.ref_area", "iso3\nKEN")
        .Given("indicators.indicator_value", "indicator_id | ref_area\nnew | KEN")
        .Gives("checks.indicators_did_not_lose_countries", "indicator_id | now\nwage | 0");

    [Theory]
    [InlineData(1000, 10, true)] // thousands became units
    [InlineData(0.4, 10, true)]
    [InlineData(1.9, 10, false)]
    [InlineData(1000, 9, false)] // nine values are no series
    public void Series_WhoseNewVintageIsOfAnotherMagnitude_IsTold(double factor, int values, bool told)
    {
        var rows = Enumerable.Range(1, values).Select(value => FormattableString.Invariant($"changed | {value} | {value * factor}"));
        bench
            .Given("clean.revision", $"change | value_from:double | value_to:double\n{string.Join('\n', rows)}\nchanged | 0 | 5\nchanged | -1 | 1\nadded |  | 5",
                "'s' as source_id, 'x' as series_code, '2024' as vintage_from, '2025' as vintage_to")
            .Gives("checks.vintages_keep_their_magnitude", $"series_code | changed\n{(told ? $"x | {values}" : "")}");
    }

    [Theory]
    [InlineData("30", "30", "")]
    [InlineData("31", "30", "persons")]
    [InlineData("30", "30.2", "shares")]
    public void Population_ThatIsNotTheSumOfItsParts_StopsThePublish(string women, string young, string offending) => bench
        .Given("clean.obs_un_wpp_population", $"""
            sex | age | obs_value:double
            F | 0-14 | 20
            M | 0-14 | 20
            F | 15+ | {women}
            M | 15+ | 30
            _T | _T | 100
            _T | 15+ | 60
            """, "'KEN' as ref_area, 2020 as time_period, true as is_newest")
        .Given("indicators.figure_worldbank", $"""
            figure_id | obs_value:double
            age_0_14_share | {young}
            age_15_64_share | 60
            age_65_up_share | 10
            population | 1000
            """, "'KEN' as ref_area, 2020 as time_period")
        .Gives("checks.population_is_the_sum_of_its_parts", $"what\n{offending}");

    [Theory]
    [InlineData("50", "60", "55", false)]
    [InlineData("60", "50", "60.4", false)]
    [InlineData("60", "50", "60.6", true)]
    [InlineData("60", "50", "49", true)]
    [InlineData("", "50", "90", false)]
    public void Total_OutsideWomenAndMen_IsTold(string women, string men, string total, bool told) => bench
        .Given("indicators.indicator_value", $"sex | obs_value:double\nF | {women}\nM | {men}\n_T | {total}", """
            'coverage' as indicator_id, 'KEN' as ref_area, 2020 as time_period, 'OLDAGE' as contingency, 'PT' as unit_measure
            """)
        .Gives("checks.total_lies_between_the_sexes", $"ref_area\n{(told ? "KEN" : "")}");

    [Theory]
    [InlineData("267.3", "")]
    [InlineData("267.4", "URY")]
    public void Correction_OfAValueThatIsNotThere_StopsThePublish(string expect, string offending)
    {
        const string Columns = "'unsd_sdg' as source_id, '2020' as vintage, 'x' as series_code, 2019::smallint as time_period, '_T' as sex";
        bench
            .Given("clean.correction", $"ref_area | expect:double\nURY | {expect}", Columns)
            .Given("clean.staged_corrected", "ref_area | obs_value:double | reject_reason\nURY | 267.3 | ", Columns)
            .Gives("checks.corrections_match", $"ref_area\n{offending}");
    }

    [Theory]
    [InlineData("50 | 40 | 60 | 80 | 3", "")]
    [InlineData(" | 40 | 60 | 20 | 2", "")]
    [InlineData("61 | 40 | 60 | 80 | 3", "001")]
    [InlineData("50 | 40 | 60 | 49 | 3", "001")]
    [InlineData("50 | 40 | 60 | 80 | 2", "001")]
    public void Aggregate_OutsideItsMembersOrBelowTheMinimum_StopsThePublish(string aggregate, string offending) => bench
        .Given("indicators.aggregate", $"coverage:double | lowest:double | highest:double | weight_covered:double | countries_with_value:integer\n{aggregate}",
            "'TOTAL' as contingency, '_T' as sex, '001' as ref_area, 2020 as time_period")
        .Gives("checks.aggregates_lie_between_members", $"ref_area\n{offending}");

    [Theory]
    [InlineData("1 | 3 | 20 | 1", "")]
    [InlineData("4 | 3 | 20 | 1", "KEN")]
    [InlineData("3 | 21 | 20 | 1", "KEN")]
    [InlineData("3 | 3 | 19 | 1", "KEN")]
    [InlineData("3 | 3 | 20 | 0", "KEN")]
    public void Rank_WithoutABandOrInASmallSet_StopsThePublish(string rank, string offending) => bench
        .Given("indicators.rank", $"best_rank:integer | worst_rank:integer | countries:integer | fifth:integer\n{rank}",
            "'001' as set_code, 'TOTAL' as contingency, '_T' as sex, 'KEN' as ref_area")
        .Gives("checks.ranks_have_a_band", $"ref_area\n{offending}");

    /// <summary>The World of three countries, two of them in one region and one in another; the third has no value.</summary>
    [Theory]
    [InlineData("001 | 100 | 60 | 60", "")]
    [InlineData("001 | 110 | 60 | 60", "001|001")] // neither its parts nor its regions
    [InlineData("001 | 100 | 70 | 60", "001")] // another weight with a value than its countries have
    [InlineData("001 | 100 | 60 | 70", "001")] // a share of something else
    [InlineData("002 | 100 | 60 | 60", "002")] // a group nobody is in
    public void Weights_ThatAreNotTheSumOfTheirParts_StopThePublish(string aggregate, string offending) => bench
        .Given("indicators.aggregate", $"ref_area | weight:double | weight_with_value:double | weight_covered:double\n{aggregate}", Key[Key.IndexOf("2020", StringComparison.Ordinal)..])
        .Given("indicators.aggregate_group", "group_code | iso3\n001 | AAA\n001 | BBB\n001 | CCC\nEAST | AAA\nEAST | BBB\nWEST | CCC\nWEST | XKX", "2020 as time_period")
        .Given("indicators.aggregate_country", "ref_area | weight:double | coverage:double\nAAA | 50 | 80\nBBB | 10 | 20\nCCC | 40 |\nXKX | 5 | 9", Key[Key.IndexOf("2020", StringComparison.Ordinal)..])
        .Given("reference.ref_area", "iso3 | sdg_region\nAAA | EAST\nCCC | WEST")
        .Gives("checks.weights_sum", $"ref_area\n{offending.Replace('|', '\n')}");

    [Theory]
    [InlineData("BOL | 2008 | OLDAGE | start | https://a.org/b", "")]
    [InlineData("BOL | 2009 | OLDAGE | start | https://a.org/b", "BOL")] // a second row of the same
    [InlineData("XXX | 2008 | OLDAGE | start | https://a.org/b", "XXX")]
    [InlineData("BOL | 2008 | HEALTH | start | https://a.org/b", "BOL")]
    [InlineData("BOL | 1879 | OLDAGE | start | https://a.org/b", "BOL")]
    [InlineData("BOL | 2031 | OLDAGE | start | https://a.org/b", "BOL")]
    [InlineData("BOL |  | OLDAGE | start | https://a.org/b", "BOL")]
    [InlineData("BOL | 2008 | OLDAGE | soon | https://a.org/b", "BOL")]
    [InlineData("BOL | 2008 | OLDAGE | start | http://a.org/b", "BOL")]
    [InlineData("BOL | 2008 | OLDAGE | start | ", "BOL")]
    public void Reform_ThatCannotBeReadOrPlaced_StopsThePublish(string reform, string offending) => Reforms(reform, "'A' as name_en, 'B' as name_fr, 'C' as name_es, 'Law' as source", offending);

    [Theory]
    [InlineData("'A' as name_en, 'B' as name_fr, '' as name_es, 'Law' as source")]
    [InlineData("'A' as name_en, null::varchar as name_fr, 'C' as name_es, 'Law' as source")]
    [InlineData("'A' as name_en, 'B' as name_fr, 'C' as name_es, '' as source")]
    public void Reform_WithoutANameOrADocument_StopsThePublish(string words) => Reforms("KEN | 2018 | OLDAGE | start | https://a.org/b", words, "BOL\nKEN");

    private void Reforms(string reform, string words, string offending) => bench
        .Given("reference.ref_area", "iso3\nBOL\nKEN")
        .Given("reference.contingency", "contingency\nOLDAGE")
        .Given("reference.reform", $"ref_area | year | contingency | year_basis | source_url\nBOL | 2009 | OLDAGE | law | https://c.org/d\n{reform}", words)
        .Gives("checks.reforms_are_sound", $"ref_area\n{offending}");

    public void Dispose() => bench.Dispose();

    private const string Key = "'KEN' as ref_area, 2020 as time_period, '_T' as sex, 'TOTAL' as contingency";
}
