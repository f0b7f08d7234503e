using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Pictures;

namespace SpIndicators.Dashboards.Tests.Exports.Pictures;

/// <summary>Pictures of charts, read as XML: one that is not well-formed fails every test.</summary>
internal static class Pictured
{
    public static readonly PictureFrame Frame = new()
    {
        Application = "SpIndicators",
        Permalink = "https://example.org/indicator?country=~KEN&lang=en&vintage=2026-03-05",
        Licence = "CC BY 4.0",
        Vintage = "Data as of 5 March 2026",
        Exported = "Exported 7 March 2026",
    };

    public static async Task<DrawnPicture> Draw(
        ChartSpec spec, PictureSize? size = null, PictureTheme theme = PictureTheme.Light, double scale = 1, string language = "en",
        IReadOnlyList<ChartSpec>? panels = null, PictureFrame? frame = null)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new ChartPictures(services).Render(spec, frame ?? Frame, size ?? PictureSize.Chart, theme, scale, language, panels);
    }

    public static async Task<XElement> Read(
        ChartSpec spec, PictureSize? size = null, PictureTheme theme = PictureTheme.Light, string language = "en", IReadOnlyList<ChartSpec>? panels = null) =>
        Parse(await Draw(spec, size, theme, language: language, panels: panels));

    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Parse(DrawnPicture picture) => XDocument.Parse(picture.Svg).Root!;

    public static XElement Drawing(this XElement picture) => picture.Elements(Svg + "g").Single(part => (string?)part.Attribute("data-part") == "drawing");

    /// <summary>What stands for an area (and year), in the order it is drawn in.</summary>
    public static IEnumerable<XElement> Marks(this XElement picture) => picture.Drawing().Descendants().Where(mark => mark.Attribute("data-area") is not null);

    /// <summary>Without the spaces at which rows are broken.</summary>
    public static string Flat(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    public static (double Width, double Height) BoxOf(XElement picture)
    {
        var box = ((string)picture.Attribute("viewBox")!).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return (box[2], box[3]);
    }

    /// <summary>From where to where a row of text will be, by the estimate.</summary>
    public static (double From, double To) SpanOf(XElement text)
    {
        var isBold = (string?)text.Attribute("font-weight") == "bold";
        var label = text.Element(Svg + "tspan")?.Value ?? "";
        var size = (double)text.Attribute("font-size")!;
        var width = TextWidths.Of(label, size, isBold: true) + TextWidths.Of(text.Value[label.Length..], size, isBold);
        var x = (double)text.Attribute("x")!;
        return (string?)text.Attribute("text-anchor") switch
        {
            "end" => (x - width, x),
            "middle" => (x - (width / 2), x + (width / 2)),
            _ => (x, x + width),
        };
    }
}
