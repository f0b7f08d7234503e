namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>What is said of the figures themselves: how old, from whom, how trusted.</summary>
public sealed class QualityTests : IDisposable
{
    private readonly ModelBench bench = new();

    [Fact]
    public void Observations_AreReportedEstimatedOrModelledOnlyWhereTheSourceSaysSo() => bench
        .Given("staged", """
            nature | obs_status | reject_reason
            C |  |
            CA | A |
            E | A |
             | E |
            M |  |
            G |  |
             |  |
            NA | E |
            C |  | no year
            """, "'s' as source_id, '2020' as vintage, 'x' as series_code, 'PT' as unit_measure")
        .Gives("clean.observation_count", "observations | rejected | reported | estimated | modelled\n8 | 1 | 2 | 2 | 2");

    [Fact]
    public void Grade_IsToldInTheWordsOfItsFlags_HeaviestFirst() => bench
        .Given("reference.flag", """
            flag | penalty | name_en | name_fr | name_es
            break | 1 | a jump | un saut | un salto
            stale | 2 | old | ancien | antiguo
            """)
        .Given("indicators.indicator_value", "flags | confidence\n'' | A\nbreak|stale | D\nbreak|stale | D\nbreak | B", "'coverage' as indicator_id")
        .Gives("indicators.grade_summary", """
            confidence | flags | n | share_pct | penalty | reason_en | reason_fr
            A | '' | 1 | 25.0 | 0 |  |
            B | break | 1 | 25.0 | 1 | a jump | un saut
            D | break|stale | 2 | 50.0 | 3 | old; a jump | ancien ; un saut
            """);

    [Fact]
    public void Countries_WithARecentFigure_AreCountedAmongMemberStates() => bench
        .Given("reference.ref_area", "iso3 | un_member\nBEN | Y\nKEN | Y\nPER | Y\nTGO | Y\nGLP | N")
        .Given("indicators.newest_coverage", """
            ref_area | is_un_member:boolean | latest_year:smallint
            BEN | true | 2020
            KEN | true | 2015
            PER | true | 2014
            GLP | false | 2020
            """, "'CHILD' as contingency, 2020::smallint as release_year, 's' as source_id, '2022' as vintage, 'x' as series_code, 'sha' as snapshot_sha256")
        .Gives("indicators.quality_value", """
            indicator_id | ref_area | time_period | obs_value
            countries_with_data | X01 | 2020 | 50.0
            data_age | BEN | 2020 | 0.0
            data_age | KEN | 2015 | 5.0
            data_age | PER | 2014 | 6.0
            data_age | GLP | 2020 | 0.0
            """);

    public void Dispose() => bench.Dispose();
}
