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

    public Task<IReadOnlyList<RevisionRow>> Difference(string vintage, string before, string? refArea, int take, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RevisionRow>>([.. Rows.Where(r => refArea is null || r.RefArea == refArea).OrderBy(r => r.Anomaly is null).Take(take)]);

    public Task<IReadOnlyList<CountryDifference>> DifferenceByCountry(string vintage, string before, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CountryDifference>>([.. Rows.GroupBy(r => (r.SourceId, r.RefArea)).Select(g => new CountryDifference(
            g.Key.SourceId, g.Key.RefArea, $"{g.Key.RefArea} in English", $"{g.Key.RefArea} en français", $"{g.Key.RefArea} en español",
            g.LongCount(r => r.Change == "added"), g.LongCount(r => r.Change == "changed"), g.LongCount(r => r.Change == "withdrawn"), g.LongCount(r => r.Anomaly is not null)))
            .OrderByDescending(c => c.Added + c.Changed + c.Withdrawn).ThenByDescending(c => c.Anomalies)]);
}
