namespace SpIndicators.Pipelines.Checking;

/// <summary>What one check found.</summary>
/// <param name="Name">Named for the truth it states.</param>
/// <param name="Level"><c>error</c> stops the publish, <c>warn</c> is shown.</param>
/// <param name="Sentence">That truth, in words.</param>
/// <param name="OffendingRows">0 when it holds.</param>
/// <param name="Example">The first offending row.</param>
public sealed record CheckResult(string Name, string Level, string Sentence, long OffendingRows, string? Example)
{
    /// <summary>How long the check took.</summary>
    public TimeSpan Duration { get; init; }

    public bool Passed => OffendingRows == 0;

    public bool StopsPublish => !Passed && Level == "error";

    public override string ToString() =>
        Passed ? $"{Name}: holds" : $"{Name} ({Level}): {OffendingRows} offending rows, for example {Example}. {Sentence}";
}
