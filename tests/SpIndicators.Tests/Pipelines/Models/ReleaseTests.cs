namespace SpIndicators.Tests.Pipelines.Models;

public sealed class ReleaseTests
{
    [Fact]
    public void Default_OfSeveralReleases_IsTheCustodiansNewestFullOneAndNoOther()
    {
        using var bench = new ModelBench();

        bench
            .Given("reference.coverage_series", """
                source_id | series_code
                ilostat_sdg_0131 | SOC
                ilostat_sdg_0131_subset | SOC
                unsd_sdg | SI_COV
                """)
            .Given("reference.ref_area", "iso3\nDEU\nFRA")
            .Given("reference.source", "source_id | title | producer\nilostat_sdg_0131 | T | ILO\nilostat_sdg_0131_subset | S | ILO\nunsd_sdg | U | UNSD\nworldbank_wdi | W | WB")
            .Given("reference.snapshot", """
                source_id | vintage | released_on:date
                ilostat_sdg_0131 | old | 2021-01-01
                ilostat_sdg_0131 | new | 2022-04-17
                ilostat_sdg_0131_subset | later | 2026-09-24
                unsd_sdg | latest | 2026-10-01
                """)
            .Given("clean.observation", """
                source_id | vintage | series_code | ref_area | time_period:smallint
                ilostat_sdg_0131 | old | SOC | DEU | 2015
                ilostat_sdg_0131 | new | SOC | DEU | 2015
                ilostat_sdg_0131 | new | SOC | DEU | 2020
                ilostat_sdg_0131 | new | SOC | X01 | 2019
                ilostat_sdg_0131_subset | later | SOC | FRA | 2023
                unsd_sdg | latest | SI_COV | FRA | 2024
                unsd_sdg | latest | GR_G14_GDP | DEU | 2025
                worldbank_wdi | 2026 | SP.POP.TOTL | DEU | 2025
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
