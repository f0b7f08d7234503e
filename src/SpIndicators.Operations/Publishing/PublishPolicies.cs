using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Publishing;

/// <summary>The policies that were chosen; a source without a row publishes by itself.</summary>
internal sealed class PublishPolicies(OperationsStore store) : IPublishPolicies
{
    public async Task<IReadOnlyDictionary<string, PublishPolicy>> All(CancellationToken cancellation)
    {
        var rows = await store.Read(session => session.Query<(string Source, string Policy)>("select source_id, policy from publish_policy"), cancellation);
        return rows.ToDictionary(row => row.Source, row => Enum.Parse<PublishPolicy>(row.Policy), StringComparer.Ordinal);
    }

    public Task Choose(string sourceId, PublishPolicy policy, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceId);
        return store.Write($"The publish policy of {sourceId}", session => session.Execute(
            """
            insert into publish_policy (source_id, policy) values (@sourceId, @policy)
            on conflict (source_id) do update set policy = excluded.policy
            """, new { sourceId, policy = $"{policy}" }), cancellation);
    }
}
