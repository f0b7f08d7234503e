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

    public static XElement Parse(DrawnPicture picture) => XDocument.Parse(picture.Svg).Root!;
}
