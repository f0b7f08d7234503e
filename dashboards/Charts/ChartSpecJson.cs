using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SpIndicators.Dashboards.Charts;

/// <summary>
/// Where the sign of an area stands on a map, in degrees; <paramref name="IsDot"/> when the area is too small to be
/// coloured and is drawn as a dot there.
/// </summary>
public sealed record ChartPlace(double Longitude, double Latitude, bool IsDot);

/// <summary>
/// A spec as wwwroot/js/chart.js reads it: what is drawn and what a pointer reads, not what stands around it.
/// What is not known is left out. The text holds no &lt;, &gt; or &amp;, so it cannot end the script element it stands in.
/// </summary>
public static class ChartSpecJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // Letters with accents stay as they are; the characters that mean something in HTML are escaped all the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>
    /// The spec in compact JSON. A map needs <paramref name="placeOf"/> for its dots and signs; an area without a place
    /// is coloured, if it has a shape, but bears no sign.
    /// </summary>
    public static string Of(ChartSpec spec, Func<string, ChartPlace?>? placeOf = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var values = spec.Marks.Select(mark => mark.Value).OfType<double>();
        var years = spec.Marks.Select(mark => (double?)mark.TimePeriod).OfType<double>();
        return JsonSerializer.Serialize(
            new
            {
                spec.Kind,
                spec.Title,
                spec.Unit,
                Marks = spec.Marks.Select(mark => MarkOf(mark, placeOf?.Invoke(mark.RefArea))),
                Bins = spec.Bins.Select(bin => new { bin.Key, bin.Label, bin.Colour }),
                spec.Series,
                spec.Flags,
                // As long as in the static drawing, or the two would not lie on each other.
                Values = spec.Values?.Covering(values),
                Years = spec.Years?.Covering(years),
                Words = new
                {
                    spec.Words.NoData,
                    spec.Words.ZoomIn,
                    spec.Words.ZoomOut,
                    spec.Words.ResetView,
                    spec.Words.KeyboardHint,
                },
            },
            Options);
    }

    private static object MarkOf(ChartMark mark, ChartPlace? place) => new
    {
        mark.RefArea,
        mark.Label,
        mark.Value,
        mark.ValueLabel,
        mark.TimePeriod,
        mark.Bin,
        mark.Series,
        Flags = mark.Flags.Count == 0 ? null : mark.Flags,
        Tooltip = mark.Tooltip.Count == 0 ? [mark.Label] : mark.Tooltip,
        mark.Href,
        Lon = place?.Longitude,
        Lat = place?.Latitude,
        Dot = place?.IsDot,
    };
}
