namespace SpIndicators.Dashboards.Api.Door;

/// <summary>How much one address may ask of the API.</summary>
public sealed record ApiLimits
{
    /// <summary>What holds for other machines when nothing is set.</summary>
    public const int StandardPerMinute = 120;

    /// <summary>Questions a minute; null: <see cref="StandardPerMinute"/>, and none for this machine itself.</summary>
    public int? PerMinute { get; init; }

    /// <summary>Whole tables and files that may be on their way to one address at a time.</summary>
    public int Downloads { get; init; } = 2;
}
