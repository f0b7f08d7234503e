using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Vintages in memory; approving and rejecting settle the run in the journal.</summary>
public sealed class FakeVintages(FakeJournal journal) : IVintageActions
{
    public List<VintageStatus> Vintages { get; } = [];

    public List<RevisionRow> Rows { get; } = [];

    public IReadOnlyList<VintageStatus> List() => Vintages;

    public Task Approve(string runId, string who, CancellationToken cancellation) => journal.Settle(runId, RunState.Published, $"approved by {who}", cancellation);

    public Task Reject(string runId, string who, string reason, CancellationToken cancellation) =>
        journal.Settle(runId, RunState.Rejected, $"turned down by {who}: {reason}", cancellation);

    public Task RollBack(string vintage, string who, CancellationToken cancellation)
    {
        for (var i = 0; i < Vintages.Count; i++)
        {
            Vintages[i] = Vintages[i] with { IsCurrent = Vintages[i].Vintage == vintage };
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RevisionRow>> Difference(string vintage, string before, int take, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RevisionRow>>([.. Rows.OrderBy(r => r.Anomaly is null).Take(take)]);
}
