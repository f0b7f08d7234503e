using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>A newer, partial release of the ILO replaces nothing; every page that shows older figures says that it is there and what it has.</summary>
public sealed class NewerFiguresTests(NewerDashboard dashboard) : IClassFixture<NewerDashboard>
{
    private const string Line = "A newer release of the ILO (24 September 2026) has other figures: Old age: 21.5% (2022). Figures of two releases are never mixed here: method and countries differ.";

    [Theory]
    [InlineData("/country/KEN", "#nine")]
    [InlineData("/country/KEN/brief", "[data-part=nine]")]
    public async Task UnderTheNine_StandsWhatANewerReleaseHas_WithItsAddress(string path, string place)
    {
        var page = await Page(path);

        var line = Assert.Single(page.QuerySelectorAll($"{place} .newer"));
        Assert.Equal(Line, Said(line));
        var query = line.QuerySelector("a")!.GetAttribute("href")!.Split('?', '&').Order(StringComparer.Ordinal);
        Assert.Equal(["/indicator", "contingency=OLDAGE", "country=~KEN", "release=ilostat_sdg_0131_subset%402026-09-24"], query);
    }

    [Fact]
    public async Task FiguresShown_StayThoseOfTheReleaseInUse()
    {
        var page = await Page("/country/KEN");

        Assert.Contains(page.QuerySelectorAll("#nine tbody tr"), row => Said(row).StartsWith("Old age", StringComparison.Ordinal) && Said(row).Contains("13.2%", StringComparison.Ordinal) && !Said(row).Contains("21.5%", StringComparison.Ordinal));
        Assert.Empty((await Page("/country/SEN")).QuerySelectorAll(".newer"));
    }

    [Theory]
    [InlineData("/country/KEN", "#changes li", "release of 24 September 2026The first release of its kind here")]
    [InlineData("/revisions?country=~KEN", "section:has(h2) li", "Old age: 21.5% (2022); in the release in use 13.2% (2019)")]
    [InlineData("/revisions", "section p", "The first release of its kind here")]
    public async Task WhatChangedLately_HasReleasesWithoutAPredecessorToo(string path, string place, string said)
    {
        var page = await Page(path);

        Assert.Contains(page.QuerySelectorAll(place), line => Said(line).Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Overview_SaysOfWhichReleaseEachWorldFigureIs_AndWhyTheyDiffer()
    {
        var page = await Page("/");

        Assert.Equal("52.4%", page.QuerySelector(".headline-figure strong")!.TextContent);
        Assert.Contains(page.QuerySelectorAll(".headline .fine"), p => Said(p).Contains("release of 20 June 2026", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll(".headline .fine"), p => Said(p).StartsWith("The map and the table below are of the release of 17 April 2022, the newest that has countries: there the world figure is 46.9%, for 2020.", StringComparison.Ordinal)
            && Said(p).Contains("For 2020 the release of the first figure (20 June 2026) has 48.1%", StringComparison.Ordinal));
        var newer = page.QuerySelector("tbody tr:first-child th .newer")!;
        Assert.Equal("52.4% (2023) in the newer release of 20 June 2026", Said(newer));
        Assert.Contains("release=ilostat_sdg_0131_aggregates%402026-06-20", newer.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Une édition plus récente de l’OIT (24 septembre 2026) donne d’autres chiffres :")]
    [InlineData("es", "Una edición más reciente de la OIT (24 de septiembre de 2026) da otras cifras:")]
    public async Task OtherLanguages_SayItToo(string lang, string start) =>
        Assert.StartsWith(start, Said((await Page($"/country/KEN?lang={lang}")).QuerySelector("#nine .newer")!), StringComparison.Ordinal);

    private async Task<IHtmlDocument> Page(string url) => await Html.Parse(await dashboard.Text(url));

    private static string Said(IElement cell) => string.Join(' ', cell.TextContent.Replace('\u00a0', ' ').Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The dashboard over releases of the ILO that are newer than the one in use: of one country, and of the world.</summary>
public sealed class NewerDashboard : IAsyncLifetime
{
    private const string Releases = """
        insert into indicators.snapshot by name select *, '2026' as released, 'as the card says' as released_on_basis, timestamp '2026-11-22' as retrieved_at, 'Day.' as retrieved_at_basis, repeat('ab', 32) as snapshot_sha256
        from (values ('ilostat_sdg_0131_subset', '2026-09-24', date '2026-09-24', 'day'), ('ilostat_sdg_0131_aggregates', '2026-06-20', date '2026-06-20', 'day')) as v(source_id, vintage, released_on, released_on_precision);
        insert into indicators.source by name select source_id, 'ILO' as producer, 'SDG 1.3.1' as title, 'ODD' as title_fr, 'ODS' as title_es, 'CC BY 4.0' as licence, 'ILO' as attribution
        from (values ('ilostat_sdg_0131_subset'), ('ilostat_sdg_0131_aggregates')) as v(source_id);
        insert into indicators.release by name select source_id, vintage, released_on, false as is_default from indicators.snapshot where source_id like 'ilostat_sdg_0131_%' and vintage like '2026%';
        insert into indicators.coverage by name
        with v(source_id, vintage, contingency, ref_area, time_period, coverage) as (values
            ('ilostat_sdg_0131_subset', '2026-09-24', 'OLDAGE', 'KEN', 2022, 21.5), ('ilostat_sdg_0131_subset', '2026-09-24', 'TOTAL', 'KEN', 2018, 11.0),
            ('ilostat_sdg_0131_aggregates', '2026-06-20', 'TOTAL', 'X01', 2020, 48.1), ('ilostat_sdg_0131_aggregates', '2026-06-20', 'TOTAL', 'X01', 2023, 52.4))
        select *, '_T' as sex, false as is_default, true as is_latest, coverage as obs_value, 100 - coverage as gap_pp, '' as flags, 'SOC_' || contingency as series_code, repeat('ab', 32) as snapshot_sha256
        from v;
        """;

    private readonly Dashboard dashboard = Dashboard.Over(CountryWarehouseSql.Text + Releases);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    public Task<string> Text(string url) => dashboard.Text(url);
}
