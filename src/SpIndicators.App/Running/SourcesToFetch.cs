using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.App.Running;

/// <summary>The sources whose agency can be asked, with their titles, for the pages.</summary>
internal sealed class SourcesToFetch(FlowModels flow, SourceFetching fetching) : IFetchableSources
{
    public IReadOnlyList<FetchableSource> List() => [.. fetching.Fetchable.Select(id => new FetchableSource(id, flow.Sources[id].Title, flow.Sources[id].Fetch!.IsUnverified))];
}
