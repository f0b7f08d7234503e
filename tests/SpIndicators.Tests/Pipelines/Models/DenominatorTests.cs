namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>Each contingency's own reference population, from round numbers.</summary>
public sealed class DenominatorTests
{
    [Fact]
    public void ReferencePopulation_OfEachContingency_IsItsOwnAndNeverTheTotal()
    {
        using var bench = Bench("""
            DEU | 2020 | SP.POP.TOTL | 1000
            DEU | 2020 | SP.POP.TOTL.FE.ZS | 60
            DEU | 2020 | SP.POP.0014.TO.ZS | 20
            DEU | 2020 | SP.POP.65UP.TO.ZS | 10
            DEU | 2020 | SP.DYN.CBRT.IN | 8
            DEU | 2020 | SL.TLF.TOTL.IN | 500
            DEU | 2020 | SL.TLF.TOTL.FE.ZS | 40
            DEU | 2020 | SL.UEM.TOTL.ZS | 5
            DEU | 2020 | SL.UEM.TOTL.FE.ZS | 10
            DEU | 2020 | SL.UEM.TOTL.MA.ZS | 2
            DEU | 2020 | SI.POV.NAHC | 15
            """);

        bench.Gives("indicators.denominator", """
            contingency | sex | ref_area | time_period | persons
            TOTAL | _T | DEU | 2020 | 1000.0
            TOTAL | F | DEU | 2020 | 600.0
            TOTAL | M | DEU | 2020 | 400.0
            CHILD | _T | DEU | 2020 | 200.0
            OLDAGE | _T | DEU | 2020 | 100.0
            MATERNITY | _T | DEU | 2020 | 8.0
            MATERNITY | F | DEU | 2020 | 8.0
            INJURY | _T | DEU | 2020 | 500.0
            INJURY | F | DEU | 2020 | 200.0
            INJURY | M | DEU | 2020 | 300.0
            UNEMP | _T | DEU | 2020 | 25.0
            UNEMP | F | DEU | 2020 | 20.0
            UNEMP | M | DEU | 2020 | 6.0
            POOR | _T | DEU | 2020 | 150.0
            """);
    }

    [Fact]
    public void ReferencePopulation_WithoutItsShare_IsMissing()
    {
        using var bench = Bench("DEU | 2020 | SP.POP.TOTL | 1000");

        bench.Gives("indicators.denominator", """
            contingency | sex | ref_area | persons | source_id | vintage | series_code
            TOTAL | _T | DEU | 1000.0 | worldbank_wdi | new | SP.POP.TOTL
            """);
    }

    [Fact]
    public void IlosIncomeGroups_OfTheirOwnYear_AreTheSumOfTheirMembers()
    {
        using var bench = Bench("""
            DEU | 2020 | SP.POP.TOTL | 1000
            FRA | 2020 | SP.POP.TOTL | 500
            HIC | 2020 | SP.POP.TOTL | 9999
            """, "group_code | iso3\nX05 | DEU\nX05 | FRA\nHIC | DEU");

        bench.Gives("indicators.denominator", """
            ref_area | persons
            DEU | 1000.0
            FRA | 500.0
            HIC | 9999.0
            X05 | 1500.0
            """);
    }

    [Fact]
    public void WomenAndMen_ByAge_AreThoseOfTheWorldPopulationProspects()
    {
        using var bench = Bench("");
        bench.Gives("indicators.denominator", "contingency | sex | ref_area | persons\n");

        using var prospects = new ModelBench();
        Reference(prospects, "group_code | iso3\n");
        prospects.Given("indicators.figure_worldbank", "vintage | ref_area | time_period:smallint | series_code | obs_value:double\n", Sha);
        prospects.Given("clean.obs_un_wpp_population", """
            vintage | is_newest:boolean | series_code | ref_area | time_period:smallint | sex | age | obs_value:double
            2024 | true | population | DEU | 2020 | F | 65+ | 70
            2024 | true | population | DEU | 2020 | M | 0-14 | 40
            2024 | true | population | DEU | 2020 | M | 15-24 | 40
            2024 | true | population | DEU | 1999 | F | 65+ | 60
            2022 | false | population | DEU | 2020 | F | 65+ | 75
            """, Sha).Gives("indicators.denominator", """
            contingency | sex | ref_area | persons | source_id | vintage | series_code
            OLDAGE | F | DEU | 70.0 | un_wpp_population | 2024 | ages 65+
            CHILD | M | DEU | 40.0 | un_wpp_population | 2024 | ages 0-14
            """);
    }

    private const string Sha = "'sha' as snapshot_sha256";

    private static ModelBench Bench(string wdi, string members = "group_code | iso3\n")
    {
        var bench = new ModelBench();
        Reference(bench, members);
        bench.Given("given", "ref_area | time_period:smallint | series_code | obs_value:double\n" + wdi);
        bench.View("indicators.figure_worldbank", "select 'new' as vintage, 'sha' as snapshot_sha256, * from given");
        bench.Given("clean.obs_un_wpp_population", "vintage | is_newest:boolean | ref_area | time_period:smallint | sex | age | obs_value:double\n", Sha);
        return bench;
    }

    private static void Reference(ModelBench bench, string members) => bench
        .Given("reference.group_member", members);
}
