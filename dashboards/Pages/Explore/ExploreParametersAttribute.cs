using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>Reads <see cref="ExploreState"/> from an address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExploreParametersAttribute : PageParametersAttribute
{
    /// <inheritdoc />
    public override IPageState Read(ViewStateReader reader, Vocabulary known)
    {
        Parsed<string> Indicator(string text) => known.Indicator(text) is { } id ? Parsed.Value(id) : Parsed.Invalid<string>("ignored.explore.indicator");
        return new ExploreState
        {
            Indicator = reader.Take(Urls.ExploreIndicator, Indicator).Or(ExploreState.Default.Indicator),
            Tab = reader.Take(Urls.ExploreTabName, text => Choice<ExploreTab>(text, "ignored.explore.tab")).Or(default),
            Against = reader.Take(Urls.ExploreAgainst, Indicator) is { HasValue: true, ValueOrDefault: var against } ? against : null,
            IsLog = reader.Take(Urls.ExploreScale, ReadScale).Or(false),
            Facet = reader.Take(Urls.ExploreFacetName, text => Choice<ExploreFacet>(text, "ignored.explore.facet")).Or(default),
            Order = reader.Take(Urls.ExploreSort, text => Choice<ExploreOrder>(text, "ignored.explore.sort")).Or(default),
            Rows = reader.Take(Urls.ExploreTableOrder, TableOrder.Read).Or(default),
        };
    }

    private static Parsed<bool> ReadScale(string text) => text.ToLowerInvariant() switch
    {
        "log" => Parsed.Value(true),
        "linear" => Parsed.Value(false),
        _ => Parsed.Invalid<bool>("ignored.explore.scale"),
    };

    private static Parsed<T> Choice<T>(string text, string reason) where T : struct, Enum
    {
        // Enum.Parse would take "0" and "Map,Line" too.
        foreach (var choice in Enum.GetValues<T>())
        {
            if (string.Equals(ExploreState.NameOf(choice), text, StringComparison.OrdinalIgnoreCase))
            {
                return Parsed.Value(choice);
            }
        }

        return Parsed.Invalid<T>(reason);
    }
}
