using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Explore;

/// <summary>How the explorer shows its indicator.</summary>
public enum ExploreTab
{
    /// <summary>Countries coloured by class, one year.</summary>
    Map,

    /// <summary>Countries in order, one year.</summary>
    Ranking,

    /// <summary>Chosen areas over the years.</summary>
    Line,

    /// <summary>Each country in two years.</summary>
    Dumbbell,

    /// <summary>Each country's value against another indicator's.</summary>
    Scatter,

    /// <summary>A small line chart for each area, sex or contingency.</summary>
    Multiples,

    /// <summary>All values of one year.</summary>
    Table,
}

/// <summary>What small multiples have a panel for.</summary>
public enum ExploreFacet
{
    /// <summary>An area.</summary>
    Country,

    /// <summary>All, women, men.</summary>
    Sex,

    /// <summary>A contingency.</summary>
    Contingency,
}

/// <summary>The order of a dumbbell's rows.</summary>
public enum ExploreOrder
{
    /// <summary>By the change, the worst first.</summary>
    Change,

    /// <summary>By the later value, the worst first.</summary>
    Later,
}

/// <summary>What the explorer is asked besides the common view.</summary>
public sealed record ExploreState : IPageState
{
    public static ExploreState Default { get; } = new();

    public string Indicator { get; init; } = "coverage_gap";

    public ExploreTab Tab { get; init; }

    /// <summary>Second indicator of a scatter; null for the one we would take.</summary>
    public string? Against { get; init; }

    /// <summary>The second indicator's axis counts in powers of ten.</summary>
    public bool IsLog { get; init; }

    public ExploreFacet Facet { get; init; }

    public ExploreOrder Order { get; init; }

    public TableOrder Rows { get; init; }

    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Indicator != Default.Indicator)
        {
            yield return (Urls.ExploreIndicator, Indicator);
        }

        if (Tab != Default.Tab)
        {
            yield return (Urls.ExploreTabName, NameOf(Tab));
        }

        if (Against is { } against)
        {
            yield return (Urls.ExploreAgainst, against);
        }

        if (IsLog)
        {
            yield return (Urls.ExploreScale, "log");
        }

        if (Facet != Default.Facet)
        {
            yield return (Urls.ExploreFacetName, NameOf(Facet));
        }

        if (Order != Default.Order)
        {
            yield return (Urls.ExploreSort, NameOf(Order));
        }

        if (Rows != Default.Rows)
        {
            yield return (Urls.ExploreTableOrder, Rows.ToString());
        }
    }

    /// <summary>As the address spells it.</summary>
    public static string NameOf<T>(T choice) where T : struct, Enum => choice.ToString().ToLowerInvariant();
}
