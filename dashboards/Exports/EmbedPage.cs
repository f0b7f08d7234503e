using System.Text.Encodings.Web;
using SpIndicators.Dashboards.Exports.Pictures;

namespace SpIndicators.Dashboards.Exports;

/// <summary>
/// The page that others show in theirs: the picture, as wide as it is given room, and the way to the figures. No script, no
/// cookie, nothing that tells us who reads.
/// </summary>
internal static class EmbedPage
{
    public static string Of(TakenChart taken, DrawnPicture drawn)
    {
        var html = HtmlEncoder.Default;
        var (t, language) = (taken.View.T, taken.View.State.Language.Code);
        var drawing = drawn.Svg[drawn.Svg.IndexOf("<svg", StringComparison.Ordinal)..];
        var link = taken.View.State.Vintage is null ? taken.NewestLink : taken.Permalink;
        var newer = taken.View.Newer is { } since
            ? $"\n<p>{html.Encode(t["frozen.newer", taken.View.Format.Vintage(since.ToString())])} <a href=\"{html.Encode(taken.NewestLink)}\" target=\"_blank\" rel=\"noopener\">{html.Encode(t["frozen.current"])}</a></p>"
            : "";
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{html.Encode(taken.Spec.Title)}</title>
            <link rel="stylesheet" href="/css/embed.css">
            </head>
            <body>
            {drawing}
            <p><a href="{html.Encode(link)}" target="_blank" rel="noopener">{html.Encode(t["embed.explore"])}</a></p>{newer}
            </body>
            </html>
            """;
    }
}
