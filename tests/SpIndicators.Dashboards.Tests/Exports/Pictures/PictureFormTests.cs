using System.Text.RegularExpressions;
using System.Xml.Linq;
using SpIndicators.Dashboards.Exports.Pictures;

namespace SpIndicators.Dashboards.Tests.Exports.Pictures;

/// <summary>One file that every program draws alike, in the sizes and colours asked for.</summary>
public sealed partial class PictureFormTests
{
    private static readonly string[] Allowed = ["svg", "title", "desc", "rect", "g", "path", "circle", "line", "text", "tspan", "defs", "pattern"];

    public static TheoryData<string> Kinds => [.. SomePictures.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Picture_StandsAlone(string kind)
    {
        foreach (var theme in Enum.GetValues<PictureTheme>())
        {
            var drawn = await Pictured.Draw(SomePictures.Kinds[kind], theme: theme);
            var picture = Pictured.Parse(drawn);

            Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ", drawn.Svg, StringComparison.Ordinal);
            Assert.DoesNotContain("var(", drawn.Svg, StringComparison.Ordinal);
            Assert.All(picture.DescendantsAndSelf(), element =>
            {
                Assert.Equal(Pictured.Svg, element.Name.Namespace);
                Assert.Contains(element.Name.LocalName, Allowed);
                Assert.DoesNotContain(element.Attributes(), a => a.Name.LocalName is "style" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
                Assert.DoesNotContain(element.Attributes(), a => a.Name.LocalName is "x" or "y" or "cx" or "cy" or "x1" or "x2" or "y1" or "y2" or "width" or "height" or "r" && !Number().IsMatch(a.Value));
                Assert.All(element.Attributes().Where(a => a.Name.LocalName is "fill" or "stroke"), paint => Assert.Matches(Paint(), paint.Value));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task References_OfAPicture_LeadToSomethingInIt_AndIdsAreUnique(string kind)
    {
        var picture = await Pictured.Read(SomePictures.Kinds[kind]);

        var ids = picture.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(((string)picture.Attribute("aria-labelledby")!).Split(' '), id => Assert.Contains(id, ids));
        Assert.All(picture.Descendants().Attributes("fill").Select(fill => Reference().Match(fill.Value)).Where(match => match.Success), match => Assert.Contains(match.Groups[1].Value, ids));
        Assert.Equal("img", (string?)picture.Attribute("role"));
    }

    [Theory]
    [InlineData("chart", 850, 600)]
    [InlineData("square", 1080, 1080)]
    [InlineData("social", 1200, 630)]
    public async Task Picture_HasTheSizeAskedFor(string size, int width, int height)
    {
        foreach (var (kind, spec) in SomePictures.Kinds)
        {
            var picture = await Pictured.Draw(kind is "ranking" or "dumbbell" ? spec with { Marks = [.. spec.Marks.Take(8)] } : spec, PictureSize.All.Single(s => s.Name == size));

            Assert.Equal((kind, width, height), (kind, picture.Width, picture.Height));
            Assert.Equal((width, height), ((int)Pictured.Parse(picture).Attribute("width")!, (int)Pictured.Parse(picture).Attribute("height")!));
        }
    }

    [Fact]
    public async Task Scale_IsMorePixelsOfTheSameDrawing()
    {
        var once = await Pictured.Draw(SomePictures.Map);
        var twice = await Pictured.Draw(SomePictures.Map, scale: 2);

        Assert.Equal((1700, 1200), (twice.Width, twice.Height));
        Assert.Equal(once.Svg, twice.Svg.Replace("width=\"1700\" height=\"1200\"", "width=\"850\" height=\"600\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoreRowsThanFit_GetSmallerLetters_ThenATallerPicture()
    {
        var few = await Pictured.Draw(SomePictures.Ranking(10));
        var more = await Pictured.Draw(SomePictures.Ranking(22));
        var most = await Pictured.Draw(SomePictures.Ranking(200));

        Assert.Equal((600, 600), (few.Height, more.Height));
        Assert.True(SmallestOfRows(more) < SmallestOfRows(few));
        Assert.True(most.Height > 2000);
        Assert.True(SmallestOfRows(most) >= 9);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Letters_CanBeRead(string kind)
    {
        var picture = await Pictured.Read(SomePictures.Kinds[kind]);

        Assert.All(picture.Descendants(Pictured.Svg + "text"), text => Assert.True((double)text.Attribute("font-size")! >= 9, text.Value));
    }

    [Fact]
    public async Task LongFooter_MakesTheDrawingSmaller_ThenThePictureTaller_AndIsNeverCut()
    {
        var spec = SomePictures.Map;
        var note = string.Join(' ', Enumerable.Range(1, 900));
        var picture = await Pictured.Draw(spec with { Footer = [.. spec.Footer, new(note, "Source")] });

        Assert.True(picture.Height > 600);
        Assert.Contains(Pictured.Flat(note), Pictured.Flat(Pictured.Parse(picture).Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ground_IsThatOfTheTheme()
    {
        var light = await Pictured.Read(SomePictures.Map);
        var dark = await Pictured.Read(SomePictures.Map, theme: PictureTheme.Dark);

        Assert.Equal(PictureColours.Of(PictureTheme.Light).Ground, (string?)light.Element(Pictured.Svg + "rect")!.Attribute("fill"));
        Assert.Equal(PictureColours.Of(PictureTheme.Dark).Ground, (string?)dark.Element(Pictured.Svg + "rect")!.Attribute("fill"));
        Assert.NotEqual(light.ToString(SaveOptions.DisableFormatting), dark.ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public async Task Scale_ThatIsNought_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pictured.Draw(SomePictures.Map, scale: 0));

    private static double SmallestOfRows(DrawnPicture picture) =>
        Pictured.Parse(picture).Marks().SelectMany(mark => mark.Elements(Pictured.Svg + "text")).Min(text => (double)text.Attribute("font-size")!);

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(#[0-9a-f]{3,6}|none|url\(#[\w-]+\))$")]
    private static partial Regex Paint();

    [GeneratedRegex(@"^url\(#([\w-]+)\)$")]
    private static partial Regex Reference();
}
