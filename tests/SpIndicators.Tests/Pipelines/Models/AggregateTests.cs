namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>Weighted means of groups: whose value counts, with which weight, and when there is none.</summary>
public sealed class AggregateTests
{
    private const string FourMembers = """
        AAA | 100
        BBB | 50
        CCC | 10
        DDD | 160
        """;

    [Fact]
    public void Mean_OfThreeCountries_IsWeightedByTheirOwnReferencePopulation() => Aggregate(FourMembers,
        """
        AAA | 2020 | 80
        BBB | 2020 | 20
        CCC | 2020 | 10
        """,
        """
        ref_area | time_period | coverage | members | countries | countries_with_value | weight_covered | flags
        G | 2020 | 56.875 | 4 | 4 | 3 | 50.0 | incomplete
        """);

    [Fact]
    public void Value_OfEarlierYears_CountsForFiveAndIsTold() => Aggregate(FourMembers,
        """
        AAA | 2014 | 80
        BBB | 2015 | 20
        CCC | 2016 | 10
        DDD | 2020 | 40
        """,
        """
        time_period | coverage | countries_with_value | countries_of_the_year | oldest_year | flags
        2020 | 34.09090909090909 | 3 | 1 | 2015 | incomplete|older_values
        """);

    [Theory]
    [InlineData("AAA | 2020 | 80\nDDD | 2020 | 20", "2", "81.25")]
    [InlineData("AAA | 2020 | 80\nBBB | 2020 | 20\nEEE | 2020 | 20", "2", "46.875")]
    public void Mean_BelowTheMinimumOfData_IsMissingWhileItsShareIsTold(string values, string countries, string share) => Aggregate(FourMembers, values,
        $"coverage | countries_with_value | weight_covered\n | {countries} | {share}");

    [Fact]
    public void Mean_ThatHoldsLessThanHalfOfTheWeight_IsMissing() => Aggregate("AAA | 1\nBBB | 1\nCCC | 1\nDDD | 97",
        """
        AAA | 2020 | 80
        BBB | 2020 | 20
        CCC | 2020 | 10
        """,
        "coverage | countries_with_value | weight_covered\n | 3 | 3.0");

    [Fact]
    public void Country_WithoutData_ChangesNothingButTheShare()
    {
        const string Values = "AAA | 2020 | 80\nBBB | 2020 | 20\nCCC | 2020 | 10";

        // the fourth member's persons are not known: it is a member, and on neither side of the share
        Aggregate("AAA | 100\nBBB | 50\nCCC | 10", Values, "coverage | weight_covered | members | countries\n56.875 | 100.0 | 4 | 3");
        Aggregate("AAA | 100\nBBB | 50\nCCC | 10\nDDD | 90", Values, "coverage | weight_covered\n56.875 | 64.0");
    }

    [Fact]
    public void IncomeGroup_OfAYear_HasTheMembersOfThatYear()
    {
        using var bench = Bench("");
        bench.View("of_income", "select * from indicators.aggregate_group where group_code in ('LIC', 'LMC')");

        bench.Sees("of_income", """
            group_code | time_period | iso3
            LIC | 2019 | YYY
            LMC | 2020 | YYY
            """);
    }

    [Fact]
    public void Comparison_KeepsReleasesApart_AndTakesTheIlosWorldForOurs()
    {
        using var bench = new ModelBench();
        bench
            .Given("indicators.aggregate", """
                ref_area | time_period:smallint | coverage:double
                001 | 2020 | 47.5
                X06 | 2020 |
                """, "'TOTAL' as contingency, '_T' as sex, 90 as weight_covered, 4 as countries, 3 as countries_with_value, 's' as source_id, 'v' as vintage")
            .Given("indicators.coverage", """
                source_id | vintage | is_default:boolean | ref_area | time_period:smallint | coverage:double
                ilo | 2022 | true | X01 | 2020 | 46.5
                ilo | 2026 | false | X01 | 2020 | 48
                un | 2020 | false | 001 | 2016 | 45.2
                ilo | 2022 | true | X06 | 2020 | 17.4
                ilo | 2022 | true | KEN | 2020 | 10.1
                """, "'TOTAL' as contingency, '_T' as sex, null::varchar as nature, 'c' as series_code, 'sha' as snapshot_sha256");

        bench.Gives("indicators.aggregate_comparison", """
            ref_area | published_area | published_vintage | is_default | published | aggregate | difference
            001 | X01 | 2022 | true | 46.5 | 47.5 | 1.0
            001 | X01 | 2026 | false | 48.0 | 47.5 | -0.5
            X06 | X06 | 2022 | true | 17.4 |  |
            """);
    }

    private static void Aggregate(string members, string values, string expected)
    {
        using var bench = Bench(values);
        bench
            .Given("indicators.denominator", "ref_area | persons:double\n" + members,
                "'TOTAL' as contingency, '_T' as sex, 2020::smallint as time_period, 'w' as source_id, 'v' as vintage, 'p' as series_code, 'shw' as snapshot_sha256")
            .Makes("indicators.aggregate_country")
            .Gives("indicators.aggregate", expected);
    }

    private static ModelBench Bench(string values) => new ModelBench()
        .Given("indicators.coverage", "ref_area | time_period:smallint | obs_value:double\n" + values + "\nZZZ | 2020 | 50", """
            'TOTAL' as contingency, '_T' as sex, true as is_default, 2020 as reference_year, least(obs_value, 100) as coverage, '' as flags,
            null::varchar as obs_status, 's' as source_id, 'v' as vintage, 'c' as series_code, 'sha' as snapshot_sha256
            """)
        .Given("reference.ref_area", "iso3 | wb_region\nAAA |\nBBB |\nCCC |\nDDD |")
        .Given("reference.group_member", "group_code | kind | iso3\nG | un | AAA\nG | un | BBB\nG | un | CCC\nG | un | DDD")
        .Given("reference.income_history", "iso3 | data_year | income_group\nYYY | 2019 | LIC\nYYY | 2020 | LMC\nYYY | 2021 | UMC")
        .Makes("indicators.aggregate_group");
}
