using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.App.Running;

/// <summary>Asks the agencies, one after the other: a source that cannot be had keeps no other from coming.</summary>
internal sealed class FetchStep(SourceFetching fetching, SetAside aside, RunSteps steps)
{
    public List<Snapshot> Landed { get; } = [];

    /// <summary>One sentence a source that could not be had.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Lines of all that landed.</summary>
    public long Rows { get; private set; }

    public async Task Run(IReadOnlyList<string> sources, RefreshRequest request, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            await steps.Begin(RunStepKind.Fetch, source, total: 1);
            var outcome = await Ask(source, request, cancellation);
            foreach (var fetch in outcome.Requests)
            {
                await steps.Fetched(fetch);
            }

            await steps.Begin(RunStepKind.Snapshot, source, total: 1);
            await steps.Stop(await Take(source, outcome));
        }
    }

    /// <summary>Takes in what staff brought, as if an agency had given it: what does not pass is set aside like any other.</summary>
    public async Task Take(IEnumerable<Snapshot> uploads)
    {
        foreach (var snapshot in uploads)
        {
            await steps.Begin(RunStepKind.Snapshot, snapshot.SourceId, total: 1);
            await steps.Stop(await Admit(snapshot, snapshot.Rows));
        }
    }

    /// <summary>An error nobody foresaw in reading one source is that source's failure, and keeps no other from being read.</summary>
    private async Task<FetchOutcome> Ask(string source, RefreshRequest request, CancellationToken cancellation)
    {
        try
        {
            return await fetching.Fetch(source, request.YearFrom, request.YearTo, new Relay(steps), cancellation);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            await steps.Log("error", unforeseen.ToString());
            return new FetchOutcome.Failed(unforeseen.Message, []);
        }
    }

    private async Task<string> Take(string source, FetchOutcome outcome)
    {
        switch (outcome)
        {
            case FetchOutcome.Landed(var snapshot, var rows, var newCodes, _):
                foreach (var code in newCodes)
                {
                    await steps.Log("warning", $"{source}: {code}");
                }

                return await Admit(snapshot, rows);

            case FetchOutcome.Failed(var reason, _):
                await steps.Log("error", $"{source}: {reason}");
                await steps.OfSource(source, SourceResult.Failed, reason);
                Failures.Add($"{source} could not be fetched: {reason}");
                return reason;

            default:
                await steps.OfSource(source, SourceResult.NoNewData, reason: null);
                return "no new data";
        }
    }

    private async Task<string> Admit(Snapshot snapshot, long rows)
    {
        if (aside.ReasonFor(snapshot) is { } reason)
        {
            SetAside.Drop(snapshot);
            await steps.Log("warning", $"{snapshot.Label} is what was set aside before. {reason}");
            await steps.OfSource(snapshot.SourceId, SourceResult.NoNewData, $"The agency has what was set aside before. {reason}");
            return $"the same as was set aside before: {reason}";
        }

        await steps.OfSource(snapshot.SourceId, SourceResult.Landed, reason: null);
        Landed.Add(snapshot);
        Rows += rows;
        return FormattableString.Invariant($"new: {snapshot.Vintage}, {rows} lines");
    }

    private sealed class Relay(RunSteps steps) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => steps.Progress(value.Done, value.Total, value.Item);
    }
}
