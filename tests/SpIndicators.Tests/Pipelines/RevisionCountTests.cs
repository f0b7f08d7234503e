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
}
