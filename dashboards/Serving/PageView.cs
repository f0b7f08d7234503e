using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// What one request asks for and the one vintage it is answered from: a page and everything on it comes from here.
/// One lives as long as its request; interactive components do not have it, they get parameters.
/// </summary>
public sealed class PageView : IDisposable
{
    private readonly string own;

    private PageView(HttpRequest request, ViewState state, IReadOnlyList<IgnoredParameter> ignored, WarehouseSession session, Vocabulary vocabulary)
    {
        (Path, State, Session, Vocabulary, T) = (request.Path.Value ?? "/", state, session, vocabulary, Texts.In(state.Language));
        // What a personal page is asked besides the view is its own: which runs, where to go after signing in.
        var isPersonal = PersonalAttribute.IsOn(request.HttpContext.GetEndpoint());
        Ignored = isPersonal ? [] : ignored;
        own = isPersonal ? OwnQuery(request.Query, ignored) : "";
        NextUpdate = state.Vintage is null ? request.HttpContext.Features.Get<NextUpdate>()?.At : null;
    }

    /// <summary>The page's path, without the query.</summary>
    public string Path { get; }

    public ViewState State { get; }

    /// <summary>Parts of the query that were not followed; the layout tells the reader.</summary>
    public IReadOnlyList<IgnoredParameter> Ignored { get; }

    public WarehouseSession Session { get; }

    public Vocabulary Vocabulary { get; }

    public Texts T { get; }

    /// <summary>When figures are next asked for by a schedule; null when by none, and for a frozen vintage.</summary>
    public DateTimeOffset? NextUpdate { get; }

    public Formats Format => T.Format;

    /// <summary>Null while nothing is published.</summary>
    /// <exception cref="PublishException">The published file does not open.</exception>
    public static PageView? TryRead(HttpRequest request, PublishedWarehouse warehouse, Vocabularies vocabularies)
    {
        WarehouseSession? frozen = null;
        var reader = new ViewStateReader(request.Query);
        var language = reader.ReadLanguage();
        var vintage = reader.ReadVintage(asked => (frozen ??= warehouse.TryOpen(asked)) is not null);
        var session = frozen ?? warehouse.TryOpen();
        if (session is null)
        {
            return null;
        }

        try
        {
            var vocabulary = vocabularies.Of(session);
            var state = reader.Read(language, vintage, vocabulary);
            return new PageView(request, state, reader.Ignored, session, vocabulary);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>This page, seen otherwise: <c>View.Url(s =&gt; s with { Sex = "F" })</c>.</summary>
    public string Url(Func<ViewState, ViewState> change)
    {
        var url = Urls.Of(Path, change(State));
        return own.Length == 0 ? url : url + (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + own;
    }

    public void Dispose() => Session.Dispose();

    private static string OwnQuery(IQueryCollection query, IReadOnlyList<IgnoredParameter> ignored) => string.Join('&',
        from parameter in ignored
        where parameter.Reason == "ignored.unknown" && query.ContainsKey(parameter.Name)
        select $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(query[parameter.Name].ToString())}");
}
