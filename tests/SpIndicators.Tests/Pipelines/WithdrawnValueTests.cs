namespace SpIndicators.Tests.Pipelines;

/// <summary>Uruguay's poor, 2019: 267 % in October 2020, gone in 2024. The one value above 100 tells the whole story or lies.</summary>
public sealed class WithdrawnValueTests(BuiltWarehouse warehouse)
{
    private const string UruguaysPoor = "ref_area = 'URY' and time_period = 2019 and sex = '_T' and source_id = 'unsd_sdg'";

    [Fact]
    public void Coverage_OfUruguaysPoor_IsShownAs100AndKeepsWhatWasPublished()
    {
        var (published, coverage, gap, flags, withdrawnIn) = warehouse.One<(double, double, double, string, string)>(
            $"select obs_value, coverage, gap_pp, flags, withdrawn_in from indicators.coverage where {UruguaysPoor} and contingency = 'POOR' and vintage = '2020-10-19'");

        Assert.Equal((267.28646, 100, 0), (published, coverage, gap));
        Assert.Equal(["capped", "withdrawn"], flags.Split('|'));
        Assert.Equal("2024-02-17", withdrawnIn);
    }

    [Fact]
    public void Coverage_OfUruguaysPoorInTheLaterRelease_IsMissingRatherThanZero() =>
        Assert.Equal(0, warehouse.One<long>(
            "select count(*) from indicators.coverage where source_id = 'unsd_sdg' and vintage = '2024-02-17' and ref_area = 'URY' and contingency = 'POOR'"));

    [Fact]
    public void Revisions_OfUruguaysPoor_SayThatTheValueCameAndWent() =>
        Assert.Equal([("2020-10-19", "added", null, 267.28646), ("2024-02-17", "withdrawn", 267.28646, null)],
            warehouse.Query<(string, string, double?, double?)>(
                $"select vintage_to, change, value_from, value_to from clean.revision where {UruguaysPoor} and series_code = 'SI_COV_POOR' order by vintage_to"));

    [Fact]
    public void CoverageRevision_OfTheReleaseThatTookItBack_TellsWhatWasShownBefore() =>
        Assert.Equal(("withdrawn", "2020-10-19", 267.28646, 100.0, null, null), warehouse.One<(string, string, double, double, double?, double?)>(
            $"select change, vintage_before, value_before, coverage_before, value_after, coverage_after from indicators.coverage_revision where {UruguaysPoor} and contingency = 'POOR' and vintage = '2024-02-17'"));

    [Fact]
    public void EveryFigure_FlaggedWithdrawn_IsToldByTheReleaseThatTookItBack() =>
        Assert.Empty(warehouse.Query<string>("""
            select concat_ws(' ', c.source_id, c.vintage, c.contingency, c.sex, c.ref_area, c.time_period)
            from indicators.coverage as c
            anti join indicators.coverage_revision as r
                on r.source_id = c.source_id and r.vintage = c.withdrawn_in and r.change = 'withdrawn'
                and r.contingency = c.contingency and r.sex = c.sex and r.ref_area = c.ref_area and r.time_period = c.time_period
            where c.withdrawn_in is not null
            """));

    [Fact]
    public void Checks_OfTheBuiltWarehouse_WarnThatTheCorrectionIsOutOfDate()
    {
        var warning = Assert.Single(warehouse.Result.Warnings, w => w.Name == "corrections_still_apply");

        Assert.Equal(1, warning.OffendingRows);
        Assert.Contains("SI_COV_POOR", warning.Example, StringComparison.Ordinal);
        Assert.Contains("withdrawn", warning.Example, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_OfTheUnReleases_ExceedsAHundredNowhereElse() =>
        Assert.Equal(["POOR URY 2019"], warehouse.Query<string>(
            "select contingency || ' ' || ref_area || ' ' || time_period from indicators.coverage where obs_value > 100"));
}
