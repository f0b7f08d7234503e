using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Users;

/// <summary>Who did what, when. The table itself refuses to change or lose a row.</summary>
internal sealed class AuditLog(OperationsStore store) : IAuditLog
{
    public Task Write(string who, string action, string subject, string? details, CancellationToken cancellation) =>
        store.Write($"The action '{action}' of {who}", session => session.Execute(
            "insert into audit (at, who, action, subject, details) values (@at, @who, @action, @subject, @details)",
            new { at = store.Time.Ticks(), who, action, subject, details }), cancellation);

    public async Task<IReadOnlyList<AuditEntry>> List(int skip, int take, CancellationToken cancellation)
    {
        var rows = await store.Read(session => session.Query<(long At, string Who, string Action, string Subject, string? Details)>(
            "select at, who, action, subject, details from audit order by id desc limit @take offset @skip", new { skip, take }), cancellation);
        return [.. rows.Select(row => new AuditEntry(Instant.Of(row.At), row.Who, row.Action, row.Subject, row.Details))];
    }
}
