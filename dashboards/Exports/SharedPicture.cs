using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Pages.Explore;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports;

/// <summary>What a link to a page looks like where it is shared.</summary>
/// <param name="Title">Of the chart.</param>
/// <param name="Description">What it says, in words.</param>
/// <param name="Address">Path and query of the picture; null where there is nothing to draw.</param>
public sealed record SharedPicture(string Title, string Description, string? Address)
{
    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string Alt { get; init; } = Description;

    /// <summary>The address of a picture to be shared: of a chart of a page, of the vintage of the view.</summary>
    /// <param name="chart">Null: the first of the page.</param>
    public static string Of(string page, ViewState frozen, IPageState? own, string? chart = null)
    {
        var address = Urls.Of(page + ExportFormat.Png.Ending, frozen, own);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{(chart is null ? "" : $"{ExportAsked.ChartName}={chart}&")}{ExportAsked.SizeName}={PictureSize.Social.Name}";
    }

    /// <summary>Of an indicator: the explorer's map; null where no country has a value.</summary>
    public static SharedPicture? Of(PageView view, IndicatorCard card, IReadOnlyList<ValueShape> shapes) =>
        ExploreSubject.Choose(shapes, ViewState.Default.Contingency, ViewState.Default.Sex) is { Countries: > 0 }
            ? new(card.Title, card.Definition, Of(Urls.ExplorePath, view.Carried with { Vintage = view.Frozen.Vintage }, ExploreState.Default with { Indicator = card.IndicatorId }))
            : null;
}
