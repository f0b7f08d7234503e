namespace SpIndicators.Tests.Pipelines.Models;

public sealed class GenderTests
{
    [Fact]
    public void GapAndParity_ExistOnlyWhereBothSexesDo_AndParityOnlyWhereMenAreCovered()
    {
        using var bench = new ModelBench();
        bench.Given("indicators.coverage", """
            sex | ref_area | time_period:smallint | obs_value:double | coverage:double | flags
            F | WLD | 2023 | 50 | 50 | ''
            M | WLD | 2023 | 62.5 | 62.5 | ''
            F | AAA | 2020 | 10 | 10 | break
            M | AAA | 2019 | 20 | 20 | ''
            F | BBB | 2020 | 5 | 5 | ''
            M | BBB | 2020 | 0 | 0 | stale
            F | CCC | 2020 | 120 | 100 | capped
            M | CCC | 2020 | 80 | 80 | capped|stale
            """, "'TOTAL' as contingency, true as is_default, null::varchar as nature, null::varchar as obs_status, 's' as source_id, 'v' as vintage, 'c' as series_code, 'sha' as snapshot_sha256");

        bench.Given("reference.ref_area", "iso3\nAAA\nBBB\nCCC");

        bench.Makes("indicators.gender_pair").Gives("indicators.gender_value", """
            indicator_id | ref_area | time_period | obs_value | flags
            gender_gap | WLD | 2023 | 12.5 | modelled
            gender_parity | WLD | 2023 | 0.8 | modelled
            gender_gap | BBB | 2020 | -5.0 | stale
            gender_gap | CCC | 2020 | -20.0 | capped|stale
            gender_parity | CCC | 2020 | 1.25 | capped|stale
            """);
    }
}
