namespace SpIndicators.Dashboards.Charts;

/// <summary>Where the sign of an area stands on a map, in degrees; drawn as a dot when <paramref name="IsDot"/>.</summary>
public sealed record ChartPlace(double Longitude, double Latitude, bool IsDot);

/// <summary>A spec as chart.js reads it.</summary>
public static class ChartSpecJson
{
    public static string Of(ChartSpec spec, Func<string, ChartPlace?>? placeOf = null) => "{}";
}
