using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using SpIndicators.Dashboards.Charts;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>
/// Draws a chart as one SVG that stands alone: no script, no style sheet, nothing from elsewhere, real text. It needs
/// neither a request nor a browser. The spec is the page's own, so the marks are the same.
/// </summary>
public sealed partial class ChartPictures(IServiceProvider services)
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// <summary>The picture of a chart.</summary>
    /// <param name="scale">2 gives twice the pixels of the same drawing.</param>
    /// <param name="language">Of all words in it: "en", "fr", "es".</param>
    /// <param name="panels">Small multiples: the charts drawn; the spec then has their words and marks together.</param>
    public async Task<DrawnPicture> Render(
        ChartSpec spec, PictureFrame frame, PictureSize size, PictureTheme theme, double scale, string language, IReadOnlyList<ChartSpec>? panels = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        var layout = new PictureLayout(spec, panels ?? [], frame, size);
        var pixels = scale * size.Pixels / size.Width;
        var (width, height) = ((int)Math.Round(layout.Width * pixels), (int)Math.Round(layout.Height * pixels));
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var markup = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<ChartPicture>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(ChartPicture.Layout)] = layout,
                [nameof(ChartPicture.Colours)] = PictureColours.Of(theme),
                [nameof(ChartPicture.Width)] = width,
                [nameof(ChartPicture.Height)] = height,
                [nameof(ChartPicture.Language)] = language,
            }));
            return root.ToHtmlString();
        });
        return new(Declaration + WithoutControls(markup), width, height);
    }

    /// <summary>HTML takes control characters that XML refuses even when escaped; no reader sees them in either.</summary>
    internal static string WithoutControls(string markup) => CharacterReference().Replace(
        RawControl().Replace(markup, ""),
        reference => IsAllowed(int.Parse(reference.ValueSpan[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)) ? reference.Value : "");

    private static bool IsAllowed(int code) => code is '\t' or '\n' or '\r' or (>= 0x20 and < 0xD800) or (>= 0xE000 and < 0xFFFE) or (>= 0x10000 and <= 0x10FFFF);

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]")]
    private static partial Regex RawControl();

    [GeneratedRegex("&#x[0-9A-Fa-f]{1,6};")]
    private static partial Regex CharacterReference();
}
