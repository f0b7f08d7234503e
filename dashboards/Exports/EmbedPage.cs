using System.Text.Encodings.Web;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Exports;

/// <summary>
/// The page that others show in theirs: the picture, as wide as it is given room, and the way to the figures. No script, no
/// cookie, nothing that tells us who reads.
/// </summary>
internal static class EmbedPage
{
    /// <param name="pathBase">What stands before every path here: the style comes from the host that the frame asks.</param>
    public static string Of(TakenChart taken, DrawnPicture drawn, string pathBase)
    {
        var t = taken.View.T;
        var link = taken.View.State.Vintage is null ? taken.NewestLink : taken.Permalink;
        var drawing = drawn.Svg[drawn.Svg.IndexOf("<svg", StringComparison.Ordinal)..];
        return Page(taken.View, taken.Spec.Title, pathBase, drawing, Link(link, t["embed.explore"]), taken.View.Newer is { } since
            ? $"{HtmlEncoder.Default.Encode(t["frozen.newer", taken.View.Format.Vintage(since.ToString())])} {Link(taken.NewestLink, t["frozen.current"])}"
            : null);
    }

    /// <summary>What stands in the frame where there is no chart: a sentence for readers of somebody else's page, and the way to the figures of today.</summary>
    /// <param name="link">Where those are.</param>
    public static string Refusal(PageView view, string sentence, string link, string pathBase) =>
        Page(view, sentence, pathBase, $"<p class=\"refusal\">{HtmlEncoder.Default.Encode(sentence)}</p>", Link(link, view.T["embed.current"]), null);

    private static string Link(string address, string words) =>
        $"<a href=\"{HtmlEncoder.Default.Encode(address)}\" target=\"_blank\" rel=\"noopener\">{HtmlEncoder.Default.Encode(words)}</a>";

    private static string Page(PageView view, string title, string pathBase, string body, string link, string? newer)
    {
        var html = HtmlEncoder.Default;
        return $"""
            <!DOCTYPE html>
            <html lang="{view.State.Language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{html.Encode(title)}</title>
            <link rel="stylesheet" href="{html.Encode(pathBase)}/css/embed.css">
            </head>
            <body>
            <main>
            <h1>{html.Encode(title)}</h1>
            {body}
            <p>{link}</p>{(newer is null ? "" : $"\n<p>{newer}</p>")}
            </main>
            </body>
            </html>
            """;
    }
}
