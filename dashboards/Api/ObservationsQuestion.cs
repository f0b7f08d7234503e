using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Api;

/// <summary>The parameters of <c>/api/v1/observations</c>, checked against what the vintage knows.</summary>
internal sealed record ObservationsQuestion
{
    internal const string IndicatorName = "indicator";

    /// <summary>What rows of an indicator are chosen by.</summary>
    internal static readonly IReadOnlyList<string> Filters = [Urls.Country, Urls.Contingency, Urls.Sex, Urls.Time, Urls.Release];

    public required string Indicator { get; init; }

    /// <summary>Empty for all.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    public required string? Contingency { get; init; }

    public required string? Sex { get; init; }

    /// <summary>Null for every year; <see cref="TimeSelection.Latest"/> for the newest value within the age limit.</summary>
    public required TimeSelection? Time { get; init; }

    /// <summary>Null for the default release.</summary>
    public required ReleaseKey? Release { get; init; }

    public required int Limit { get; init; }

    public required int Offset { get; init; }

    /// <summary>True when the rows are those of a release of coverage.</summary>
    public bool IsOfReleases => ValueKey.OfReleases.Contains(Indicator);

    public static (ObservationsQuestion? Question, ApiProblem? Problem) Read(IQueryCollection query, Vocabulary known)
    {
        var given = new ApiParameters(query);
        given.AllowOnly([IndicatorName, .. Filters, ApiParameters.Limit, ApiParameters.Offset, Urls.Lang, Urls.Vintage]);
        var indicator = given.Code(IndicatorName, $"one of {string.Join(", ", known.Indicators)}", known.Indicator) ?? ValueKey.OfReleases[0];
        return Of(given, known, indicator, given.PageLimit(), given.PageOffset());
    }

    /// <summary>The filters, for an indicator that is known already.</summary>
    internal static (ObservationsQuestion? Question, ApiProblem? Problem) Of(ApiParameters given, Vocabulary known, string indicator, int limit, int offset)
    {
        var question = new ObservationsQuestion
        {
            Indicator = indicator,
            Countries = given.Countries(known),
            Contingency = given.Contingency(known),
            Sex = given.Sex(),
            Time = given.One(
                Urls.Time,
                $"a year from {TimeSelection.FirstYear} to {TimeSelection.LastYear}, a range such as 2015..2023, or latest",
                text => TimeSelection.Parse(text) is { HasValue: true } time ? Parsed.Value<TimeSelection?>(time.ValueOrDefault) : default),
            Release = given.One(
                Urls.Release,
                $"one of {string.Join(", ", known.Releases)}",
                text => known.Release(text) is { } release ? Parsed.Value<ReleaseKey?>(release) : default),
            Limit = limit,
            Offset = offset,
        };
        if (question is { IsOfReleases: false, Release: not null })
        {
            given.Reject(Urls.Release, $"left out: only {string.Join(", ", ValueKey.OfReleases)} exist for each release", question.Release.ToString()!);
        }

        return given.Problem is { } problem ? (null, problem) : (question, null);
    }
}
