using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Values;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Revisions;

/// <summary>
/// Revisions as an Atom feed (RFC 4287): an entry for each release of any source that touched the countries or the indicator
/// asked for. An entry's id is made of what it tells, so it stays whatever is published here; its date is the release's.
/// </summary>
internal static class RevisionsFeed
{
    private const string ContentType = "application/atom+xml; charset=utf-8";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Urls.RevisionsFeedPath, Answer).WithMetadata(new FollowsAttribute(Urls.Country), new FeedParametersAttribute());

    private static IResult Answer(HttpContext context, PublishedWarehouse warehouse, Vocabularies vocabularies, ReadKey keys, ExportOptions options)
    {
        using var view = PageView.TryRead(context.Request, warehouse, vocabularies);
        if (view is null)
        {
            return Results.Problem(title: Texts.In(new ViewStateReader(context.Request.Query).ReadLanguage())["revisions.feed.nothing"], statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (view.Ignored is [var slip, ..])
        {
            return Results.Problem(
                title: view.T["revisions.feed.refused"], detail: $"{slip.Name}={slip.Value} {view.T[slip.Reason, slip.Bound]}", statusCode: StatusCodes.Status400BadRequest);
        }

        context.Response.Headers.CacheControl = "no-cache";
        var tag = EntityTagHeaderValue.Parse(ReadKey.ETagOf(keys.OfApi(context, view.Session.Vintage)));
        return Results.Bytes(Write(context.Request, view, options), ContentType, entityTag: tag);
    }

    private static byte[] Write(HttpRequest request, PageView view, ExportOptions options)
    {
        var areas = view.State.Countries;
        var own = view.Own<FeedState>();
        var words = new RevisionWords(view);
        var rows = areas.Count == 0 && own.Indicator is null ? null : SeriesRevisions.Rows(view.Session, areas, own.Indicator);
        var home = options.OriginOf(request);
        var asked = ViewState.Default with { Countries = areas, Language = view.State.Language };
        var page = home + (own.Indicator is { } id ? Urls.Data(id, ViewState.Default with { Language = view.State.Language }) : Urls.Of(Urls.RevisionsPath, asked));
        var built = view.Session.Query<DateTime>("select built_at from meta.build")[0];
        // Of a feed without an indicator as it always was: readers know entries by their ids.
        string?[] identity = own.Indicator is null ? [areas.ToString(), view.State.Language.Code] : [areas.ToString(), view.State.Language.Code, own.Indicator];
        var feed = new XElement(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", view.State.Language.Code),
            new XElement(Atom + "id", IdOf(["feed", .. identity])),
            new XElement(Atom + "title", TitleOf(view, words, own.Indicator)),
            new XElement(Atom + "updated", Stamp(built)),
            new XElement(Atom + "author", new XElement(Atom + "name", view.T["site.name"])),
            Link("self", home + Urls.Of(Urls.RevisionsFeedPath, asked, own), "application/atom+xml"),
            Link("alternate", page, "text/html"),
            from count in SeriesRevisions.Counts(view.Session, areas, own.Indicator)
            select new XElement(Atom + "entry",
                new XElement(Atom + "id", IdOf(["entry", .. identity, count.Key.ToString()])),
                new XElement(Atom + "title", words.Release(count)),
                new XElement(Atom + "updated", Stamp(count.ReleasedOn.ToDateTime(TimeOnly.MinValue))),
                Link("alternate", page, "text/html"),
                new XElement(Atom + "summary", words.Sum(count)),
                rows is null ? null : new XElement(Atom + "content", new XAttribute("type", "text"), string.Join('\n', Lines(view, words, count, rows[count.Key])))));
        foreach (var text in feed.DescendantNodes().OfType<XText>())
        {
            text.Value = XmlLetters.Of(text.Value);
        }

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.Entitize }))
        {
            feed.Save(xml);
        }

        return bytes.ToArray();
    }

    private static string TitleOf(PageView view, RevisionWords words, string? indicator)
    {
        var about = view.State.Countries.Select(words.Area);
        if (indicator is not null && IndicatorCard.Find(view.Session, view.State.Language, indicator) is { } card)
        {
            about = about.Prepend(card.Title);
        }

        return about.ToList() is { Count: > 0 } named ? view.T["revisions.title.of", string.Join(", ", named)] : view.T["revisions.feed.all"];
    }

    /// <summary>What is left out is said.</summary>
    private static IEnumerable<string> Lines(PageView view, RevisionWords words, CountryRevisions.Count count, IEnumerable<SeriesRevisions.Row> rows) =>
        rows.Select(words.Line).Concat(count.All > SeriesRevisions.MostLines ? [view.T["revisions.rest", view.Format.Whole(count.All - SeriesRevisions.MostLines)]] : []);

    private static XElement Link(string relation, string address, string type) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    private static string Stamp(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A UUID made of the words alone (version 8, RFC 9562).</summary>
    private static string IdOf(params ReadOnlySpan<string?> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }
}
