using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Pages.Staff.Runs;
using SpIndicators.Dashboards.Pages.Staff.Vintages;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.Dashboards.Tests.Fixtures.Staff;

namespace SpIndicators.Dashboards.Tests.Staff;

/// <summary>What a build changes, counted by source and country: most first, all of them within reach.</summary>
public sealed class DifferencesTests
{
    private static readonly MouseEventArgs Click = new();
    private readonly Office office = new(new ManualTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    public DifferencesTests()
    {
        office.Vintages.Vintages.AddRange(
        [
            new VintageStatus("2026-03-01", SomeRuns.Begun, 45_400_000, IsCurrent: false, IsHeld: true),
            new VintageStatus("2026-02-01", SomeRuns.Begun.AddDays(-28), 45_363_200, IsCurrent: true, IsHeld: false),
        ]);
        office.Journal.Runs.Add(SomeRuns.Of("r1", RunState.Held, vintage: "2026-03-01"));
    }

    [Theory]
    [InlineData("en", "KEN in English|ilostat_sdg_0131|0|2|0|1", "SEN in English|ilostat_sdg_0131|1|0|0|0")]
    [InlineData("fr", "KEN en français|ilostat_sdg_0131|0|2|0|1", "SEN en français|ilostat_sdg_0131|1|0|0|0")]
    [InlineData("es", "KEN en español|ilostat_sdg_0131|0|2|0|1", "SEN en español|ilostat_sdg_0131|1|0|0|0")]
    public async Task Run_CountsItsChangesByCountry_MostFirst(string lang, string first, string second)
    {
        office.Vintages.Rows.AddRange([SomeRuns.Plain, SomeRuns.Odd, SomeRuns.Odd with { TimePeriod = 2019, ValueAfter = 12.6, Anomaly = null }]);

        var page = await office.Island<RunIsland>("rita").Render(("Lang", lang), ("RunId", "r1"));

        Assert.Equal([first, second], Rows(page));
    }

    [Fact]
    public async Task Vintages_ComparedWithEachOther_AreCountedByCountryToo()
    {
        office.Vintages.Rows.AddRange([SomeRuns.Plain, SomeRuns.Odd]);
        var island = office.Island<VintagesIsland>("rita");
        await island.Render(("Lang", "en"));
        await island.Fire("button", "data-do", "diff-2026-03-01", "onclick", Click);

        Assert.Equal(["KEN in English|ilostat_sdg_0131|0|1|0|1", "SEN in English|ilostat_sdg_0131|1|0|0|0"], Rows(await island.Markup()));
    }

    [Fact]
    public async Task ManyCountries_AreShownAPageAtATime_AndFoundByName()
    {
        office.Vintages.Rows.AddRange(from nth in Enumerable.Range(0, 45) select SomeRuns.Plain with { RefArea = $"A{nth:00}" });
        var island = office.Island<RunIsland>("rita");
        var page = await island.Render(("Lang", "en"), ("RunId", "r1"));
        Assert.Equal(20, Rows(page).Count);
        Assert.Contains("1 to 20 of 45", page.Body!.TextContent, StringComparison.Ordinal);

        await island.Fire("button", "data-do", "less-changed", "onclick", Click);
        await island.Fire("button", "data-do", "less-changed", "onclick", Click);
        page = await island.Markup();
        Assert.StartsWith("A40 in English", Rows(page)[0], StringComparison.Ordinal);
        Assert.Equal(5, Rows(page).Count);
        Assert.True(page.QuerySelector("[data-do=less-changed]")!.HasAttribute("disabled"));

        await island.Fire("input", "type", "search", "oninput", new ChangeEventArgs { Value = " a07 IN" });
        Assert.StartsWith("A07 in English", Assert.Single(Rows(await island.Markup())), StringComparison.Ordinal);
        await island.Fire("input", "type", "search", "oninput", new ChangeEventArgs { Value = "Atlantis" });
        Assert.Contains("No country of the name “Atlantis” differs.", (await island.Markup()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_ThatIsChosen_ShowsItsFiguresOnly_UntilAllAreAskedForAgain()
    {
        office.Vintages.Rows.AddRange([SomeRuns.Plain, SomeRuns.Odd]);
        var island = office.Island<RunIsland>("rita");
        await island.Render(("Lang", "en"), ("RunId", "r1"));

        await island.Fire("button", "data-do", "only-SEN", "onclick", Click);
        var only = await island.Markup();
        await island.Fire("button", "data-do", "all-countries", "onclick", Click);
        var all = await island.Markup();

        Assert.Equal("SEN in English", Assert.Single(only.QuerySelectorAll(".difference tbody th")).TextContent);
        Assert.Equal("true", only.QuerySelector("[data-do=only-SEN]")!.GetAttribute("aria-pressed"));
        Assert.Equal(2, all.QuerySelectorAll(".difference tbody th").Length);
    }

    [Fact]
    public async Task SeriesThatIsGoneWhole_HasNoCountry()
    {
        office.Vintages.Rows.Add(SomeRuns.Odd with { RefArea = "", TimePeriod = 0, Change = "withdrawn", ValueAfter = null, Anomaly = RevisionAnomaly.SeriesGone });

        var page = await office.Island<RunIsland>("rita").Render(("Lang", "en"), ("RunId", "r1"));

        Assert.Equal("Whole series|ilostat_sdg_0131|0|0|1|1", Assert.Single(Rows(page)));
    }

    private static IReadOnlyList<string> Rows(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".by-country tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))];
}
