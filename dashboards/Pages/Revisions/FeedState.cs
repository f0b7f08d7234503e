using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Revisions;

/// <summary>Whose revisions the feed tells.</summary>
/// <param name="Indicator">An id of the catalogue; null for every figure at hand.</param>
public sealed record FeedState(string? Indicator) : IPageState
{
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Indicator is not null)
        {
            yield return (Urls.ExploreIndicator, Indicator);
        }
    }
}

/// <summary>Reads <see cref="FeedState"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FeedParametersAttribute : PageParametersAttribute
{
    public override IPageState Read(ViewStateReader reader, Vocabulary known) => new FeedState(reader.Take(
        Urls.ExploreIndicator,
        text => known.Indicator(text) is { } id ? Parsed.Value<string?>(id) : Parsed.Invalid<string?>("ignored.explore.indicator")).Or(null));
}
