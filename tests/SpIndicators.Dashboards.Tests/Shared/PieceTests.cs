using Microsoft.AspNetCore.Components;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Shared;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Shared;

/// <summary>The small pieces pages are made of.</summary>
public sealed class PieceTests
{
    private static readonly Texts English = Texts.In(Language.English);
    private static readonly string[] Markup = ["<i>"];

    [Fact]
    public async Task Notice_OfEachKind_HasASignBesideItsColour()
    {
        var signs = new HashSet<string>();
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            await using var page = new ComponentPage<Notice>();
            var markup = await page.Render(("Kind", kind), ("Title", "<b>not bold</b>"));
            signs.Add(markup.QuerySelector(".notice-sign")!.TextContent);
            Assert.Equal("<b>not bold</b>", markup.QuerySelector(".notice-title")!.TextContent);
            Assert.Equal(kind == NoticeKind.Failure ? "alert" : "note", markup.QuerySelector(".notice")!.GetAttribute("role"));
        }

        Assert.Equal(3, signs.Count);
    }

    [Fact]
    public async Task ObsFlags_HaveADifferentSignEachAndAWord()
    {
        await using var page = new ComponentPage<ObsFlags>();
        var markup = await page.Render(("T", English), ("Flags", FlagWords.Split("capped|withdrawn|break|stale|small_denominator")));

        var flags = markup.QuerySelectorAll(".flag");
        Assert.Equal(5, flags.Select(f => f.QuerySelector("[aria-hidden]")!.TextContent).Distinct().Count());
        Assert.All(flags, flag => Assert.NotEmpty(flag.LastChild!.TextContent.Trim()));
        Assert.All(flags, flag => Assert.NotEmpty(flag.GetAttribute("title")!));
    }

    [Fact]
    public async Task ObsFlags_OfAFlagWeDoNotKnow_ShowItAsItIs()
    {
        await using var page = new ComponentPage<ObsFlags>();
        var markup = await page.Render(("T", English), ("Flags", FlagWords.Split("\"><script>")));

        Assert.Empty(markup.Scripts);
        Assert.Contains("\"><script>", markup.QuerySelector(".flag")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ObsFlags_WithoutAny_AreNotThere()
    {
        await using var page = new ComponentPage<ObsFlags>();
        var markup = await page.Render(("T", English), ("Flags", FlagWords.Split(null)));

        Assert.Empty(markup.Body!.Children);
    }

    [Fact]
    public async Task StatCard_WithoutAFigure_SaysSoAndShowsNone()
    {
        await using var known = new ComponentPage<StatCard>();
        await using var unknown = new ComponentPage<StatCard>();
        var with = await known.Render(("Label", "Covered"), ("Value", "46.9%"), ("Missing", "not known"));
        var without = await unknown.Render(("Label", "Covered"), ("Value", null), ("Missing", "not known"));

        Assert.Equal("46.9%", with.QuerySelector(".stat-value")!.TextContent);
        Assert.Null(with.QuerySelector(".stat-missing"));
        Assert.Null(without.QuerySelector(".stat-value"));
        Assert.Equal("not known", without.QuerySelector(".stat-missing")!.TextContent);
    }

    [Theory]
    [InlineData("2026-06-20", "fresh", "●")]
    [InlineData("2024-02-17", "ageing", "◐")]
    [InlineData("2022-04-17", "old", "○")]
    public async Task FreshnessBadge_SpeaksOfTheAgeAtTheTimeOfTheBuild(string released, string state, string sign)
    {
        await using var page = new ComponentPage<FreshnessBadge>();
        var markup = await page.Render(
            ("T", English), ("ReleasedOn", DateOnly.ParseExact(released, "yyyy-MM-dd", null)), ("BuiltOn", new DateOnly(2026, 11, 22)));

        Assert.NotNull(markup.QuerySelector($".freshness-{state}"));
        Assert.Equal(sign, markup.QuerySelector(".freshness-sign")!.TextContent);
    }

    [Fact]
    public async Task SourceLine_NamesProducerYearReleaseAndLicence()
    {
        await using var page = new ComponentPage<SourceLine>();
        var markup = await page.Render(("T", Texts.In(Language.French)), ("Producer", "ILO"), ("Vintage", "2022-04-17"), ("TimePeriod", 2020), ("Licence", "CC BY 4.0"));

        Assert.Equal("Source : ILO, 2020 (édition du 17 avril 2022). Licence : CC BY 4.0", Spaces(markup.QuerySelector(".source-line")!.TextContent));
    }

    [Fact]
    public async Task EmptyState_SaysWhyAndWhatToDo()
    {
        await using var page = new ComponentPage<EmptyState>();
        RenderFragment advice = builder => builder.AddContent(0, "Choose another year.");
        var markup = await page.Render(("Title", "Nothing to show"), ("ChildContent", advice));

        Assert.Equal("Nothing to show Choose another year.", Spaces(markup.QuerySelector(".empty")!.TextContent));
    }

    [Fact]
    public async Task Say_WithoutATranslation_IsEnglishAndMarkedSo()
    {
        var english = new Dictionary<string, string> { ["a"] = "one {0}", ["b"] = "two" };
        var french = new Texts(Language.French, new Dictionary<string, string> { ["b"] = "deux" }, english);
        await using var missing = new ComponentPage<Say>();
        await using var there = new ComponentPage<Say>();
        var a = await missing.Render(("T", french), ("Key", "a"), ("With", Markup));
        var b = await there.Render(("T", french), ("Key", "b"));

        Assert.Equal("one <i>", a.QuerySelector("span[lang=en]")!.TextContent);
        Assert.Equal("deux", b.Body!.TextContent.Trim());
        Assert.Null(b.QuerySelector("[lang]"));
    }

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
