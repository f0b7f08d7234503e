namespace SpIndicators.Tests.Pipelines.Models;

public sealed class ReleaseTests
{
    [Fact]
    public void Default_OfSeveralReleases_IsTheCustodiansNewestFullOneAndNoOther()
    {
        using var bench = new ModelBench();

        bench
            .Given("reference.ref_area", "iso3\nDEU\nFRA")
            .Given("reference.source", "source_id | title | producer\nilostat_sdg_0131 | T | ILO\nilostat_sdg_0131_subset | S | ILO\nunsd_sdg | U | UNSD\nworldbank_wdi | W | WB")
            .Given("clean.coverage_observation", """
                source_id | vintage | released_on:date | is_newest:boolean | ref_area | time_period:smallint
                ilostat_sdg_0131 | old | 2021-01-01 | false | DEU | 2015
                ilostat_sdg_0131 | new | 2022-04-17 | true | DEU | 2015
                ilostat_sdg_0131 | new | 2022-04-17 | true | DEU | 2020
                ilostat_sdg_0131 | new | 2022-04-17 | true | X01 | 2019
                ilostat_sdg_0131_subset | later | 2026-09-24 | true | FRA | 2023
                unsd_sdg | latest | 2026-10-01 | true | FRA | 2024
                """)
            .Gives("indicators.release", """
                source_id | vintage | is_default | values_published | countries | groups | first_year | last_year
                ilostat_sdg_0131 | new | true | 3 | 1 | 1 | 2015 | 2020
                ilostat_sdg_0131 | old | false | 1 | 1 | 0 | 2015 | 2015
                ilostat_sdg_0131_subset | later | false | 1 | 1 | 0 | 2023 | 2023
                unsd_sdg | latest | false | 1 | 1 | 0 | 2024 | 2024
                """);
    }
}
