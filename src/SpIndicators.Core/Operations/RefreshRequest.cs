namespace SpIndicators.Core.Operations;

/// <summary>What is to be refreshed, and at whose wish.</summary>
/// <param name="Schedule">The schedule that asked; for a run by hand the name of what was asked.</param>
/// <param name="Sources">Source ids to ask their agencies for; empty: all that can be fetched.</param>
/// <param name="Trigger">Why it runs.</param>
/// <param name="Who">A user's name, or "scheduler".</param>
/// <param name="Attempt">From 1.</param>
/// <param name="MaxAttempts">After so many it stops trying.</param>
public sealed record RefreshRequest(string Schedule, IReadOnlyList<string> Sources, RunTrigger Trigger, string Who, int Attempt, int MaxAttempts)
{
    /// <summary>Build from the snapshots at hand and ask no agency.</summary>
    public bool Offline { get; init; }

    /// <summary>First year to ask for, where a source can be asked by year; null: all.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last year to ask for; null: all.</summary>
    public int? YearTo { get; init; }

    /// <summary>Say what would be fetched, replaced and published, and do none of it.</summary>
    public bool DryRun { get; init; }
}

/// <summary>Why a refresh runs.</summary>
public enum RunTrigger
{
    Schedule,
    Manual,
    BackFill,
    Retry,

    /// <summary>A run that a crash cut off, begun again.</summary>
    Recovery,
}
