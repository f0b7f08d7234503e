using System.Globalization;
using SpIndicators.Dashboards.Exports.Pictures;

namespace SpIndicators.Dashboards.Tests.Exports.Pictures;

public sealed class TextRowsTests
{
    [Theory]
    [InlineData("0", 573)]
    [InlineData("é", 573)]
    [InlineData("iii", 686)]
    [InlineData("Ça", 1316)]
    [InlineData("\u0007\u200f", 0)]
    public void Width_OfLetters_IsThatOfArial_AndALittleMore(string text, double width) => Assert.Equal(width, TextWidths.Of(text, 1000), 1.0);

    [Fact]
    public void BoldLetters_AreWider() => Assert.True(TextWidths.Of("Couverture", 12, isBold: true) > TextWidths.Of("Couverture", 12));

    [Theory]
    [InlineData("one two three four five six seven", 60)]
    [InlineData("https://example.org/indicator?country=~KEN~VNM&time=2000-2020", 80)]
    [InlineData("👩🏽‍🏭👩🏽‍🏭👩🏽‍🏭👩🏽‍🏭 العربية السعودية", 40)]
    public void Rows_HoldAllOfTheText_AndNoneIsTooLong(string text, double width)
    {
        var rows = TextRows.Wrap(text, 12, width);

        Assert.True(rows.Count > 1);
        Assert.Equal(Pictured.Flat(text), Pictured.Flat(string.Concat(rows)));
        Assert.All(rows, row => Assert.True(TextWidths.Of(row, 12) <= width || new StringInfo(row).LengthInTextElements == 1, row));
    }

    [Fact]
    public void LetterOfSeveralSigns_IsNotBroken() =>
        Assert.Equal(["👩🏽‍🏭", "👩🏽‍🏭"], TextRows.Wrap("👩🏽‍🏭👩🏽‍🏭", 12, 1));

    [Fact]
    public void SpaceThatDoesNotBreak_DoesNot() =>
        Assert.Equal(["aaaa", "bb\u00a0:"], TextRows.Wrap("aaaa bb\u00a0:", 12, TextWidths.Of("aaaa bb", 12)));

    [Fact]
    public void FirstRow_LeavesRoomForItsLabel()
    {
        var width = TextWidths.Of("aaaa bbbb", 12);

        Assert.Equal(["aaaa bbbb"], TextRows.Wrap("aaaa bbbb", 12, width));
        Assert.Equal(["aaaa", "bbbb"], TextRows.Wrap("aaaa bbbb", 12, width, indent: 5));
    }

    [Fact]
    public void BalancedRows_AreNoMoreThanNeeded_AndTheLastIsNotAWord()
    {
        const string Title = "Coverage gap: At least one benefit, by country, 2016–2020";
        var width = TextWidths.Of("Coverage gap: At least one benefit, by country,", 20);

        Assert.Equal(["Coverage gap: At least one benefit, by country,", "2016–2020"], TextRows.Wrap(Title, 20, width));
        Assert.Equal(["Coverage gap: At least one", "benefit, by country, 2016–2020"], TextRows.Balance(Title, 20, width));
        Assert.Equal(["Coverage"], TextRows.Balance("Coverage", 20, width));
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData("longer than there is room for", "longer than…")]
    public void CutText_SaysThatItGoesOn(string text, string cut) =>
        Assert.Equal(cut, TextRows.Cut(text, 12, TextWidths.Of("longer than…", 12)));
}
