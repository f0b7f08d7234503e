using System.Globalization;
using System.Xml.Linq;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Tests.Charts;

namespace SpIndicators.Dashboards.Tests.Exports.Pictures;

/// <summary>A picture shows what the page shows: the same marks with the same numbers in the same places.</summary>
public sealed class PictureMarksTests
{
    private static readonly string[] Attributes = ["data-area", "data-value", "data-year", "data-against"];

    public static TheoryData<string> Kinds => [.. SomePictures.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Picture_OfAKind_HasTheMarksOfThePage(string kind)
    {
        var spec = SomePictures.Kinds[kind];
        var page = await Drawn.Chart(spec);
        var picture = await Pictured.Read(spec);

        var onPage = page.QuerySelectorAll(".chart-drawing [data-area]").Select(mark => string.Join('|', Attributes.Select(name => mark.GetAttribute(name)))).ToList();
        Assert.NotEmpty(onPage);
        Assert.Equal(onPage, picture.Marks().Select(mark => string.Join('|', Attributes.Select(name => (string?)mark.Attribute(name)))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Picture_OfAKind_HasTheSignsOfThePage(string kind)
    {
        var spec = SomePictures.Kinds[kind];
        var page = await Drawn.Chart(spec);
        var picture = await Pictured.Read(spec);

        var onPage = page.QuerySelectorAll(".chart-drawing .sign").Select(sign => sign.ClassList[1].Replace("sign-", "", StringComparison.Ordinal)).Order().ToList();
        Assert.Equal(onPage, picture.Drawing().Descendants().Attributes("data-sign").Select(sign => sign.Value).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Picture_OfAKind_TellsOfEveryMarkWhatThePageTells(string kind)
    {
        var spec = SomePictures.Kinds[kind];
        var picture = await Pictured.Read(spec);

        var told = picture.Drawing().Descendants(Pictured.Svg + "title").Select(title => title.Value).ToHashSet();
        Assert.All(picture.Marks().Where(mark => mark.Attribute("data-value") is not null), mark =>
            Assert.Contains(spec.Marks.First(m => m.RefArea == (string?)mark.Attribute("data-area")).TooltipText, told));
    }

    [Fact]
    public async Task Lines_StandWhereThePageHasThem()
    {
        var page = await Drawn.Chart(SomePictures.Line);
        var picture = await Pictured.Read(SomePictures.Line);

        var onPage = page.QuerySelectorAll(".chart-drawing circle[data-area]").Select(c => (X: Share(c.GetAttribute("cx")!), Y: Share(c.GetAttribute("cy")!))).ToList();
        var inPicture = picture.Marks().Select(c => (X: (double)c.Attribute("cx")!, Y: (double)c.Attribute("cy")!)).ToList();
        // Two points say what the axes of the picture are; all others must lie on them.
        var (left, right) = (onPage.MinBy(p => p.X), onPage.MaxBy(p => p.X));
        var (top, bottom) = (onPage.MinBy(p => p.Y), onPage.MaxBy(p => p.Y));
        double Line(double at, (double Page, double Picture) one, (double Page, double Picture) two) =>
            one.Picture + ((at - one.Page) * (two.Picture - one.Picture) / (two.Page - one.Page));
        Assert.All(onPage.Zip(inPicture), pair =>
        {
            Assert.Equal(Line(pair.First.X, (left.X, inPicture[onPage.IndexOf(left)].X), (right.X, inPicture[onPage.IndexOf(right)].X)), pair.Second.X, 0.1);
            Assert.Equal(Line(pair.First.Y, (top.Y, inPicture[onPage.IndexOf(top)].Y), (bottom.Y, inPicture[onPage.IndexOf(bottom)].Y)), pair.Second.Y, 0.1);
        });
    }

    [Fact]
    public async Task Lines_AreJoinedWhereThePageJoinsThem()
    {
        var page = await Drawn.Chart(SomePictures.Line);
        var picture = await Pictured.Read(SomePictures.Line);

        Assert.Equal(
            page.QuerySelectorAll(".chart-drawing [data-series]").Select(line => $"{line.GetAttribute("data-series")}: {line.QuerySelectorAll(".segment").Length}"),
            picture.Descendants().Where(line => line.Attribute("data-series") is not null).Select(line => $"{(string?)line.Attribute("data-series")}: {line.Elements(Pictured.Svg + "line").Count()}"));
    }

    [Fact]
    public async Task Events_AreThoseOfThePage()
    {
        var page = await Drawn.Chart(SomePictures.Line);
        var picture = await Pictured.Read(SomePictures.Line);

        Assert.Equal(
            page.QuerySelectorAll(".chart-drawing .event > title").Select(title => title.TextContent),
            picture.Drawing().Descendants().Where(line => line.Attribute("data-event") is not null).Select(line => line.Parent!.Element(Pictured.Svg + "title")!.Value));
    }

    [Fact]
    public async Task Panels_HaveTheMarksOfAllPanels()
    {
        var panels = SomePictures.PanelsOf(SomePictures.Panels);
        var picture = await Pictured.Read(SomePictures.Panels, panels: panels);

        Assert.Equal(
            panels.SelectMany(panel => panel.Marks.Where(mark => mark.Value is not null).OrderBy(mark => mark.TimePeriod)).Select(mark => $"{mark.TimePeriod}: {Drawing.Exact(mark.Value)}"),
            picture.Marks().Select(mark => $"{(string?)mark.Attribute("data-year")}: {(string?)mark.Attribute("data-value")}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(26)]
    public async Task Panels_OfAnyNumber_AreApart_AndTheirNumbersToo(int count)
    {
        var panels = Enumerable.Range(0, 5).SelectMany(_ => SomePictures.PanelsOf(SomePictures.Panels)).Take(count).Select((panel, i) => panel with { Id = $"p{i}" }).ToList();

        var picture = await Pictured.Read(SomePictures.Panels, PictureSize.Social, panels: panels);

        Assert.Equal(count, picture.Descendants().Count(line => line.Attribute("data-series") is not null));
        var texts = picture.Drawing().Descendants(Pictured.Svg + "text").Select(text => (Span: Pictured.SpanOf(text), Y: (double)text.Attribute("y")!, text.Value)).ToList();
        Assert.All(texts, one => Assert.DoesNotContain(texts, other => other != one && Math.Abs(other.Y - one.Y) < 9 && one.Span.From < other.Span.To && other.Span.From < one.Span.To));
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("square")]
    [InlineData("social")]
    [InlineData("tall")]
    public async Task Ranking_OfTwoHundredRows_LosesNone(string size)
    {
        var spec = SomePictures.Ranking(200);
        var picture = await Pictured.Read(spec, PictureSize.All.Single(s => s.Name == size));

        Assert.Equal(spec.Marks.Select(mark => mark.RefArea), picture.Marks().Select(mark => (string?)mark.Attribute("data-area")));
        var rows = picture.Marks().Select(mark => (double)mark.Elements(Pictured.Svg + "text").First().Attribute("y")!).ToList();
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 12, $"Rows at {pair.First} and {pair.Second}."));
    }

    [Fact]
    public async Task Bar_OfNought_IsAPoint()
    {
        var picture = await Pictured.Read(SomeCharts.Ranking(SomeCharts.Mark("KEN", 0), SomeCharts.Mark("VNM", 50)) with { IsBars = true });

        var (nought, half) = (picture.Marks().First(), picture.Marks().Last());
        Assert.Equal(0, (double)nought.Element(Pictured.Svg + "rect")!.Attribute("width")!);
        Assert.Equal((double)nought.Element(Pictured.Svg + "rect")!.Attribute("x")!, (double)nought.Element(Pictured.Svg + "circle")!.Attribute("cx")!);
        Assert.True((double)half.Element(Pictured.Svg + "rect")!.Attribute("width")! > 100);
        Assert.Null(half.Element(Pictured.Svg + "circle"));
    }

    [Fact]
    public async Task Chart_WithoutAValue_SaysSo()
    {
        var empty = SomePictures.Line with { Marks = [], Events = [] };

        Assert.Contains((await Pictured.Read(empty)).Drawing().Descendants(Pictured.Svg + "text"), text => text.Value == SomeCharts.NoData);
        Assert.DoesNotContain((await Pictured.Read(SomePictures.Line)).Drawing().Descendants(Pictured.Svg + "text"), text => text.Value == SomeCharts.NoData);
    }

    private static double Share(string percent) => double.Parse(percent.TrimEnd('%'), CultureInfo.InvariantCulture);
}
