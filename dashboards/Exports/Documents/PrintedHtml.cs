using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.FileProviders;
using SpIndicators.Dashboards.Exports.Browser;

namespace SpIndicators.Dashboards.Exports.Documents;

/// <summary>
/// The article of a rendered page as a document that stands alone: its style sheets inside, no script, nothing to be fetched.
/// </summary>
internal static class PrintedHtml
{
    private const string ArticleStart = "<article class=\"brief\"";
    private const string ArticleEnd = "</article>";

    /// <exception cref="ChromiumException">The page has no article or no title, or a style sheet is not there.</exception>
    public static string Of(string page, DocumentAttribute document, string language, string origin, IFileProvider files)
    {
        var styles = new StringBuilder();
        foreach (var name in document.StyleSheets)
        {
            styles.Append(TextOf(files.GetFileInfo(name), name)).Append('\n');
        }

        var article = Between(page, ArticleStart, ArticleEnd, "article").Replace(DocumentAttribute.OriginMark, HtmlEncoder.Default.Encode(origin), StringComparison.Ordinal);
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            {Between(page, "<title>", "</title>", "title")}
            <base href="{HtmlEncoder.Default.Encode(origin)}/">
            <style>{styles}</style>
            </head>
            <body>
            {article}
            </body>
            </html>
            """;
    }

    private static string Between(string page, string start, string end, string what)
    {
        var from = page.IndexOf(start, StringComparison.Ordinal);
        var to = from < 0 ? -1 : page.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? throw new ChromiumException($"The page has no {what} to print.") : page[from..(to + end.Length)];
    }

    private static string TextOf(IFileInfo file, string name)
    {
        if (!file.Exists)
        {
            throw new ChromiumException($"The style sheet {name} is not there.");
        }

        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }
}
