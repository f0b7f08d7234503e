using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Shared;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Shared;

/// <summary>The small pieces pages are made of.</summary>
public sealed class PieceTests
{
    private static readonly Texts English = Texts.In(Language.English);

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

    [Theory]
    [InlineData("2026-06-20", "fresh", "●")]
    [InlineData("2024-02-17", "ageing", "◐")]
    [InlineData("2022-04-17", "old", "○")]
    public async Task FreshnessBadge_SpeaksOfTheAgeAtTheTimeOfTheBuild(string released, string state, string sign)
    {
        await using var page = new ComponentPage<FreshnessBadge>();
        var markup = await page.Render(
            ("T", English), ("Released", new RoughDate(DateOnly.ParseExact(released, "yyyy-MM-dd", null), DatePrecision.Day)), ("BuiltOn", new DateOnly(2026, 11, 22)));

        Assert.NotNull(markup.QuerySelector($".freshness-{state}"));
        Assert.Equal(sign, markup.QuerySelector(".freshness-sign")!.TextContent);
    }

    [Theory]
    [InlineData("en", "release of October 2025")]
    [InlineData("fr", "édition d’octobre 2025")]
    [InlineData("es", "edición de octubre de 2025")]
    public async Task FreshnessBadge_ShowsNoDayThatTheSourceDoesNotTell(string language, string text)
    {
        await using var page = new ComponentPage<FreshnessBadge>();
        var markup = await page.Render(
            ("T", Texts.In(Language.All.Single(l => l.Code == language))),
            ("Released", RoughDate.Of(new DateOnly(2025, 10, 1), "month")), ("BuiltOn", new DateOnly(2026, 11, 22)));

        Assert.Equal(text, markup.QuerySelector(".freshness-date")!.TextContent);
    }
}
