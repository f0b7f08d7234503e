using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.State;
using SpIndicators.Warehouse.Explaining;

namespace SpIndicators.Dashboards.Api;

/// <summary>The parameters of <c>/api/v1/explain</c>, checked against what the vintage knows.</summary>
internal static class ExplainQuestion
{
    public static (ExplainedKey? Key, ApiProblem? Problem) Read(IQueryCollection query, Vocabulary known)
    {
        var given = new ApiParameters(query);
        given.AllowOnly(ObservationsQuestion.IndicatorName, Urls.Country, Urls.Time, Urls.Sex, Urls.Contingency, Urls.Lang, Urls.Vintage);
        given.Require(ObservationsQuestion.IndicatorName, $"one of {string.Join(", ", known.Indicators)}");
        given.Require(Urls.Country, "the code of a country or group, such as KEN or X01");
        var key = new ExplainedKey(
            given.Code(ObservationsQuestion.IndicatorName, $"one of {string.Join(", ", known.Indicators)}", known.Indicator) ?? "",
            given.Code(Urls.Country, "the code of a country or group, such as KEN or X01", known.AreaCode) ?? "",
            given.One(
                Urls.Time,
                $"a year from {TimeSelection.FirstYear} to {TimeSelection.LastYear}, or latest",
                text => TimeSelection.Parse(text) is { HasValue: true, ValueOrDefault: { IsRange: false } time } ? Parsed.Value<TimeSelection?>(time) : default)?.Year,
            given.One(Urls.Sex, $"one of {string.Join(", ", Urls.Sexes.Select(s => s.InUrl))}", ViewStateReader.ReadSex),
            given.Code(Urls.Contingency, $"one of {string.Join(", ", known.Contingencies)}", known.Contingency));
        return given.Problem is { } problem ? (null, problem) : (key, null);
    }
}
