namespace SpIndicators.Dashboards.FirstBuild;

/// <summary>
/// How far the first build is. The program that builds writes it, the page that keeps readers company reads it; both
/// may do so at any time.
/// </summary>
public sealed class BuildProgress
{
    private static readonly BuildStep[] NotBegun = [.. Enum.GetValues<BuildStage>().Select(stage => new BuildStep(stage, "", 0, 0))];

    private readonly Lock gate = new();
    private BuildReport report = new(NotBegun, null);

    public BuildReport Read()
    {
        lock (gate)
        {
            return report;
        }
    }

    /// <summary>One more piece of work is done.</summary>
    public void Done(BuildStage stage, string item, int done, int total)
    {
        lock (gate)
        {
            report = new(
                [.. report.Steps.Select(step => step.Stage != stage || step.Done > done ? step : new BuildStep(stage, item, done, total))],
                null);
        }
    }

    /// <summary>The build begins, for the first time or again.</summary>
    public void Begin()
    {
        lock (gate)
        {
            report = new(NotBegun, null);
        }
    }

    /// <summary>The build has failed; <paramref name="reason"/> is read by people.</summary>
    public void Fail(string reason, TimeSpan retryIn)
    {
        lock (gate)
        {
            report = report with { Failure = new BuildFailure(reason, retryIn) };
        }
    }
}

/// <summary>The state of a build at one moment; <see cref="Failure"/> is null while it goes well.</summary>
public sealed record BuildReport(IReadOnlyList<BuildStep> Steps, BuildFailure? Failure);

/// <summary>A stage with what was finished last. A total of 0: not begun.</summary>
public sealed record BuildStep(BuildStage Stage, string Item, int Done, int Total);

/// <summary>Why a build failed and when it is tried again.</summary>
public sealed record BuildFailure(string Reason, TimeSpan RetryIn);
