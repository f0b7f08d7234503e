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
/// A spec as wwwroot/js/chart.js reads it: the marks and what a pointer reads, not what stands around them, since axes,
/// names and legend stay those of the static drawing. What is not known is left out. The text holds no &lt;, &gt; or
/// &amp;, so it cannot end the script element it stands in.
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
    /// The spec in compact JSON. <paramref name="placeOf"/> says where an area's dot and signs stand on a map; an area
    /// without a place is coloured, if it has a shape, but bears no sign.
    /// </summary>
    public static string Of(ChartSpec spec, Func<string, ChartPlace?>? placeOf = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var isMap = spec.Kind == ChartKind.Map;
        placeOf ??= MapShapes.PlaceOf;
        return JsonSerializer.Serialize(
            new
            {
                spec.Kind,
                spec.Title,
                IsBars = spec.IsBars ? true : (bool?)null,
                Marks = spec.Marks.Select(mark => MarkOf(spec, mark, isMap ? placeOf(mark.RefArea) : null)),
                Bins = spec.Bins.Select(bin => new { bin.Key, bin.Colour }),
                Series = spec.Series.Select(series => new { series.Key, series.Colour, series.IsSecondary }),
                Flags = spec.Flags.Select(flag => new { flag.Key, flag.Shape }),
                Values = isMap ? null : AxisOf(spec.Values ?? ChartAxis.Percent(), spec.ValuesOf()),
                Across = spec.Kind == ChartKind.Scatter ? AxisOf(spec.Across ?? ChartAxis.Percent(), spec.Marks.Select(mark => mark.Against)) : null,
                Years = spec.Years is null ? null : AxisOf(spec.Years, spec.Marks.Where(mark => mark.Value is not null).Select(mark => (double?)mark.TimePeriod)),
                EmptyDots = isMap ? EmptyDots(spec, placeOf) : null,
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

    private static object MarkOf(ChartSpec spec, ChartMark mark, ChartPlace? place) => new
    {
        mark.RefArea,
        mark.Label,
        mark.Value,
        // As it stands in the row: with its year.
        ValueLabel = spec.SaysYears && mark.Value is not null ? spec.ValueTextOf(mark) : mark.ValueLabel,
        mark.TimePeriod,
        mark.Against,
        mark.AgainstLabel,
        mark.Bin,
        mark.Series,
        Flags = mark.Flags.Count == 0 ? null : mark.Flags,
        Tooltip = mark.Tooltip.Count == 0 ? [mark.Label] : mark.Tooltip,
        IsEmphasised = mark.IsEmphasised ? true : (bool?)null,
        mark.Href,
        Lon = place?.Longitude,
        Lat = place?.Latitude,
        Dot = place?.IsDot,
    };

    // As long as in the static drawing, or the two would not lie on each other.
    private static object AxisOf(ChartAxis axis, IEnumerable<double?> values)
    {
        var whole = axis.Covering(values.OfType<double>());
        return new { whole.Min, whole.Max, IsLog = whole.IsLog ? true : (bool?)null };
    }

    // Small areas of which nothing is known: hatched dots of the static drawing.
    private static IEnumerable<object> EmptyDots(ChartSpec spec, Func<string, ChartPlace?> placeOf)
    {
        var known = spec.Marks.Where(mark => mark.Value is not null).Select(mark => mark.RefArea).ToHashSet();
        return MapShapes.World.Areas.Keys
            .Where(area => !known.Contains(area))
            .Select(placeOf)
            .OfType<ChartPlace>()
            .Where(place => place.IsDot)
            .Select(place => new { Lon = place.Longitude, Lat = place.Latitude });
    }
}
