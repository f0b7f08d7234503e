using SpIndicators.Dashboards.Charts;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

/// <summary>What happened in a year: a line across the lines, and a row of the table.</summary>
public sealed class ChartEventTests
{
    private static readonly ChartSpec Spec = Lines([new("s1", "Chile", "series-1")], At(2002, 10), At(2004, 20));

    private static readonly ChartEventWords Words = new()
    {
        Title = "Events", Note = "A caused nothing.", Ratification = "Ratification", Reform = "Reform", NotDrawn = "not drawn", Source = "Source:",
    };

    [Theory]
    [InlineData(2000, "0%", null)]
    [InlineData(2005, "25%", null)]
    [InlineData(2015, "75%", "event-before")]
    public async Task Event_StandsAtItsYear_AndItsNameOnTheSideWithRoom(int year, string x, string? side)
    {
        var page = await Drawn.Chart(Spec with { Events = [new(year, "Reform", "Law 1; gazette.")] });

        var line = Assert.Single(page.QuerySelectorAll(".line-plot .event line"));
        Assert.Equal((x, x), (line.GetAttribute("x1"), line.GetAttribute("x2")));
        Assert.Equal(side ?? "", page.QuerySelector(".event text")!.ClassName ?? "");
        Assert.Equal($"Reform ({year}): Law 1; gazette.", page.QuerySelector(".event title")!.TextContent);
    }

    [Fact]
    public async Task Event_OutsideTheYears_IsInTheTableOnly()
    {
        var page = await Drawn.Chart(Spec with { Events = [new(1962, "Ratified", "List of 2021.")] });

        Assert.Empty(page.QuerySelectorAll(".event"));
        Assert.Equal(["Ratified", "1962 · List of 2021."], page.QuerySelector(".chart-event")!.Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Event_ThatIsNotVerified_IsDrawnOtherwise()
    {
        var page = await Drawn.Chart(Spec with { Events = [new(2003, "Ratified", "To be verified.", IsUncertain: true), new(2004, "Reform", "Read.")] });

        Assert.Equal(["event event-uncertain", "event"], page.QuerySelectorAll(".event").Select(e => e.ClassName));
    }

    [Fact]
    public async Task Reforms_OfOneYear_ShareASign_AndTheListHasEachWithItsNumber()
    {
        var page = await Drawn.Chart(Spec with { Events = [Reform(2003, "A"), Reform(2003, "B"), Reform(2010, "C"), new(2005, "Ratified", "List.")], EventWords = Words });

        Assert.Equal(["Ratified", "1–2", "3"], page.QuerySelectorAll(".event text").Select(text => text.TextContent));
        Assert.Equal(["1", "2", "", "3"], page.QuerySelectorAll(".event-mark").Select(mark => mark.TextContent));
        Assert.Equal(["Ratification", "Reform"], page.QuerySelectorAll(".legend-events li").Select(item => item.TextContent.Trim()));
        Assert.NotEqual(page.QuerySelector(".event .event-sign")!.GetAttribute("d"), page.QuerySelector(".event-reform .event-sign")!.GetAttribute("d"));
        Assert.Equal("A caused nothing.", page.QuerySelector(".event-note")!.TextContent);
    }

    [Fact]
    public async Task Signs_ThatWouldLieOverEachOther_StandInRows()
    {
        var page = await Drawn.Chart(Spec with { Events = [new(2004, "Ratified", "List."), Reform(2004, "A"), Reform(2005, "B"), Reform(2018, "C")], EventWords = Words });

        Assert.Equal(["-8", "-24", "-40", "-8"], page.QuerySelectorAll(".event line").Select(line => line.GetAttribute("y1")));
        Assert.NotNull(page.QuerySelector(".line-plot-events-3"));
    }

    [Fact]
    public async Task Reforms_BeyondThoseThatCanBeSeen_AreInTheListOnly()
    {
        var page = await Drawn.Chart(Spec with { Events = [.. Enumerable.Range(2001, LineEvent.MostReforms + 2).Select(year => Reform(year, "A"))], EventWords = Words });

        Assert.Equal(LineEvent.MostReforms, page.QuerySelectorAll(".event-reform").Length);
        Assert.Equal(["2001 Detail of A not drawn", "2002 Detail of A not drawn"], page.QuerySelectorAll(".event-list li").Where(item => item.QuerySelector(".event-mark")!.TextContent.Length == 0)
            .Select(item => string.Join(' ', item.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))));
        Assert.False(page.QuerySelector(".chart-events details")!.HasAttribute("open"));
        Assert.Null(page.QuerySelector("details .event-note"));
    }

    [Fact]
    public async Task Reform_WithItsDocument_LinksToItInListAndTable_AndMarkupStaysText()
    {
        var page = await Drawn.Chart(Spec with { Events = [Reform(2003, "A") with { Source = "<b>Law</b>", Href = "https://example.org/?a=1&b=2" }], EventWords = Words });

        Assert.Equal(["<b>Law</b>", "<b>Law</b>"], page.QuerySelectorAll("a[href='https://example.org/?a=1&b=2'][rel='noopener external']").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Bars_AreARankingWithLengths_AndTheScriptIsTold()
    {
        var bars = await Drawn.Chart(Ranking(Mark("KEN", 40)) with { IsBars = true });
        var dots = await Drawn.Chart(Ranking(Mark("KEN", 40)));

        Assert.NotNull(bars.QuerySelector(".rank-bars .rank"));
        Assert.Contains("\"isBars\":true", bars.QuerySelector("[data-chart-spec]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(dots.QuerySelector(".rank-bars"));
        Assert.DoesNotContain("isBars", dots.QuerySelector("[data-chart-spec]")!.TextContent, StringComparison.Ordinal);
    }

    private static ChartEvent Reform(int year, string label) => new(year, label, $"Detail of {label}") { Kind = ChartEventKind.Reform };
}
