using System.Text.Json;

namespace SpIndicators.Dashboards.Charts;

/// <summary>
/// The world as the build projected it (build/map): a page of <paramref name="Width"/> by <paramref name="Height"/>
/// units, the areas by ISO3 code, and land that belongs to no area of our lists.
/// </summary>
public sealed record MapShapes(
    int Width, int Height, IReadOnlyDictionary<string, MapShape> Areas, IReadOnlyList<string> Neutral)
{
    private const string Resource = "Charts/shapes.json";
    private static readonly Lazy<MapShapes> Loaded = new(Read);

    /// <summary>Read once, on first use.</summary>
    public static MapShapes World => Loaded.Value;

    /// <summary>Where chart.js puts the dot or the sign of an area; null for one that the map does not know.</summary>
    public static ChartPlace? PlaceOf(string refArea) =>
        World.Areas.TryGetValue(refArea, out var shape) ? new ChartPlace(shape.Lon, shape.Lat, shape.IsDot) : null;

    private static MapShapes Read()
    {
        using var stream = typeof(MapShapes).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without the map shapes ({Resource}).");
        return JsonSerializer.Deserialize<MapShapes>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"{Resource} is empty.");
    }
}

/// <summary>
/// One area: where its sign stands (<paramref name="X"/>, <paramref name="Y"/> on the page, <paramref name="Lon"/>,
/// <paramref name="Lat"/> on the globe), its <paramref name="Area"/> in square units and its outline as SVG path data,
/// which specks do not have.
/// </summary>
public sealed record MapShape(double X, double Y, double Lon, double Lat, double Area, string? Path = null)
{
    /// <summary>Square units under which a fill cannot be told from its border.</summary>
    private const double SmallestFill = 6;

    /// <summary>Too small to be coloured: drawn as a dot.</summary>
    public bool IsDot => Path is null || Area < SmallestFill;
}
