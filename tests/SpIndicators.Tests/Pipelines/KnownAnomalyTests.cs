namespace SpIndicators.Tests.Pipelines;

/// <summary>Oddities the publishers are known for, kept as they are.</summary>
public sealed class KnownAnomalyTests(BuiltWarehouse warehouse)
{
    [Fact]
    public void LatestCountryValues_WithoutAYear_AreAllRejectedForIt() =>
        Assert.Equal([("no year", 13L)], warehouse.Query<(string, long)>(
            "select reject_reason, count(*) from clean.rejected_row where source_id = 'ilostat_sdg_0131_latest_country' group by all"));

    [Fact]
    public void RejectedRows_OfTheEmbeddedData_AreThoseThirteenAndNoOthers() => Assert.Equal(13, warehouse.Result.Rejected);

    [Fact]
    public void WorldUnemploymentOf2020_PrintedForWomenOnly_HasNoTotalMadeUpForIt() =>
        Assert.Equal([("F", 18.6)], warehouse.Query<(string, double)>(
            """
            select sex, obs_value from indicators.coverage
            where source_id = 'ilostat_sdg_0131' and ref_area = 'X01' and time_period = 2020 and contingency = 'UNEMP'
            """));

    [Fact]
    public void Area158_OfTheUnsFile_IsUnspecifiedAreasAndNotTaiwan() =>
        Assert.Equal([("UN_158", 39L)], warehouse.Query<(string, long)>(
            "select ref_area, count(*) from clean.observation where source_id = 'unsd_sdg' and ref_area in ('TWN', 'UN_158') group by all"));

    [Fact]
    public void LinesOfLongFiles_AdmittedAndRejected_AddUpToTheirCards()
    {
        var files = warehouse.Query<(string Source, string Vintage, long Lines, long Admitted, long Rejected)>(
            """
            select s.source_id, s.vintage, f.rows,
                (select count(*) from clean.observation as o where o.source_id = s.source_id and o.vintage = s.vintage),
                (select count(*) from clean.rejected_row as r where r.source_id = s.source_id and r.vintage = s.vintage)
            from indicators.snapshot as s
            join reference.snapshot as f on f.source_id = s.source_id and f.vintage = s.vintage
            join reference.source as d on d.source_id = s.source_id and not d.is_wide
            """);

        Assert.Equal(22, files.Count);
        Assert.All(files, f => Assert.Equal(f.Lines, f.Admitted + f.Rejected));
    }

    /// <summary>A cell without a value gives no row, so a line without any would vanish if nobody counted it.</summary>
    [Fact]
    public void LinesOfWideFiles_WithoutAnyValue_AreCounted() =>
        Assert.Equal(
            [
                ("ids_debt_service_africa_health_education", 1254L, 21L, 3276L), ("oecd_crs_social_protection_aid", 2564L, 0L, 5128L),
                ("unuwider_grd", 6312L, 0L, 31090L), ("worldbank_aspire_per", 594L, 0L, 5940L),
            ],
            warehouse.Query<(string, long, long, long)>("select source_id, lines, empty_lines, filled_cells from meta.wide_file order by source_id"));

    [Fact]
    public void PoorestQuintile_OfTheWorldBanksSeries_NeverEntersTheIlosCoverage() =>
        Assert.Equal(0, warehouse.One<long>(
            "select count(*) from indicators.coverage where series_code like 'SI_COV_SOC%' or series_code like 'SI_COV_LMKT%'"));

    [Fact]
    public void Aspire_NotAvailable_IsMissingAndMarkedSo() =>
        Assert.Equal([("O", 0L)], warehouse.Query<(string, long)>(
            """
            select obs_status, count(obs_value) from clean.observation
            where source_id = 'worldbank_aspire_per' and obs_value is null group by all
            """));

    /// <summary>The release of 2024 was read from a workbook without aggregates: that is no withdrawal of the UN's regions.</summary>
    [Fact]
    public void Groups_MissingFromAReleaseOfCountriesOnly_AreNotToldAsWithdrawn() =>
        Assert.Equal(0, warehouse.One<long>(
            """
            select count(*) from clean.revision as r
            join indicators.ref_area as a on a.ref_area = r.ref_area and a.kind in ('world', 'group')
            where r.source_id = 'unsd_sdg' and r.vintage_to = '2024-02-17' and r.change = 'withdrawn'
            """));

    /// <summary>The two editions print the same units differently, one letter or "na".</summary>
    [Fact]
    public void Units_OfTheFund_AreTheSameInBothEditionsAndKeptAsPrinted() =>
        Assert.Equal(
            [
                ("GGR", "E, XDC", "XDC"), ("GGR_NGDP", "K, PT", "PT_GDP"), ("LE", "C, na", "IX"),
                ("LE", "N, na", "PS"), ("PPPEX", "F, na", "XDC_PER_USD_PPP"), ("PPPPC", "T, na", "USD_PPP"),
            ],
            warehouse.Query<(string, string, string)>(
                """
                select series_code, string_agg(distinct source_unit, ', ' order by source_unit), unit_measure from clean.observation
                where source_id = 'imf_weo' and series_code in ('GGR', 'GGR_NGDP', 'LE', 'PPPEX', 'PPPPC')
                group by series_code, unit_measure order by series_code, unit_measure
                """));
}
