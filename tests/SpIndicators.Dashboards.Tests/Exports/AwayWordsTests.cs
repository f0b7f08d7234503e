using System.Text.RegularExpressions;
using System.Xml.Linq;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>Words of a picture do not point at the page it was taken from.</summary>
public sealed partial class AwayWordsTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public void Words_SaidOtherwiseAway_BelongToAWordOfThePage_AndTakeTheSameValues()
    {
        foreach (var language in Language.All)
        {
            var (page, away) = (Texts.In(language), Texts.Away(language));
            var keys = page.Keys.Where(key => key.EndsWith(".away", StringComparison.Ordinal)).Select(key => key[..^".away".Length]).ToList();

            Assert.NotEmpty(keys);
            Assert.All(keys, key =>
            {
                Assert.NotEqual(page[key], away[key]);
                Assert.Equal(page[key + ".away"], away[key]);
                Assert.DoesNotMatch(Pointing(), away[key]);
                Assert.Subset(Holes(page[key]), Holes(away[key]));
            });
            Assert.Equal(page["footer.note"], away["footer.note"]);
        }
    }

    [Theory]
    [InlineData("/indicator", "chart=map")]
    [InlineData("/indicator", "chart=ranking")]
    [InlineData("/overview", "chart=map")]
    public async Task Picture_InAnyLanguage_PointsAtNoTooltipAndNoTable(string page, string query)
    {
        foreach (var language in Language.All)
        {
            var address = $"?{query}&lang={language.Code}";
            var svg = XDocument.Parse(await dashboard.Text($"{page}.svg{address}"));
            var words = string.Join('\n', svg.Descendants().Where(part => !part.HasElements).Select(part => part.Value));
            var metadata = (await dashboard.Text($"{page}.metadata.json{address}")).AsJson().GetProperty("chart");

            Assert.DoesNotMatch(Pointing(), words);
            Assert.DoesNotMatch(Pointing(), string.Join('\n', metadata.GetProperty("notes").EnumerateArray().Select(note => note.GetString())) + metadata.GetProperty("subtitle"));
        }
    }

    [Fact]
    public async Task Page_StillSaysWhereToLook()
    {
        Assert.Matches(Pointing(), await dashboard.Text("/indicator?lang=fr"));
        Assert.Contains("licence and credit under Sources", await dashboard.Text("/indicator"), StringComparison.Ordinal);
        Assert.DoesNotContain("under Sources", await dashboard.Text("/indicator.svg"), StringComparison.Ordinal);
    }

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(hole => hole.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex("tooltip|infobulle|recuadro|the table|le tableau|el cuadro|“Table”|« Tableau|«Cuadro|under “?Sources|voir «|véase «", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();
}
