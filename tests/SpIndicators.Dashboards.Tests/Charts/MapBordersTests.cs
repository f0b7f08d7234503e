using System.Text.Json;

namespace SpIndicators.Dashboards.Tests.Charts;

/// <summary>The shapes the build made have the borders of the United Nations (DECISIONS.md), tested with places in them.</summary>
public sealed class MapBordersTests
{
    private static readonly Lazy<List<(string Area, List<List<double[][]>> Polygons)>> World = new(Read);

    [Theory]
    [InlineData("Simferopol", 34.1, 44.95, "UKR")]
    [InlineData("Sevastopol", 33.6, 44.65, "UKR")]
    [InlineData("Kerch", 36.4, 45.35, "UKR")]
    [InlineData("Krasnodar", 38.97, 45.04, "RUS")]
    [InlineData("Hargeisa", 44.06, 9.56, "SOM")]
    [InlineData("Mogadishu", 45.3, 2.1, "SOM")]
    [InlineData("Kyrenia", 33.3, 35.3, "CYP")]
    [InlineData("Limassol", 33.0, 34.75, "CYP")]
    [InlineData("El Aaiún", -13.1, 27.1, "ESH")]
    [InlineData("Dakhla, inland", -15.6, 23.7, "ESH")]
    [InlineData("Tifariti", -10.6, 26.15, "ESH")]
    [InlineData("Tan-Tan", -11.1, 28.4, "MAR")]
    [InlineData("Pristina", 21.2, 42.7, "XKX")]
    [InlineData("Belgrade", 20.5, 44.6, "SRB")]
    [InlineData("Taichung", 120.9, 24.1, "TWN")]
    [InlineData("Ramallah", 35.2, 31.9, "PSE")]
    public void APlace_LiesInTheShapeOfItsArea_AndInNoOther(string place, double longitude, double latitude, string area) =>
        Assert.Equal([area], World.Value.Where(shape => shape.Polygons.Exists(p => IsIn(p, longitude, latitude))).Select(shape => $"{shape.Area}").DefaultIfEmpty(place));

    /// <summary>Inside the outer ring and in none of its holes: an odd number of edges to the east.</summary>
    private static bool IsIn(List<double[][]> polygon, double x, double y) => polygon.Sum(ring => ring.Zip(ring.Skip(1)).Count(edge =>
        (edge.First[1] > y) != (edge.Second[1] > y)
        && x < ((edge.Second[0] - edge.First[0]) * (y - edge.First[1]) / (edge.Second[1] - edge.First[1])) + edge.First[0])) % 2 == 1;

    private static List<(string Area, List<List<double[][]>> Polygons)> Read()
    {
        using var world = JsonDocument.Parse(File.ReadAllText(Path.Combine(Places.Root, "dashboards", "wwwroot", "geo", "world.json")));
        return [.. world.RootElement.GetProperty("features").EnumerateArray().Select(feature => (
            feature.GetProperty("id").GetString()!,
            feature.GetProperty("geometry").GetProperty("coordinates").Deserialize<List<List<double[][]>>>()!))];
    }
}
