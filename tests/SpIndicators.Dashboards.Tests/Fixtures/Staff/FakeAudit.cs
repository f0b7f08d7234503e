using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>The audit log in memory.</summary>
public sealed class FakeAudit(TimeProvider time) : IAuditLog
{
    public List<AuditEntry> Entries { get; } = [];

    public Task Write(string who, string action, string subject, string? details, CancellationToken cancellation)
    {
        Entries.Insert(0, new AuditEntry(time.GetUtcNow(), who, action, subject, details));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AuditEntry>> List(int skip, int take, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>([.. Entries.Skip(skip).Take(take)]);
}
