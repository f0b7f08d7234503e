namespace SpIndicators.Tests.Pipelines.Models;

public sealed class PeerTests
{
    private const string Sources = "null::varchar as obs_status, null::varchar as nature, '' as flags, 's' as source_id, 'v' as vintage, 'c' as series_code, 'sha' as snapshot_sha256";

    [Fact]
    public void PeersByIncome_AreTheNearestInProportionWithinTheGroupAndTheLastThreeYears()
    {
        using var bench = new ModelBench();
        bench
            .Given("reference.income_history", """
                iso3 | data_year | income_group
                AAA | 2024 | LIC
                BBB | 2024 | LIC
                CCC | 2024 | LIC
                DDD | 2024 | LMC
                EEE | 2024 | LIC
                EEE | 2023 | LMC
                """)
            .Given("indicators.figure", """
                ref_area | time_period:smallint | obs_value:double
                AAA | 2024 | 1000
                BBB | 2024 | 1900
                CCC | 2023 | 500
                DDD | 2024 | 1001
                EEE | 2019 | 1000
                """, "'gdp_per_head_ppp_constant' as figure_id, 'sha' as snapshot_sha256")
            .Given("reference.ref_area", "iso3 | sdg_region\nAAA | 202\nBBB | 202\nCCC |\nDDD | 062")
            .Given("reference.neighbour", "iso3 | neighbour\nAAA | DDD\nDDD | AAA");

        bench.Gives("indicators.peer", """
            rule_id | ref_area | peer | place
            income | AAA | BBB | 1
            income | AAA | CCC | 2
            income | BBB | AAA | 1
            income | BBB | CCC | 2
            income | CCC | AAA | 1
            income | CCC | BBB | 2
            neighbour | AAA | DDD | 1
            neighbour | DDD | AAA | 1
            region | AAA | BBB | 1
            region | BBB | AAA | 1
            """);
    }

    [Theory]
    [InlineData("region", 5, "7.0")]
    [InlineData("region", 4, null)]
    [InlineData("neighbour", 3, "8.0")]
    [InlineData("neighbour", 2, null)]
    public void Gap_ToTheMedianOfPeers_NeedsAsManyAsTheRuleAsksFor(string rule, int peers, string? gap)
    {
        var codes = Enumerable.Range(1, peers).Select(n => $"P{n}").ToList();
        using var bench = new ModelBench();
        bench
            .Given("indicators.coverage", "ref_area | obs_value:double | is_latest:boolean\nAAA | 10 | true\nOLD | 90 | false\n"
                + string.Join('\n', codes.Select((code, n) => $"{code} | {n + 1} | true")),
                $"'TOTAL' as contingency, '_T' as sex, true as is_default, 2020::smallint as time_period, obs_value as coverage, {Sources}")
            .Given("indicators.peer", $"rule_id | ref_area | peer\n{rule} | AAA | OLD\n" + string.Join('\n', codes.Select(code => $"{rule} | AAA | {code}")))
            .Given("reference.peer_rule", "rule_id | indicator_id | minimum_peers\nneighbour | near | 3\nregion | around | 5");

        bench.Gives("indicators.peer_gap", "indicator_id | rule_id | ref_area | gap" + (gap is null ? "" : $"\n{(rule == "region" ? "around" : "near")} | {rule} | AAA | {gap}"));
    }

    [Fact]
    public void Ranks_OfEqualTenths_ShareABand_AndASmallSetHasNone()
    {
        var codes = Enumerable.Range(0, 20).Select(n => $"C{n:00}").ToList();
        using var bench = new ModelBench();
        bench
            .Given("indicators.coverage", "ref_area | obs_value:double | is_latest:boolean\n"
                + string.Join('\n', codes.Select((code, n) => $"{code} | {(n < 3 ? 90.04 - (n * 0.02) : 50 - n)} | true")) + "\nOLD | 95 | false",
                $"'TOTAL' as contingency, '_T' as sex, true as is_default, 2020::smallint as time_period, obs_value as coverage, {Sources}")
            .Given("reference.ref_area", "iso3 | sdg_region\nOLD | 202\n" + string.Join('\n', codes.Select((code, n) => $"{code} | {(n < 19 ? "202" : "062")}")))
            .Given("reference.income_history", "iso3 | data_year | income_group")
            .Makes("indicators.rank")
            .View("first", "select * from indicators.rank where set_code <> '001' or ref_area in ('C00', 'C02', 'C03', 'C19')");

        bench.Sees("first", """
            set_code | ref_area | coverage | best_rank | worst_rank | countries | fifth
            001 | C00 | 90.0 | 1 | 3 | 20 | 1
            001 | C02 | 90.0 | 1 | 3 | 20 | 1
            001 | C03 | 47.0 | 4 | 4 | 20 | 1
            001 | C19 | 31.0 | 20 | 20 | 20 | 5
            """);
    }
}
