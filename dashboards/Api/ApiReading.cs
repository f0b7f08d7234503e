using Microsoft.AspNetCore.Http;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api;

/// <summary>
/// What every question to the API has in common: the vintage it is answered from and the language of names. Bad
/// parameters are an error here; a program that made a slip must hear of it.
/// </summary>
public sealed class ApiReading : IDisposable
{
    private ApiReading(WarehouseSession? session, Language language, ApiProblem? problem) =>
        (Session, Language, Problem) = (session, language, problem);

    /// <summary>Null when <see cref="Problem"/> is not.</summary>
    public WarehouseSession? Session { get; }

    public Language Language { get; }

    public ApiProblem? Problem { get; }

    public static bool IsQuestion(HttpContext context) => QuestionOf(context) is not null;

    public static ApiReading Read(HttpRequest request, PublishedWarehouse warehouse, Vocabularies vocabularies)
    {
        var language = Language.English;
        if (request.Query[Urls.Lang] is { Count: > 0 } lang && !(lang.Count == 1 && Language.TryParse(lang[0], out language)))
        {
            return new(null, Language.English, new ApiProblem(Urls.Lang, "one of en, fr, es", lang.ToString()));
        }

        if (request.Query[Urls.Vintage] is not { Count: > 0 } asked)
        {
            return Checked(warehouse.TryOpen() ?? throw new PublishException("Nothing is published yet."), language!, request, vocabularies);
        }

        var frozen = PublishedVintage.TryParse(asked.ToString(), out var vintage) ? warehouse.TryOpen(vintage) : null;
        return frozen is null
            ? new(null, Language.English, new ApiProblem(Urls.Vintage, "a published vintage that is kept and was made by this version of the program, such as 2026-11-22", asked.ToString()))
            : Checked(frozen, language!, request, vocabularies);
    }

    public void Dispose() => Session?.Dispose();

    /// <summary>A question that cannot be answered has no session, and so no key and no ETag.</summary>
    private static ApiReading Checked(WarehouseSession session, Language language, HttpRequest request, Vocabularies vocabularies)
    {
        var problem = QuestionOf(request.HttpContext)?.ProblemOf(request, vocabularies.Of(session));
        if (problem is null)
        {
            return new(session, language, null);
        }

        session.Dispose();
        return new(null, language, problem);
    }

    private static ApiQuestion? QuestionOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ApiQuestion>();
}

/// <summary>Marks an endpoint as a question answered from the warehouse.</summary>
/// <param name="ProblemOf">What is wrong with its own parameters; null when nothing is.</param>
public sealed record ApiQuestion(Func<HttpRequest, Vocabulary, ApiProblem?> ProblemOf);
