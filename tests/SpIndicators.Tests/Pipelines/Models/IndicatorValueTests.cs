namespace SpIndicators.Tests.Pipelines.Models;

public sealed class IndicatorValueTests
{
    [Fact]
    public void Indicators_OfTheDefaultRelease_AreCoverageGapAndPeopleWhereThereAreAny()
    {
        using var bench = new ModelBench();

        bench
            .Given("indicators.coverage", """
                is_default:boolean | ref_area | contingency | obs_value:double | coverage:double | gap_pp:double | people_uncovered:double | denominator_series | flags
                true | URY | POOR | 267.28646 | 100 | 0 |  |  | capped
                true | DEU | TOTAL | 99.5 | 99.5 | 0.5 | 400000 | population | ''
                false | DEU | TOTAL | 98 | 98 | 2 | 1600000 | population | ''
                """, "2020::smallint as time_period, '_T' as sex, null::varchar as obs_status, 's' as source_id, 'v' as vintage, 'c' as series_code, 'sha' as snapshot_sha256")
            .Gives("indicators.indicator_value", """
                indicator_id | ref_area | contingency | obs_value | unit_measure | flags | inputs
                coverage | URY | POOR | 100.0 | PT | capped | 
                coverage | DEU | TOTAL | 99.5 | PT | '' | 
                coverage_gap | URY | POOR | 0.0 | PP | capped | 
                coverage_gap | DEU | TOTAL | 0.5 | PP | '' | 
                people_uncovered | DEU | TOTAL | 400000.0 | PS | '' | population
                """);
    }
}
