namespace SpIndicators.Tests.Pipelines.Models;

public sealed class IndicatorValueTests
{
    [Fact]
    public void Indicators_OfTheDefaultRelease_AreCoverageGapAndPeopleWhereThereAreAny()
    {
        using var bench = new ModelBench();

        bench
            .Given("indicators.coverage", """
                is_default:boolean | ref_area | contingency | obs_value:double | coverage:double | gap_pp:double | people_uncovered:double | nature | flags
                true | URY | POOR | 267.28646 | 100 | 0 |  |  | capped
                true | DEU | TOTAL | 99.5 | 99.5 | 0.5 | 400000 | M | ''
                false | DEU | TOTAL | 98 | 98 | 2 | 1600000 |  | ''
                true | X01 | TOTAL | 46.9 | 46.9 | 53.1 |  |  | ''
                true | DEU | OLDAGE | 100 | 100 | 0 | 0 |  | ''
                true | DEU | UNEMP | 50 | 50 | 50 | 7 |  | break
                """, "2020::smallint as time_period, '_T' as sex, null::varchar as obs_status, 's' as source_id, 'v' as vintage, 'c' as series_code, 'sha' as snapshot_sha256")
            .Given("reference.ref_area", "iso3\nDEU\nURY")
            .Gives("indicators.coverage_value", """
                indicator_id | ref_area | contingency | obs_value | unit_measure | flags
                coverage | URY | POOR | 100.0 | PT | capped
                coverage | DEU | TOTAL | 99.5 | PT | modelled
                coverage_gap | URY | POOR | 0.0 | PP | capped
                coverage_gap | DEU | TOTAL | 0.5 | PP | modelled
                people_uncovered | DEU | TOTAL | 400000.0 | PS | modelled
                coverage | X01 | TOTAL | 46.9 | PT | modelled
                coverage_gap | X01 | TOTAL | 53.1 | PP | modelled
                coverage | DEU | OLDAGE | 100.0 | PT | ''
                coverage_gap | DEU | OLDAGE | 0.0 | PP | ''
                people_uncovered | DEU | OLDAGE | 0.0 | PS | proxy
                coverage | DEU | UNEMP | 50.0 | PT | break
                coverage_gap | DEU | UNEMP | 50.0 | PP | break
                people_uncovered | DEU | UNEMP | 7.0 | PS | break|modelled
                """);
    }

    [Theory]
    [InlineData("''", "A")]
    [InlineData("capped", "B")]
    [InlineData("stale", "C")]
    [InlineData("capped|break", "C")]
    [InlineData("capped|stale|break", "D")]
    public void Confidence_OfAValue_IsLoweredByWhatEachFlagTakesAway(string flags, string grade)
    {
        using var bench = new ModelBench();

        bench
            .Given("reference.flag", "flag | penalty\ncapped | 1\nbreak | 1\nstale | 2")
            .Given("indicators.protection_value", $"flags\n{flags}")
            .Given("indicators.economy_value", $"flags\n{flags}")
            .Given("indicators.topic_value", $"flags\n{flags}")
            .Gives("indicators.grade", $"confidence | flags\n{grade} | {flags}");
    }
}
