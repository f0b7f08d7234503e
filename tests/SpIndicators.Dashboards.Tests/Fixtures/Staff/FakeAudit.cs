using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>The audit log in memory.</summary>
public sealed class FakeAudit(TimeProvider time) : IAuditLog
{
    public List<AuditEntry> Entries { get; } = [];

    /// <summary>Actions written with a token that a dropped connection may cancel.</summary>
    public List<string> CanBeLost { get; } = [];

    public Task Write(string who, string action, string subject, string? details, CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            CanBeLost.Add(action);
        }

        Entries.Insert(0, new AuditEntry(time.GetUtcNow(), who, action, subject, details));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AuditEntry>> List(int skip, int take, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>([.. Entries.Skip(skip).Take(take)]);
}
