using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>A release of coverage figures: which agency said it, and when.</summary>
public sealed class Release
{
    public string SourceId { get; init; } = "";

    public string Vintage { get; init; } = "";

    public DateOnly ReleasedOn { get; init; }

    public string ReleasedOnPrecision { get; init; } = "";

    /// <summary>As far as the source tells it.</summary>
    public RoughDate Released => RoughDate.Of(ReleasedOn, ReleasedOnPrecision);

    public bool IsDefault { get; init; }

    public string Producer { get; init; } = "";

    public long Countries { get; init; }

    public short FirstYear { get; init; }

    public short LastYear { get; init; }

    public ReleaseKey Key => new(SourceId, Vintage);
}
