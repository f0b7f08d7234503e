using SpIndicators.Dashboards.Charts;
using static SpIndicators.Dashboards.Tests.Charts.SomeCharts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed class MapSvgTests
{
    [Fact]
    public async Task AMap_DrawsExactlyTheValuesItIsGiven()
    {
        var page = await Drawn.Chart(Map(Mark("FRA", 12.5), Mark("KEN", 0), Mark("TUV", 99.1), Mark("BRA", null), Mark("X01", 40)));

        Assert.Equal([("FRA", "12.5"), ("KEN", "0"), ("TUV", "99.1")], page.Values().Order());
    }

    [Theory]
    [InlineData("FRA", 0, "bin-gap-1")]
    [InlineData("KEN", 30, "bin-gap-3")]
    [InlineData("TUV", 100, "bin-gap-6")]
    public async Task AnArea_WithAValue_BearsTheColourOfItsClass(string area, double value, string colour)
    {
        var page = await Drawn.Chart(Map(Mark(area, value)));

        Assert.Equal(["area", colour], page.Area(area)!.ParentElement!.ClassList);
    }

    [Fact]
    public async Task EveryAreaWithoutAValue_IsHatched_AndNoOther()
    {
        var page = await Drawn.Chart(Map(Mark("FRA", 12.5), Mark("BRA", null)));

        var hatched = page.QuerySelectorAll(".chart-drawing .no-data [data-area]").Select(shape => shape.GetAttribute("data-area"));
        Assert.Equal(MapShapes.World.Areas.Keys.Where(area => area != "FRA").Order(), hatched.Order());
        Assert.All(page.QuerySelectorAll(".chart-drawing .no-data"), group => Assert.Equal("url(#map-hatch)", group.GetAttribute("fill")));
        Assert.NotNull(page.QuerySelector("pattern#map-hatch"));
    }

    [Fact]
    public async Task AMissingValue_IsNeverDrawnAsNought()
    {
        var page = await Drawn.Chart(Map(Mark("BRA", null)));

        Assert.Empty(page.Values());
        Assert.Null(page.QuerySelector(".chart-drawing .area"));
        Assert.NotNull(page.Area("BRA")!.Closest(".no-data"));
    }

    [Theory]
    [InlineData("TUV")]
    [InlineData("MDV")]
    [InlineData("SGP")]
    [InlineData("LUX")]
    public async Task ASmallState_IsADot_WithAValueAndWithout(string area)
    {
        var with = (await Drawn.Chart(Map(Mark(area, 50)))).Area(area)!;
        var without = (await Drawn.Chart(Map())).Area(area)!;

        Assert.Equal(("circle", "3"), (with.LocalName, with.GetAttribute("r")));
        Assert.Equal(("circle", "3"), (without.LocalName, without.GetAttribute("r")));
    }

    [Fact]
    public async Task EveryMemberOfTheUnitedNations_HasAShapeOrADot()
    {
        var members = Members();
        var page = await Drawn.Chart(Map([.. members.Select(area => Mark(area, 50))]));

        Assert.Equal(193, members.Count);
        Assert.Equal(members.Order(), page.Values().Select(drawn => drawn.Area!).Order());
    }

    [Fact]
    public async Task ALink_IsNamedAndLeads_ButIsNoStopOfTheTabKey()
    {
        var page = await Drawn.Chart(Map(Mark("FRA", 12.5)));

        var link = page.Area("FRA")!.ParentElement!;
        Assert.Equal("a", link.LocalName);
        Assert.Equal("/indicator?country=FRA#line", link.GetAttribute("href"));
        Assert.Equal("-1", link.GetAttribute("tabindex"));
        Assert.Equal("Land FRA\nin words", link.QuerySelector("title")!.TextContent);
        Assert.Equal("group", page.QuerySelector(".chart-drawing svg")!.GetAttribute("role"));
    }

    [Fact]
    public async Task AMapWithoutLinks_IsOnePicture()
    {
        var page = await Drawn.Chart(Map(Mark("FRA", 12.5) with { Href = null }));

        var svg = page.QuerySelector(".chart-drawing svg")!;
        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("Title of map", page.GetElementById(svg.GetAttribute("aria-labelledby")!)!.TextContent);
        Assert.Equal("In words", page.GetElementById(svg.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".chart-drawing a"));
    }

    [Fact]
    public async Task Flags_AreSignsAtTheLabelPoint_AndOnlyThoseInUseAreInTheLegend()
    {
        var page = await Drawn.Chart(Map(
            Mark("FRA", 12.5) with { Flags = ["capped", "older", "stale"] }, Mark("KEN", 3), Mark("BRA", null) with { Flags = ["withdrawn"] }));

        var place = MapShapes.World.Areas["FRA"];
        var signs = Assert.Single(page.QuerySelectorAll(".chart-drawing .signs"));
        Assert.Equal($"translate({Drawing.Number(place.X)} {Drawing.Number(place.Y)})", signs.GetAttribute("transform"));
        Assert.Equal(["sign sign-square", "sign sign-ring"], signs.QuerySelectorAll(".sign").Select(sign => sign.ClassName));
        Assert.Equal([.. Bins.Select(bin => bin.Label), NoData, "Cut off at 100", "Older"], page.QuerySelectorAll(".legend li").Select(item => item.TextContent.Trim()));
    }

    private static List<string> Members()
    {
        var lines = File.ReadAllLines(Path.Combine(Places.Root, "data", "reference", "ref_area.csv"));
        var member = Array.IndexOf(lines[0].Split(','), "un_member");
        // Names in quotes may hold commas; the columns after them are counted from the end of the line.
        var fromEnd = lines[0].Split(',').Length - member;
        return [.. lines.Skip(1).Where(line => line.Split(',')[^fromEnd] == "Y").Select(line => line[..3])];
    }
}
