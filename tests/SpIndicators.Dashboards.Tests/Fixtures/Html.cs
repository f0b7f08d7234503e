using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>Markup as a browser reads it.</summary>
internal static class Html
{
    public static Task<IHtmlDocument> Parse(string markup) => new HtmlParser().ParseDocumentAsync(markup);
}
