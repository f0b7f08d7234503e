using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Api;

/// <summary>The parameters of <c>/api/v1/revisions</c>: what one release did to the figures of the release before it.</summary>
internal sealed record RevisionsQuestion
{
    internal const string ChangeName = "change";

    internal static readonly string[] Changes = ["added", "changed", "relabelled", "withdrawn"];

    public required ReleaseKey Release { get; init; }

    /// <summary>Null for every kind.</summary>
    public required string? Change { get; init; }

    /// <summary>Empty for all.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    public required string? Contingency { get; init; }

    public required string? Sex { get; init; }

    public required int Limit { get; init; }

    public required int Offset { get; init; }

    public static (RevisionsQuestion? Question, ApiProblem? Problem) Read(IQueryCollection query, Vocabulary known)
    {
        var given = new ApiParameters(query);
        given.AllowOnly(
            Urls.Release, ChangeName, Urls.Country, Urls.Contingency, Urls.Sex, ApiParameters.Limit, ApiParameters.Offset, Urls.Lang, Urls.Vintage);
        var releases = $"one of {string.Join(", ", known.Releases)}";
        given.Require(Urls.Release, releases);
        var question = new RevisionsQuestion
        {
            Release = given.One(Urls.Release, releases, text => known.Release(text) is { } release ? Parsed.Value(release) : default),
            Change = given.Code(ChangeName, $"one of {string.Join(", ", Changes)}", text => Changes.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase))),
            Countries = given.Countries(known),
            Contingency = given.Contingency(known),
            Sex = given.Sex(),
            Limit = given.PageLimit(),
            Offset = given.PageOffset(),
        };
        return given.Problem is { } problem ? (null, problem) : (question, null);
    }
}
