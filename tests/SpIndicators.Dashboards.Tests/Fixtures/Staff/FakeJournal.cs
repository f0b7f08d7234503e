using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Runs in memory, as a test puts them there.</summary>
public sealed class FakeJournal : IRunJournal
{
    public List<RunDetails> Runs { get; } = [];

    public Task<IRunRecorder> Begin(RefreshRequest request, CancellationToken cancellation) => throw new NotSupportedException("Pages begin no runs.");

    public Task<RunDetails?> Find(string runId, CancellationToken cancellation) => Task.FromResult(Runs.Find(r => r.Run.RunId == runId));

    public Task<IReadOnlyList<Run>> List(string? schedule, RunState? state, int skip, int take, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Run>>([.. Runs.Select(r => r.Run)
            .Where(r => (schedule is null || r.Request.Schedule == schedule) && (state is null || r.State == state))
            .OrderByDescending(r => r.StartedAt).Skip(skip).Take(take)]);

    public Task<IReadOnlyDictionary<string, Run>> LastOfEachSource(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Run>>(Runs.SelectMany(r => r.Run.Request.Sources.Select(s => (Source: s, r.Run)))
            .GroupBy(x => x.Source).ToDictionary(g => g.Key, g => g.MaxBy(x => x.Run.StartedAt).Run));

    public Task<IReadOnlyList<Run>> MarkInterrupted(TimeSpan silence, CancellationToken cancellation) => throw new NotSupportedException("Not for pages.");

    public Task Settle(string runId, RunState state, string reason, CancellationToken cancellation)
    {
        var at = Runs.FindIndex(r => r.Run.RunId == runId);
        Runs[at] = Runs[at] with { Run = Runs[at].Run with { State = state, Reason = reason } };
        return Task.CompletedTask;
    }
}
