using System.Reflection;
using System.Xml.Linq;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Tests.Exports.Pictures;
using SpIndicators.Dashboards.Tests.Exports.Reading;

namespace SpIndicators.Dashboards.Tests.Exports.Golden;

/// <summary>
/// A chart as the browser paints it, held against the picture of it that was looked at and kept. Letters are left out, because
/// each machine has its own; what is kept is a quarter as wide, so that the edges of shapes may be smoothed in one way or another.
/// </summary>
internal static class GoldenPicture
{
    private const int Shrink = 4;

    /// <summary>A pixel of the kept picture is another when one of its colours is off by more. A mark that is missing changes it by 60 and more, smoothing by less than 10.</summary>
    private const int Tolerance = 24;

    /// <summary>Of such pixels. The smallest mark covers a dozen.</summary>
    private const int MostOthers = 3;

    /// <summary>Of all pixels together, in 255ths: a ground or a guide of a slightly different colour is seen here.</summary>
    private const double MostOnAverage = 0.8;

    public static string Root { get; } = typeof(GoldenPicture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static string FileOf(string name) => Path.Combine(Root, "tests", "SpIndicators.Dashboards.Tests", "Exports", "Golden", $"{name}.png");

    /// <summary>Without its letters, a quarter as wide and high.</summary>
    /// <param name="detail">2: painted twice as large first, as a browser with finer smoothing would.</param>
    public static async Task<Raster> Paint(Chromium browser, ChartSpec spec, IReadOnlyList<ChartSpec>? panels = null, int detail = 1)
    {
        var drawn = await Pictured.Draw(spec, PictureSize.Social, panels: panels);
        var svg = XDocument.Parse(drawn.Svg);
        svg.Descendants(Pictured.Svg + "text").Remove();
        var png = await browser.Shoot(svg.ToString(SaveOptions.DisableFormatting), drawn.Width, drawn.Height, detail, TestContext.Current.CancellationToken);
        return Raster.Read(png).Shrunk(Shrink * detail);
    }

    /// <summary>How many pixels are others, and how far all are off on average; null where the two are of different sizes.</summary>
    public static (int Others, double Average)? Difference(Raster one, Raster other)
    {
        if ((one.Width, one.Height) != (other.Width, other.Height))
        {
            return null;
        }

        var off = one.Bytes.Zip(other.Bytes, (a, b) => Math.Abs(a - b)).ToList();
        return (off.Chunk(3).Count(pixel => pixel.Max() > Tolerance), off.Average());
    }

    public static bool IsSame(Raster one, Raster other) => Difference(one, other) is { Others: <= MostOthers, Average: <= MostOnAverage };
}
