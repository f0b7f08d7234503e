using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Pages;

/// <summary>What releases did to a country's figures, on a page and as a feed; and when the next one is looked for.</summary>
public sealed class RevisionsTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly Dashboard dashboard = new();

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("en", "Revisions: Kenya", "Short|All|2016|changed|10.0%|11.0%")]
    [InlineData("fr", "Révisions\u00a0: Kenya", "Court|Ensemble|2016|modifié|10,0\u202f%|11,0\u202f%")]
    public async Task Country_ShowsOldAndNew(string lang, string title, string row)
    {
        var page = await Html.Parse(await dashboard.Text($"/revisions?country=KEN&lang={lang}"));

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(row, string.Join('|', Assert.Single(page.QuerySelectorAll("tbody tr")).Children.Select(cell => cell.TextContent)));
        Assert.StartsWith("Kenya", Assert.Single(page.QuerySelectorAll(".chip")).TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("/revisions.atom?country=~KEN", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    /// <summary>A choice adds to the countries of the address, and each can be taken away.</summary>
    [Fact]
    public async Task SeveralCountries_AreAllKeptByTheForm()
    {
        var page = await Html.Parse(await dashboard.Text("/revisions?country=KEN~URY"));

        Assert.Equal("KEN~URY", page.QuerySelector(".controls input[name=country]")!.GetAttribute("value"));
        Assert.Equal(["/revisions?country=~URY", "/revisions?country=~KEN"], page.QuerySelectorAll(".chip").Select(chip => chip.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll(".controls option[selected], .controls option[value=KEN], .controls option[value=URY]"));
        var more = await Html.Parse(await dashboard.Text("/revisions?country=KEN~URY&country=AAA"));
        Assert.Equal(3, more.QuerySelectorAll(".chip").Length);
    }

    [Fact]
    public async Task WithdrawnAboveAHundred_IsShownAsPublished()
    {
        var page = await Html.Parse(await dashboard.Text("/revisions?country=URY"));

        Assert.Contains("withdrawn267.3%–", page.QuerySelector("tbody tr")!.TextContent.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCountry_ShowsTheSumsOfEachRelease_AndOfEachCountryMostFirst()
    {
        var page = await Html.Parse(await dashboard.Text("/revisions"));

        Assert.Contains("1 added, 1 changed, 0 now under another sex, 7 withdrawn", page.QuerySelector("main section")!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("main table tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(["Aaa|0|0|0|2|2", "Bbb|0|0|0|1|1"], rows.Take(2));
        Assert.Contains("Kenya|0|1|0|0|0", rows);
        Assert.Equal(8, rows.Count);
        Assert.Equal("/revisions?country=~AAA", page.QuerySelector("main table tbody a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("fr", "Pays et groupes qui changent le plus", "Retirés", "Sénégal")]
    [InlineData("fr", "Pays et groupes qui changent le plus", "Désormais sous un autre sexe", "Sénégal")]
    [InlineData("es", "Países y grupos que más cambian", "Ahora en otro sexo", "Senegal")]
    [InlineData("es", "Países y grupos que más cambian", "Retiradas", "Senegal")]
    public async Task CountsByCountry_AreInTheReadersLanguage(string lang, string caption, string column, string country)
    {
        var table = (await Html.Parse(await dashboard.Text($"/revisions?lang={lang}"))).QuerySelector("main table")!;

        Assert.Equal(caption, table.QuerySelector("caption")!.TextContent);
        Assert.Contains(column, table.QuerySelectorAll("thead th").Select(th => th.TextContent));
        Assert.Contains(country, table.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
    }

    [Fact]
    public async Task ManyCountries_OfOneRelease_AreFoldedAwayBehindTheFirstTen()
    {
        dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage, """
            insert into indicators.coverage_revision by name
            select 'A' || nth as ref_area, 'POOR' as contingency, 2016 as time_period, 'added' as change, 5.0 as value_after,
                'unsd_sdg' as source_id, '2024-02-17' as vintage, '2020-10-19' as vintage_before, '_T' as sex
            from range(5) as r(nth)
            """);
        dashboard.Time.Advance(TimeSpan.FromSeconds(2));
        var page = await Html.Parse(await dashboard.Text("/revisions"));

        Assert.Equal(10, page.QuerySelectorAll("main section > .table-scroll tbody tr").Length);
        Assert.Equal("The other 3", page.QuerySelector("main details summary")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("main details tbody tr").Length);
    }

    [Fact]
    public async Task CountryWithoutRevisions_SaysSo()
    {
        var page = await Html.Parse(await dashboard.Text("/revisions?country=EGY"));

        Assert.Equal("No figure was revised", page.QuerySelector(".notice-title")!.TextContent);
    }

    [Fact]
    public async Task Feed_IsValidAtom_WithIdsThatStayWhenTheNextVintageIsPublished()
    {
        using var first = await dashboard.Get("/revisions.atom?country=KEN");
        var before = XDocument.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        using var unchanged = await dashboard.Get("/revisions.atom?country=KEN", ("If-None-Match", first.Headers.ETag!.ToString()));
        dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage);
        dashboard.Time.Advance(TimeSpan.FromSeconds(2));
        var after = XDocument.Parse(await dashboard.Text("/revisions.atom?country=KEN")).Root!;

        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(Atom + "feed", before.Name);
        foreach (var required in new[] { before, before.Element(Atom + "entry")! })
        {
            Assert.StartsWith("urn:uuid:", Assert.Single(required.Elements(Atom + "id")).Value, StringComparison.Ordinal);
            Assert.NotEmpty(Assert.Single(required.Elements(Atom + "title")).Value);
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", Assert.Single(required.Elements(Atom + "updated")).Value);
        }

        Assert.NotNull(before.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.All(before.Descendants(Atom + "link"), link => Assert.True(Uri.IsWellFormedUriString(link.Attribute("href")!.Value, UriKind.Absolute)));
        Assert.Contains("Kenya, Short, All, 2016 – changed: 10.0% → 11.0%", before.Descendants(Atom + "content").Single().Value, StringComparison.Ordinal);
        Assert.Equal(before.Descendants(Atom + "id").Select(id => id.Value), after.Descendants(Atom + "id").Select(id => id.Value));
        Assert.Equal("2024-02-17T00:00:00Z", after.Element(Atom + "entry")!.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task Feed_OfAnotherCountry_HasOtherIds()
    {
        async Task<string> Id(string country) => XDocument.Parse(await dashboard.Text($"/revisions.atom?country={country}")).Descendants(Atom + "entry").Single().Element(Atom + "id")!.Value;

        Assert.NotEqual(await Id("KEN"), await Id("SEN"));
    }

    /// <summary>Coverage has the releases of both sources; people left out have the population too; a mean of it has what it is made of.</summary>
    [Theory]
    [InlineData("", "unsd_sdg@2024-02-17: 1 added, 1 changed, 7 withdrawn|worldbank_wdi@2026-07: 0 added, 2 changed, 0 withdrawn")]
    [InlineData("indicator=coverage", "unsd_sdg@2024-02-17: 1 added, 1 changed, 7 withdrawn")]
    [InlineData("indicator=people_uncovered", "unsd_sdg@2024-02-17: 1 added, 1 changed, 7 withdrawn|worldbank_wdi@2026-07: 0 added, 1 changed, 0 withdrawn")]
    [InlineData("indicator=mean_gap", "worldbank_wdi@2026-07: 0 added, 1 changed, 0 withdrawn")]
    [InlineData("indicator=mean_gap&country=DEU", "worldbank_wdi@2026-07: 0 added, 1 changed, 0 withdrawn")]
    [InlineData("indicator=mean_gap&country=KEN", "")]
    [InlineData("country=DEU", "unsd_sdg@2024-02-17: 0 added, 0 changed, 1 withdrawn|worldbank_wdi@2026-07: 0 added, 2 changed, 0 withdrawn")]
    [InlineData("indicator=COVERAGE&country=KEN", "unsd_sdg@2024-02-17: 0 added, 1 changed, 0 withdrawn")]
    public async Task Feed_OfCountryAndIndicator_HasWhatEverySourceRevised(string query, string releases)
    {
        var feed = XDocument.Parse(await dashboard.Found($"/revisions.atom?{query}")).Root!;

        var entries = feed.Elements(Atom + "entry").Select(entry => (Title: entry.Element(Atom + "title")!.Value, Sum: entry.Element(Atom + "summary")!.Value)).Select(entry =>
            $"{(entry.Title.Contains("World Bank", StringComparison.Ordinal) ? "worldbank_wdi@2026-07" : "unsd_sdg@2024-02-17")}: "
            + Regex.Replace(entry.Sum, @"^.*: (\d+ added, \d+ changed), .*?(, \d+ withdrawn).*$", "$1$2"));
        Assert.Equal(releases, string.Join('|', entries.Order(StringComparer.Ordinal)));
        var self = feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value;
        Assert.Equal(feed.ToString(), XDocument.Parse(await dashboard.Found(new Uri(self).PathAndQuery)).Root!.ToString());
        using var alternate = await dashboard.Get(new Uri(feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, alternate.StatusCode);
    }

    [Fact]
    public async Task Feed_OfAnyFigure_SaysItAsItsSourceDoes_WithTheDecimalsThatChanged()
    {
        var feed = XDocument.Parse(await dashboard.Found("/revisions.atom?indicator=mean_gap&country=DEU"));
        var all = XDocument.Parse(await dashboard.Found("/revisions.atom"));

        Assert.Equal("Germany, Population, total (SP.POP.TOTL), 2020 – changed: 83.000100 → 83.000400", feed.Descendants(Atom + "content").Single().Value);
        Assert.StartsWith("World Bank, WDI, ", feed.Descendants(Atom + "entry").Single().Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal("Revisions: Mean, Germany", feed.Root!.Element(Atom + "title")!.Value);
        Assert.Contains("1 series of the older release has no row in it.", string.Join(' ', all.Descendants(Atom + "summary").Select(sum => sum.Value)), StringComparison.Ordinal);
        Assert.Empty(all.Descendants(Atom + "content"));
        var ids = feed.Descendants(Atom + "id").Concat(all.Descendants(Atom + "id")).Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Feed_WithMoreLinesThanAReaderShows_SaysHowManyAreLeftOut()
    {
        dashboard.Warehouse.Publish(SmallWarehouse.SecondVintage, """
            insert into clean."revision_worldbank_wdi@2026-07"
            select 'SP.POP.TOTL', 'KEN', 1900 + year, '_T', '_T', '_T', 1.0, 2.0, 'changed' from range(120) as r(year)
            """);
        dashboard.Time.Advance(TimeSpan.FromSeconds(2));
        var lines = XDocument.Parse(await dashboard.Found("/revisions.atom?indicator=mean_gap&country=KEN")).Descendants(Atom + "content").Single().Value.Split('\n');

        Assert.Equal((101, "The other 20"), (lines.Length, lines[^1]));
    }

    [Theory]
    [InlineData("/revisions?country=DEU", "/revisions.atom?country=~DEU")]
    [InlineData("/data/mean_gap?lang=fr", "/revisions.atom?indicator=mean_gap&lang=fr")]
    public async Task Pages_OfferTheFeedOfWhatTheyShow(string url, string feed)
    {
        var page = await Html.Parse(await dashboard.Text(url));

        Assert.Equal(feed, page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll("main a[type='application/atom+xml']"), link => link.GetAttribute("href") == feed);
        await dashboard.Found(feed);
    }

    [Fact]
    public async Task Page_TellsWhatReleasesDidToOtherFiguresToo()
    {
        var page = await Html.Parse(await dashboard.Text("/revisions?country=DEU"));
        var none = await Html.Parse(await dashboard.Text("/revisions?country=KEN"));

        Assert.Contains("0 added, 2 changed, 0 now under another sex, 0 withdrawn.", page.QuerySelector("#others")!.ParentElement!.QuerySelector("dd")!.TextContent, StringComparison.Ordinal);
        Assert.Null(none.QuerySelector("#others"));
    }

    [Theory]
    [InlineData("en", "The feed cannot be made.")]
    [InlineData("fr", "Le flux ne peut pas être produit.")]
    [InlineData("es", "No se puede producir el canal.")]
    public async Task Feed_RefusesInTheReadersLanguage(string lang, string title)
    {
        using var problem = System.Text.Json.JsonDocument.Parse(await dashboard.Text($"/revisions.atom?indicator=none&lang={lang}"));

        Assert.Equal(title, problem.RootElement.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("country=XXX")]
    [InlineData("indicator=nothing")]
    [InlineData("surprise=1")]
    public async Task Feed_ThatIsAskedForWhatIsNotThere_SaysSo(string query)
    {
        using var answer = await dashboard.Get($"/revisions.atom?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(query.Split('=')[1], await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Footer_SaysTheNextUpdate_AndItsPageIsAnotherWhenThatChanges()
    {
        using var without = await dashboard.Get("/sources");
        dashboard.Office.Scheduler.Schedules.Add(SomeRuns.Weekly());
        dashboard.Time.Advance(TimeSpan.FromMinutes(1));
        using var with = await dashboard.Get("/sources?lang=en", ("If-None-Match", without.Headers.ETag!.ToString()));
        var page = await Html.Parse(await with.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var frozen = await Html.Parse(await dashboard.Text($"/sources?vintage={SmallWarehouse.FirstVintage}"));

        Assert.DoesNotContain("Next update", await without.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Contains("1 January 2026. Next update: 2 March 2026.", page.QuerySelector(".site-footer")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Next update", frozen.QuerySelector(".site-footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Footer_WhenTheSchedulerIsDown_DoesWithout()
    {
        dashboard.Office.Scheduler.Failure = new TimeoutException("the store is down");
        using var answer = await dashboard.Get("/sources");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("Next update", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RejectedRows_AreCountedAndShown_AsText()
    {
        using var visitor = await Visitor.SignedIn(dashboard, "rita");
        var page = await visitor.Page("/staff/rejected?source=unsd_sdg");
        var tables = page.QuerySelectorAll("main table");

        Assert.Equal(["2", "1"], tables[0].QuerySelectorAll("td.number").Select(td => td.TextContent));
        Assert.Equal(["17", "18"], tables[1].QuerySelectorAll("td.number").Select(td => td.TextContent));
        Assert.Empty(page.QuerySelectorAll("main td b"));
    }
}
