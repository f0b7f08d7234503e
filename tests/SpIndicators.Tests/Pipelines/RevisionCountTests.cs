namespace SpIndicators.Tests.Pipelines;

/// <summary>How many values changed between releases, counted on the publishers' files before there was any code.</summary>
public sealed class RevisionCountTests(BuiltWarehouse warehouse)
{
    [Theory]
    [InlineData("unsd_sdg", "SI_COV_BENFTS", "2019.Q3.G.01", "2020-10-19", "added 86, changed 1, withdrawn 12")]
    [InlineData("unsd_sdg", "SI_COV_SOCAST", "2019.Q1.G.03", "2019.Q2.G.01", "added 50, changed 36")]
    [InlineData("unsd_sdg", "SI_COV_SOCAST", "2019.Q2.G.01", "2019.Q3.G.01", "")]
    [InlineData("worldbank_wdi_per", "per_allsp.cov_pop_tot", "2022-10-04", "2023", "")]
    [InlineData("worldbank_wdi_per", "per_allsp.cov_pop_tot", "2023", "2024", "added 61, changed 64, withdrawn 3")]
    public void Revisions_BetweenTwoReleases_AreAsManyAsCountedOnTheFiles(string source, string series, string from, string to, string counted) =>
        Assert.Equal(counted, warehouse.One<string>(
            """
            select coalesce(string_agg(change || ' ' || n, ', ' order by change), '')
            from (
                select change, count(*) as n
                from clean.revision
                where source_id = $source and series_code = $series and vintage_from = $from and vintage_to = $to and breakdown = '_T'
                group by all
            )
            """,
            new { source, series, from, to }));

    [Fact]
    public void Revision_OfGermanysDebtIn2024_IsTheFundsOwn() =>
        Assert.Equal((63.888, 63.465), warehouse.One<(double, double)>(
            """
            select value_from, value_to from clean.revision
            where source_id = 'imf_weo' and vintage_from = '2025-04' and vintage_to = '2025-10'
              and series_code = 'GGXWDG_NGDP' and ref_area = 'DEU' and time_period = 2024
            """));

    [Fact]
    public void Revisions_BetweenReleases_AreNeverZero() =>
        Assert.Equal(0, warehouse.One<long>("select count(*) from clean.revision where change = 'changed' and value_from is not distinct from value_to"));

    [Theory]
    [InlineData("worldbank_wdi", "2024-06-28", "2026-07", "FP.CPI.TOTL")]
    [InlineData("unsd_sdg", "2020-10-19", "2024-02-17", "DT_TDS_DECT, GC_GOB_TAXD, GR_G14_GDP, SD_XPD_ESED, SI_POV_DAY1, SI_POV_NAHC")]
    [InlineData("worldbank_wdi_per", "2023", "2024", "")]
    public void Series_AbsentFromTheNewerRelease_AreToldByName(string source, string from, string to, string series) =>
        Assert.Equal(series, warehouse.One<string>(
            """
            select coalesce(string_agg(series_code, ', ' order by series_code), '')
            from indicators.revision
            where source_id = $source and vintage_from = $from and vintage_to = $to and change = 'series_absent'
            """,
            new { source, from, to }));

    /// <summary>The release of 2024 holds the coverage series only: what it leaves out is not thereby withdrawn.</summary>
    [Fact]
    public void Series_AbsentFromTheNewerRelease_IsNoWithdrawalOfItsValues() =>
        Assert.Equal(0, warehouse.One<long>(
            """
            select count(*) from indicators.revision as r
            join indicators.revision as a using (source_id, vintage_from, vintage_to, series_code)
            where a.change = 'series_absent' and r.change <> 'series_absent'
            """));
}
