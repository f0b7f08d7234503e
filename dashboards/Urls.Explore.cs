using SpIndicators.Dashboards.Pages.Explore;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards;

/// <summary>The address of the explorer and the names of its own parameters.</summary>
public static partial class Urls
{
    public const string ExplorePath = "/explore";

    public const string ExploreIndicator = "indicator";
    public const string ExploreTabName = "tab";

    /// <summary>The second indicator of a scatter.</summary>
    public const string ExploreAgainst = "against";

    /// <summary>How the second indicator's axis runs: linear or log.</summary>
    public const string ExploreScale = "xScale";

    /// <summary>What small multiples have a panel for.</summary>
    public const string ExploreFacetName = "facet";

    /// <summary>The order of a dumbbell's rows.</summary>
    public const string ExploreSort = "sort";

    /// <summary>The order of the table's rows.</summary>
    public const string ExploreTableOrder = "order";

    /// <summary>Any indicator, seen in any way: <c>Urls.Explore(view, new ExploreState { Indicator = "coverage" })</c>.</summary>
    public static string Explore(ViewState state, ExploreState? own = null) => Of(ExplorePath, state, own);
}
