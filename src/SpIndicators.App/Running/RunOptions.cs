namespace SpIndicators.App.Running;

/// <summary>What is kept and for how long (configuration section <c>Retention</c>).</summary>
public sealed record RunOptions
{
    /// <summary>Published vintages that are kept, newest first; frozen links and rollback need them. At least two.</summary>
    public int KeepVintages { get; init; } = 24;
}
