using System.Text.Json;
using AngleSharp.Html.Parser;
using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Tests.Charts;

public sealed class ChartSpecJsonTests
{
    private const string Hostile = "</script><script>alert(1)</script><!-- & \"quoted\" 'single' \\ \u2028";

    private static readonly ChartWords Words = new()
    {
        NoData = "Sin datos",
        ShowTable = "Tabla",
        ZoomIn = "Acercar",
        ZoomOut = "Alejar",
        ResetView = "Vista inicial",
        KeyboardHint = "Flechas e Intro",
    };

    [Fact]
    public void AHostileLabel_InTheScriptElementOfAPage_StaysText()
    {
        var mark = Mark("AAA", 1) with { Label = Hostile, ValueLabel = Hostile, Tooltip = [Hostile], Href = Hostile };
        var json = ChartSpecJson.Of(Spec(mark) with { Title = Hostile });

        Assert.DoesNotContain(json, character => character is '<' or '>' or '&' or '\'');
        var page = new HtmlParser().ParseDocument($"<figure><script type=\"application/json\">{json}</script></figure>");
        var only = Assert.Single(page.Scripts);
        Assert.Same(page.QuerySelector("figure"), only.ParentElement);
        var read = JsonDocument.Parse(only.TextContent).RootElement;
        Assert.Equal(Hostile, read.GetProperty("title").GetString());
        var readMark = read.GetProperty("marks")[0];
        Assert.Equal(Hostile, readMark.GetProperty("label").GetString());
        Assert.Equal(Hostile, readMark.GetProperty("tooltip")[0].GetString());
        Assert.Equal(Hostile, readMark.GetProperty("href").GetString());
    }

    [Fact]
    public void EveryValue_WrittenAndRead_IsTheSameToTheLastBit()
    {
        double[] values = [0, 0.1 + 0.2, 100.0 / 3, 46.85, 1e-9, 1234567890.123, 5e-324, double.MaxValue, -2.5];
        ChartMark[] marks = [.. values.Select((value, i) => Mark($"A{i:00}", value))];

        var read = Read(Spec(marks)).GetProperty("marks").EnumerateArray()
            .Select(mark => BitConverter.DoubleToInt64Bits(mark.GetProperty("value").GetDouble()));

        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), read);
    }

    [Fact]
    public void AMarkWithoutValue_HasNoValueAtAll_AndIsNotLeftOut()
    {
        var mark = Read(Spec(Mark("AAA", 12), Mark("BBB", null))).GetProperty("marks")[1];

        Assert.Equal("BBB", mark.GetProperty("refArea").GetString());
        Assert.False(mark.TryGetProperty("value", out _));
        Assert.False(mark.TryGetProperty("valueLabel", out _));
        Assert.False(mark.TryGetProperty("bin", out _));
    }

    [Fact]
    public void AValueThatIsNoNumber_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ChartSpecJson.Of(Spec(Mark("AAA", double.NaN))));

    [Fact]
    public void AMark_CarriesEverythingThatIsDrawnAndRead()
    {
        var mark = Mark("FRA", 46.9) with
        {
            TimePeriod = 2020,
            Series = "s1",
            Flags = ["capped", "older"],
            Tooltip = ["France, 2020", "Couverture : 46,9 %"],
            Href = "/indicator?c=FRA&lang=fr#line",
            IsEmphasised = true,
        };

        var read = Read(Spec(mark)).GetProperty("marks")[0];

        Assert.Equal("FRA", read.GetProperty("refArea").GetString());
        Assert.Equal("46.9 %", read.GetProperty("valueLabel").GetString());
        Assert.Equal(2020, read.GetProperty("timePeriod").GetInt32());
        Assert.Equal("b1", read.GetProperty("bin").GetString());
        Assert.Equal("s1", read.GetProperty("series").GetString());
        Assert.Equal(["capped", "older"], read.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
        Assert.Equal(["France, 2020", "Couverture : 46,9 %"], read.GetProperty("tooltip").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal("/indicator?c=FRA&lang=fr#line", read.GetProperty("href").GetString());
        Assert.True(read.GetProperty("isEmphasised").GetBoolean());
    }

    [Fact]
    public void AMarkWithoutTooltip_ReadsAsItsLabel() =>
        Assert.Equal("Land AAA", Read(Spec(Mark("AAA", 1))).GetProperty("marks")[0].GetProperty("tooltip")[0].GetString());

    [Fact]
    public void TheFrame_CarriesClassesLinesSignsAndWords_ButNotWhatStandsAroundTheDrawing()
    {
        var read = Read(Spec(Mark("AAA", 1)) with
        {
            Series = [new("s1", "Chili", "series-1", IsSecondary: true)],
            Flags = [new("capped", "Cut off at 100", ChartFlagShape.Square)],
        });

        Assert.Equal("map", read.GetProperty("kind").GetString());
        Assert.Equal("gap-1", read.GetProperty("bins")[0].GetProperty("colour").GetString());
        Assert.True(read.GetProperty("series")[0].GetProperty("isSecondary").GetBoolean());
        Assert.Equal("square", read.GetProperty("flags")[0].GetProperty("shape").GetString());
        Assert.Equal("Sin datos", read.GetProperty("words").GetProperty("noData").GetString());
        Assert.Equal("Flechas e Intro", read.GetProperty("words").GetProperty("keyboardHint").GetString());
        Assert.False(read.TryGetProperty("summary", out _));
        Assert.False(read.TryGetProperty("footer", out _));
        Assert.False(read.TryGetProperty("years", out _));
        Assert.False(read.TryGetProperty("values", out _));
    }

    [Fact]
    public void AnAxis_ShorterThanItsValues_IsMadeLongEnough()
    {
        var read = Read(Spec(Mark("AAA", 104.5) with { TimePeriod = 2024 }) with
        {
            Kind = ChartKind.Line,
            Values = ChartAxis.Percent(),
            Years = ChartAxis.OfYears(2000, 2022),
        });

        Assert.Equal(104.5, read.GetProperty("values").GetProperty("max").GetDouble());
        Assert.Equal(2024, read.GetProperty("years").GetProperty("max").GetDouble());
        Assert.Equal(2000, read.GetProperty("years").GetProperty("min").GetDouble());
    }

    [Fact]
    public void OnAMap_AMarkCarriesThePlaceOfItsArea_AndSmallAreasWithoutAValueAreDots()
    {
        // Of the map's own areas: the Maldives are a dot, France is not; X01 is a group, which the map does not know.
        var read = Read(Spec(Mark("MDV", 3), Mark("FRA", 3), Mark("X01", 4)));
        var marks = read.GetProperty("marks");

        Assert.Equal(MapShapes.World.Areas["MDV"].Lon, marks[0].GetProperty("lon").GetDouble());
        Assert.Equal(MapShapes.World.Areas["MDV"].Lat, marks[0].GetProperty("lat").GetDouble());
        Assert.True(marks[0].GetProperty("dot").GetBoolean());
        Assert.False(marks[1].GetProperty("dot").GetBoolean());
        Assert.False(marks[2].TryGetProperty("lon", out _));
        Assert.Equal(
            MapShapes.World.Areas.Where(area => area.Value.IsDot && area.Key != "MDV").Select(area => area.Value.Lon).Order(),
            read.GetProperty("emptyDots").EnumerateArray().Select(dot => dot.GetProperty("lon").GetDouble()).Order());
    }

    [Fact]
    public void OffTheMap_NoMarkCarriesAPlace()
    {
        var read = Read(Spec(Mark("MDV", 3)) with { Kind = ChartKind.Ranking });

        Assert.False(read.GetProperty("marks")[0].TryGetProperty("lon", out _));
        Assert.False(read.TryGetProperty("emptyDots", out _));
        Assert.Equal(100, read.GetProperty("values").GetProperty("max").GetDouble());
    }

    [Fact]
    public void AScatter_CarriesBothValuesAndBothAxes_AndSaysWhichIsOfPowers()
    {
        var read = Read(Spec(Mark("AAA", 12) with { Against = 2000, AgainstLabel = "2 thousand" }) with
        {
            Kind = ChartKind.Scatter,
            Values = ChartAxis.Percent(),
            Across = ChartAxis.Powers(10, 1000, at => $"{at}"),
        });

        Assert.Equal("scatter", read.GetProperty("kind").GetString());
        Assert.Equal(2000, read.GetProperty("marks")[0].GetProperty("against").GetDouble());
        Assert.Equal("2 thousand", read.GetProperty("marks")[0].GetProperty("againstLabel").GetString());
        Assert.Equal((10, 2000), (read.GetProperty("across").GetProperty("min").GetDouble(), read.GetProperty("across").GetProperty("max").GetDouble()));
        Assert.True(read.GetProperty("across").GetProperty("isLog").GetBoolean());
        Assert.False(read.GetProperty("values").TryGetProperty("isLog", out _));
    }

    [Fact]
    public void ADumbbell_HasAnAxisForTheEarlierValuesToo_AndNoneAcross()
    {
        var read = Read(Spec(Mark("AAA", 12) with { Against = 140 }) with { Kind = ChartKind.Dumbbell, Values = ChartAxis.Percent() });

        Assert.Equal(140, read.GetProperty("values").GetProperty("max").GetDouble());
        Assert.False(read.TryGetProperty("across", out _));
    }

    private static JsonElement Read(ChartSpec spec) => JsonDocument.Parse(ChartSpecJson.Of(spec)).RootElement;

    private static ChartMark Mark(string area, double? value) => new()
    {
        RefArea = area,
        Label = $"Land {area}",
        Value = value,
        ValueLabel = value is null ? null : "46.9 %",
        Bin = value is null ? null : "b1",
    };

    private static ChartSpec Spec(params ChartMark[] marks) => new()
    {
        Id = "chart",
        Kind = ChartKind.Map,
        Title = "Title",
        Unit = "%",
        Summary = "In words",
        Marks = marks,
        Bins = ChartBins.Between([0, 50, 100], "gap", (from, to) => $"{from}–{to}"),
        Footer = [new("Source")],
        Words = Words,
    };
}
