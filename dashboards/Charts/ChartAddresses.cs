using System.Text.Encodings.Web;
using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Charts;

/// <summary>The addresses at which one chart of a page is to be had: the page's own path and query, another ending.</summary>
public sealed class ChartAddresses
{
    private readonly string origin;
    private readonly string path;
    private readonly string query;
    private readonly string chart;
    private readonly string vintage;

    private ChartAddresses(string origin, string path, string query, string chart, string vintage) =>
        (this.origin, this.path, this.query, this.chart, this.vintage) = (origin, path, query, chart, vintage);

    /// <summary>Null on a page whose charts are not exported.</summary>
    /// <param name="page">Path and query of the page, as it understood them (<see cref="ChartWords.Page"/>).</param>
    /// <param name="origin">What stands before a path where others reach this installation.</param>
    /// <param name="chart">Id of the chart.</param>
    /// <param name="vintage">The published vintage that the page shows.</param>
    public static ChartAddresses? Of(string page, string origin, string chart, string vintage)
    {
        var (below, query) = page.Split('?', 2) is [var before, var after] ? (before, after) : (page, "");
        var path = below == Urls.OverviewPath ? Urls.OverviewName : below;
        return ExportPages.Have(path) ? new(origin.TrimEnd('/'), path, query, chart, vintage) : null;
    }

    /// <summary>The page itself, following new data.</summary>
    public string Newest => Page("");

    /// <summary>The page itself, with today's figures for good.</summary>
    public string Frozen => Page($"{Urls.Vintage}={vintage}");

    /// <summary>This chart in another format; of the vintage that the page shows.</summary>
    /// <param name="option">Of the export: <c>scale=2</c>.</param>
    public string Of(string ending, string? option = null) => path + ending + Query($"{Urls.Vintage}={vintage}", $"{ExportAsked.ChartName}={chart}", option ?? "");

    /// <summary>What is pasted into another page.</summary>
    /// <param name="isFrozen">Shows these figures for good instead of following new data.</param>
    public string Embed(string title, bool isFrozen)
    {
        var address = origin + path + ExportFormat.Embed.Ending + Query(isFrozen ? $"{Urls.Vintage}={vintage}" : "", $"{ExportAsked.ChartName}={chart}");
        var html = HtmlEncoder.Default;
        return $"<iframe src=\"{html.Encode(address)}\" title=\"{html.Encode(title)}\" loading=\"lazy\" style=\"width:100%;height:600px;border:0\" allow=\"web-share; clipboard-write\"></iframe>";
    }

    private string Page(string more) => origin + (path == Urls.OverviewName ? Urls.OverviewPath : path) + Query(more);

    private string Query(params ReadOnlySpan<string> more)
    {
        var all = string.Join('&', new[] { query }.Concat(more.ToArray()).Where(part => part.Length > 0));
        return all.Length == 0 ? "" : "?" + all;
    }
}
