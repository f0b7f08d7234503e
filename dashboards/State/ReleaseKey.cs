namespace SpIndicators.Dashboards.State;

/// <summary>A release of coverage figures: <c>unsd_sdg@2020-10-19</c>.</summary>
public readonly record struct ReleaseKey(string SourceId, string Vintage)
{
    public override string ToString() => $"{SourceId}@{Vintage}";
}
