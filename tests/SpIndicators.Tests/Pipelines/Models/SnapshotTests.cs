namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>indicators.snapshot: what is known of each file, and no more of its date than that.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Released_IsThePartOfTheDateThatIsKnown()
    {
        using var bench = new ModelBench();
        bench
            .Given("reference.snapshot", """
                source_id | vintage | released_on:date | released_on_precision
                ilostat_sdg_0131 | 2022-04-17 | 2022-04-17 | day
                imf_weo | 2025-04 | 2025-04-01 | month
                unsd_sdg | 2019.Q3.G.01 | 2019-07-01 | quarter
                un_wpp_population | 2024 | 2024-01-01 | year
                oecd_crs_social_protection_aid | 2018-2022 | 2023-01-01 | not_before
                """, """
                null::varchar as released_on_basis, timestamp '2026-11-22' as retrieved_at, null::varchar as retrieved_at_basis,
                '' as file_name, 1 as bytes, '' as sha256, 1 as rows, '' as citation, '' as notes
                """)
            .Given("indicators.observation_count", "source_id | vintage | observations:bigint | rejected:bigint\nilostat_sdg_0131 | 2022-04-17 | 1 | 0")
            .Gives("indicators.snapshot", """
                source_id | released
                ilostat_sdg_0131 | 2022-04-17
                imf_weo | 2025-04
                unsd_sdg | 2019-Q3
                un_wpp_population | 2024
                oecd_crs_social_protection_aid | 2023
                """);
    }
}
