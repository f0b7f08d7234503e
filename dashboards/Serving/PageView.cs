using Microsoft.AspNetCore.Http;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Exports;
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
    private readonly string ownQuery;

    private PageView(
        HttpRequest request, ViewState state, IPageState? own, IReadOnlyList<IgnoredParameter> ignored, WarehouseSession session, Vocabulary vocabulary, PublishedVintage? current)
    {
        (Path, State, OwnState, Session, Vocabulary, T) = (request.Path.Value ?? "/", state, own, session, vocabulary, WordsOf(request.HttpContext, state.Language));
        // What a personal page is asked besides the view is its own: which runs, where to go after signing in.
        var isPersonal = PersonalAttribute.IsOn(request.HttpContext.GetEndpoint());
        Ignored = isPersonal ? [] : ignored;
        ownQuery = isPersonal ? OwnQuery(request.Query, ignored) : "";
        Newer = state.Vintage is { } frozen && current > frozen ? current : null;
        NextUpdate = state.Vintage is null ? request.HttpContext.Features.Get<NextUpdate>()?.At : null;
    }

    /// <summary>The page's path, without the query.</summary>
    public string Path { get; }

    public ViewState State { get; }

    /// <summary>What goes along from page to page: the language and a frozen vintage; the rest of a view belongs to its page.</summary>
    public ViewState Carried => ViewState.Default with { Language = State.Language, Vintage = State.Vintage };

    /// <summary>The same view with its figures held fast: what is quoted, shared or printed.</summary>
    public ViewState Frozen => State with { Vintage = PublishedVintage.TryParse(Session.Vintage, out var vintage) ? vintage : State.Vintage };

    /// <summary>What a page marked with <see cref="PageParametersAttribute"/> was asked of its own; null on the others.</summary>
    public IPageState? OwnState { get; }

    /// <summary>Parts of the query that were not followed; the layout tells the reader.</summary>
    public IReadOnlyList<IgnoredParameter> Ignored { get; }

    public WarehouseSession Session { get; }

    public Vocabulary Vocabulary { get; }

    public Texts T { get; }

    /// <summary>The current vintage, where a frozen link shows an older one; null where there is none newer to see.</summary>
    public PublishedVintage? Newer { get; }

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
            var about = request.HttpContext.GetEndpoint()?.Metadata;
            var own = about?.GetMetadata<PageParametersAttribute>()?.Read(reader, vocabulary);
            var state = reader.Read(
                language, vintage, vocabulary, takesGroups: about?.GetMetadata<TakesGroupsAttribute>() is not null, follows: about?.GetMetadata<FollowsAttribute>());
            return new PageView(request, state, own, reader.Ignored, session, vocabulary, vintage is null ? null : warehouse.Current);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary><see cref="OwnState"/> as the page knows it.</summary>
    /// <exception cref="InvalidOperationException">The page is not marked, or for another state.</exception>
    public T Own<T>() where T : class, IPageState =>
        OwnState as T ?? throw new InvalidOperationException($"The page {Path} reads no {typeof(T).Name}: its [PageParameters] attribute is missing.");

    /// <summary>This page, seen otherwise: <c>View.Url(s =&gt; s with { Sex = "F" })</c>.</summary>
    public string Url(Func<ViewState, ViewState> change) => Url(change(State), OwnState);

    /// <summary>This page with another state of its own, and another view if one is given.</summary>
    public string Url(IPageState changed, ViewState? state = null) => Url(state ?? State, changed);

    /// <summary>The names and values of this page's address but for those of <paramref name="without"/>: the hidden fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Fields(params IReadOnlyCollection<string> without) =>
        Urls.Parameters(State, OwnState).Where(parameter => !without.Contains(parameter.Name));

    public void Dispose() => Session.Dispose();

    private static Texts WordsOf(HttpContext context, Language language) =>
        ExportRequests.AskedBy(context) is not null || AwayAttribute.IsOn(context.GetEndpoint()) ? Texts.Away(language) : Texts.In(language);

    private string Url(ViewState state, IPageState? changed)
    {
        var url = Urls.Of(Path, state, changed);
        return ownQuery.Length == 0 ? url : url + (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + ownQuery;
    }

    private static string OwnQuery(IQueryCollection query, IReadOnlyList<IgnoredParameter> ignored) => string.Join('&',
        from parameter in ignored
        where parameter.Reason == "ignored.unknown" && query.ContainsKey(parameter.Name)
        select $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(query[parameter.Name].ToString())}");
}
