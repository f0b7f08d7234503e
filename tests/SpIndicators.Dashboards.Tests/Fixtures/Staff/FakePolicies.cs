using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>Policies and the list of sources, in memory.</summary>
public sealed class FakePolicies : IPublishPolicies, IFetchableSources
{
    public Dictionary<string, PublishPolicy> Chosen { get; } = [];

    public Task<IReadOnlyDictionary<string, PublishPolicy>> All(CancellationToken cancellation) => Task.FromResult<IReadOnlyDictionary<string, PublishPolicy>>(Chosen);

    public Task Choose(string sourceId, PublishPolicy policy, CancellationToken cancellation)
    {
        Chosen[sourceId] = policy;
        return Task.CompletedTask;
    }

    public IReadOnlyList<FetchableSource> List() => [new("ilostat_sdg_0131", "SDG 1.3.1"), new("unsd_sdg", "Global SDG database"), new("worldbank_wdi", "WDI", IsUnverified: true)];
}
