namespace SpIndicators.Core.Operations;

/// <summary>When a refresh that brings its process down each time is left alone, until its next time comes or somebody asks.</summary>
public static class GivingUp
{
    /// <summary>It is begun so often in a row.</summary>
    public const int After = 3;

    /// <param name="last">A schedule's runs, newest first.</param>
    public static bool Is(IReadOnlyList<Run> last)
    {
        ArgumentNullException.ThrowIfNull(last);
        return last.Count >= After && last.Take(After).All(run => run.State == RunState.Interrupted);
    }
}
