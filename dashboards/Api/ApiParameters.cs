using System.Globalization;
using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Api;

/// <summary>Reads parameters one by one and remembers the first that is not as it should be.</summary>
internal sealed class ApiParameters(IQueryCollection query)
{
    public const int DefaultLimit = 1_000;
    public const int MostLimit = 10_000;

    internal const string Limit = "limit";
    internal const string Offset = "offset";

    public ApiProblem? Problem { get; private set; }

    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var key in query.Keys)
        {
            if (!names.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                Reject(key, $"one of the parameters {string.Join(", ", names!)}", query[key].ToString());
            }
        }
    }

    /// <summary>Default when the parameter is missing or, with a problem noted, when <paramref name="parse"/> finds no value.</summary>
    public T? One<T>(string name, string bound, Func<string, Parsed<T>> parse)
    {
        if (!query.TryGetValue(name, out var values))
        {
            return default;
        }

        var parsed = values is [{ Length: > 0 and <= ViewStateReader.LongestValue } text] ? parse(text) : default;
        if (!parsed.HasValue)
        {
            Reject(name, $"{bound}, given once", values.ToString());
        }

        return parsed.ValueOrDefault;
    }

    public string? Code(string name, string bound, Func<string, string?> known) =>
        One(name, bound, text => known(text) is { } code ? Parsed.Value(code) : default);

    public int Number(string name, int least, int most, int standard)
    {
        if (!query.ContainsKey(name))
        {
            return standard;
        }

        return One(name, $"a whole number from {least} to {most}", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? Parsed.Value(n) : default);
    }

    /// <summary>Codes between ~ (or + or commas), in any number of parameters, as <paramref name="known"/> spells them.</summary>
    public IReadOnlyList<string> Codes(string name, string bound, Func<string, string?> known)
    {
        var given = query[name].OfType<string>()
            .SelectMany(value => value.Split(['~', '+', ' ', ','], StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (given.Find(code => known(code) is null) is { } wrong)
        {
            Reject(name, bound, wrong);
        }
        else if (given.Count == 0 && query.ContainsKey(name))
        {
            Reject(name, bound, query[name].ToString());
        }

        return [.. given.Select(known).OfType<string>().Distinct()];
    }

    public IReadOnlyList<string> Countries(Vocabulary known) =>
        Codes(Urls.Country, "codes of countries or groups between ~, such as KEN~SEN or X01", known.AreaCode);

    public string? Contingency(Vocabulary known) => Code(Urls.Contingency, $"one of {string.Join(", ", known.Contingencies)}", known.Contingency);

    public string? Sex() => One(Urls.Sex, $"one of {string.Join(", ", Urls.Sexes.Select(s => s.InUrl))}", ViewStateReader.ReadSex);

    public int PageLimit() => Number(Limit, 1, MostLimit, DefaultLimit);

    public int PageOffset() => Number(Offset, 0, int.MaxValue, 0);

    /// <summary>Notes a problem when the parameter is missing.</summary>
    public void Require(string name, string bound)
    {
        if (!query.ContainsKey(name))
        {
            Reject(name, bound, "");
        }
    }

    /// <summary>Notes a problem, unless there is one already.</summary>
    public void Reject(string name, string bound, string received) => Problem ??= new ApiProblem(name, bound, received);
}
