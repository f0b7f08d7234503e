using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Charts;

/// <summary>Charts as they stand on a page, read as a browser reads them.</summary>
internal static class Drawn
{
    public static async Task<IHtmlDocument> Chart(ChartSpec spec, bool tableOpen = false) => await Html.Parse(await Markup(spec, tableOpen));

    public static async Task<string> Markup(ChartSpec spec, bool tableOpen = false)
    {
        await using var page = new ComponentPage<ChartFrame>();
        var document = await page.Render(
            (nameof(ChartFrame.Spec), spec), (nameof(ChartFrame.Columns), SomeCharts.Columns), (nameof(ChartFrame.TableOpen), tableOpen));
        return document.Body!.InnerHtml;
    }

    /// <summary>The shape of an area on a map.</summary>
    public static IElement? Area(this IHtmlDocument page, string iso3) => page.QuerySelector($".chart-drawing [data-area={iso3}]");

    /// <summary>What was drawn with a value: area and the number as it is written.</summary>
    public static IEnumerable<(string? Area, string? Value)> Values(this IHtmlDocument page) =>
        page.QuerySelectorAll(".chart-drawing [data-value]").Select(drawn => (drawn.GetAttribute("data-area"), drawn.GetAttribute("data-value")));
}
