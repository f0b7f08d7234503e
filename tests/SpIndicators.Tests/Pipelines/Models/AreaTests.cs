namespace SpIndicators.Tests.Pipelines.Models;

public sealed class AreaTests
{
    [Fact]
    public void AreaCode_WithAnAlias_MeansTheAliasAndInOtherSourcesTheCommonList()
    {
        using var bench = new ModelBench();

        bench
            .Given("reference.area_alias", "source_id | source_code | ref_area\nunsd_sdg | 158 | UN_158\nimf_weo | KOS | XKX")
            .Given("reference.source", "source_id | area_scheme\nunsd_sdg | m49\nimf_weo | imf\nilostat_sdg_0131 | ilo")
            .Given("reference.ref_area", "iso3 | m49 | ilo_area_code\nTWN | 158 | \nXKX | 412 | KOS\nCHI |  | ")
            .Given("reference.groups", "group_code\n001")
            .Gives("clean.area_code", """
                source_id | source_code | ref_area
                unsd_sdg | 158 | UN_158
                unsd_sdg | 412 | XKX
                unsd_sdg | 001 | 001
                imf_weo | KOS | XKX
                imf_weo | XKX | XKX
                imf_weo | TWN | TWN
                imf_weo | CHI | CHI
                imf_weo | 001 | 001
                ilostat_sdg_0131 | KOS | XKX
                ilostat_sdg_0131 | XKX | XKX
                ilostat_sdg_0131 | TWN | TWN
                ilostat_sdg_0131 | CHI | CHI
                ilostat_sdg_0131 | 001 | 001
                """);
    }

    [Fact]
    public void RefArea_FromThreeLists_SaysWhatKindItIsAndNeverLacksAName()
    {
        using var bench = new ModelBench();

        bench
            .Given("reference.ref_area", """
                iso3 | name_en | name_fr | name_es | m49 | wb_income_fy26 | ldc | lldc | sids | un_member
                AFG | Afghanistan | Afghanistan | Afganistán | 004 | LIC | Y | Y | N | Y
                XKX | Kosovo | Kosovo | Kosovo | 412 |  | N |  | N | N
                """, "null::varchar as iso2, null::varchar as un_region, null::varchar as un_subregion, null::varchar as sdg_region, null::varchar as ilo_region, null::varchar as wb_region")
            .Given("reference.groups", "group_code | kind | name_en | name_fr | name_es\nX01 | world | World | Monde | Mundo\nLIC | wb-income | Low income |  | ")
            .Given("reference.other_area", "ref_area | kind | name_en | name_fr | name_es\nUN_158 | other | Other areas |  | Otras zonas")
            .Gives("indicators.ref_area", """
                ref_area | kind | name_en | name_fr | name_es | m49 | income_group | is_ldc | is_lldc
                AFG | country | Afghanistan | Afghanistan | Afganistán | 004 | LIC | true | true
                XKX | country | Kosovo | Kosovo | Kosovo | 412 |  | false | 
                X01 | world | World | Monde | Mundo |  |  |  | 
                LIC | group | Low income | Low income | Low income |  |  |  | 
                UN_158 | other | Other areas | Other areas | Otras zonas |  |  |  | 
                """);
    }

    [Fact]
    public void Contingencies_AsListed_StandInTheirOrderAsNumbers()
    {
        using var bench = new ModelBench();

        bench
            .Given("reference.contingency", "contingency | ilostat_code | un_series | sort_order\nPOOR | SOC_CONTIG_POOR | SI_COV_POOR | 10\nTOTAL | SOC_CONTIG_TOTAL | SI_COV_BENFTS | 9",
                "'n' as name_en, 'n' as name_fr, 'n' as name_es, 's' as short_en, 's' as short_fr, 's' as short_es, 'd' as denominator_en, 'd' as denominator_fr, 'd' as denominator_es")
            .Gives("indicators.contingency", """
                contingency | ilostat_code | un_series | short_fr | sort_order
                TOTAL | SOC_CONTIG_TOTAL | SI_COV_BENFTS | s | 9
                POOR | SOC_CONTIG_POOR | SI_COV_POOR | s | 10
                """);
    }
}
