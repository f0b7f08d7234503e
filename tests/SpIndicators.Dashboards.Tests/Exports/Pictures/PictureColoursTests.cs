using System.Text.RegularExpressions;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Tests.Charts;

namespace SpIndicators.Dashboards.Tests.Exports.Pictures;

/// <summary>The colours of pictures are those of the style sheets, resolved.</summary>
public sealed partial class PictureColoursTests
{
    private static readonly string Sheet = File.ReadAllText(Path.Combine(Places.Root, "dashboards", "wwwroot", "css", "charts.css"));

    private static readonly string[] Scales = ["gap", "coverage", "plain"];

    [Theory]
    [InlineData(PictureTheme.Light)]
    [InlineData(PictureTheme.Dark)]
    public void Colours_OfATheme_HaveEveryTokenThatAMarkMayName(PictureTheme theme)
    {
        var colours = PictureColours.Of(theme);
        string[] names =
        [
            "ground", "ink", "muted", "guide", "border", "land", "hatch", "hatch-ground", .. Enumerable.Range(1, 6).Select(i => $"series-{i}"),
            .. from scale in Scales from step in Enumerable.Range(1, ChartBins.ColoursPerScale) select $"{scale}-{step}",
        ];

        Assert.All(names, name => Assert.Matches("^#[0-9a-f]{3,6}$", colours.Chart(name)));
        Assert.Equal(names.Length - 8, names.Skip(8).Select(colours.Chart).Distinct().Count());
    }

    [Fact]
    public void Classes_OfTheStyleSheet_TakeTheTokenOfTheirName()
    {
        var classes = MarkRule().Matches(Sheet);

        Assert.True(classes.Count > 20);
        Assert.All(classes, rule => Assert.Equal(rule.Groups["class"].Value, rule.Groups["token"].Value));
    }

    [Fact]
    public void DarkSheet_OverridesWhatItSets_AndOtherMediaDoNot()
    {
        const string Css = """
            /* :root { --chart-ink: #000; } */
            :root { --ink: #111; --chart-ink: var(--ink, #fff); --chart-land: #222; }
            @media screen and (prefers-color-scheme: dark) { :root { --ink: #eee; } }
            @media (forced-colors: active) { :root { --chart-land: Canvas; } }
            """;

        Assert.Equal("#111", PictureColours.Parse(PictureTheme.Light, Css).Ink);
        Assert.Equal("#eee", PictureColours.Parse(PictureTheme.Dark, Css).Ink);
        Assert.Equal("#222", PictureColours.Parse(PictureTheme.Dark, Css).Land);
    }

    [Theory]
    [InlineData(":root { --other: #111; }", "sets --chart-ink.")]
    [InlineData(":root { --chart-ink: var(--ink); }", "sets --ink, which --chart-ink is made of.")]
    public void Token_ThatNoSheetSets_IsAnErrorThatNamesIt(string css, string said)
    {
        var error = Assert.Throws<InvalidOperationException>(() => PictureColours.Parse(PictureTheme.Light, css).Ink);

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_ToNothing_TakesWhatItSaysInstead() =>
        Assert.Equal("#fff", PictureColours.Parse(PictureTheme.Light, ":root { --chart-ground: var(--paper, #fff); }").Ground);

    [GeneratedRegex(@"\.(?:bin-)?(?<class>[a-z]+-\d) \{ --mark: var\(--chart-(?<token>[\w-]+)\)")]
    private static partial Regex MarkRule();
}
