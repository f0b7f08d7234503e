using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages.Explore;

/// <summary>The dashboard over the small warehouse and a few values more: two years, two sexes, a second indicator.</summary>
public sealed class ExploreSite : IAsyncLifetime
{
    private const string Values = """

        alter table indicators.indicator_value alter obs_value type double;
        alter table indicators.indicator_value alter time_period type smallint;
        update indicators.indicator set direction = 'down' where indicator_id in ('coverage_gap', 'people_uncovered');
        insert into indicators.indicator_value by name
        with v(indicator_id, ref_area, time_period, contingency, sex, obs_value, flags, confidence) as (values
            ('coverage_gap', 'DEU', 2015, 'TOTAL', '_T', 5.0, '', 'A'), ('coverage_gap', 'DEU', 2020, 'TOTAL', '_T', 0.5, '', 'A'),
            ('coverage_gap', 'KEN', 2016, 'TOTAL', '_T', 80.0, '', 'A'), ('coverage_gap', 'KEN', 2020, 'TOTAL', '_T', 90.0, 'capped', 'B'),
            ('coverage_gap', 'SEN', 2018, 'TOTAL', '_T', 70.0, '', 'A'), ('coverage_gap', 'ESC', 2020, 'TOTAL', '_T', 100.0, '', 'A'),
            ('coverage_gap', 'X01', 2020, 'TOTAL', '_T', 53.1, '', 'A'), ('coverage_gap', 'KEN', 2020, 'OLDAGE', 'F', 80.0, '', 'A'),
            ('coverage_gap', 'KEN', 2020, 'OLDAGE', '_T', 75.0, '', 'A'),
            ('people_uncovered', 'KEN', 2019, '_Z', '_T', 1000.0, '', 'A'), ('people_uncovered', 'DEU', 2020, '_Z', '_T', 1000000.0, '', 'A'))
        select *, 'PP' as unit_measure, 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, 'SOC_' || contingency as series_code,
            time_period as source_time_period, repeat('ab', 32) as snapshot_sha256
        from v;
        """;

    public Dashboard Dashboard { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage, Values);
        await Dashboard.InitializeAsync();
    }

    /// <param name="query">"tab=map&amp;country=KEN".</param>
    public async Task<IHtmlDocument> Page(string query) => await Html.Parse(await Dashboard.Text($"/explore?{query}"));

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
