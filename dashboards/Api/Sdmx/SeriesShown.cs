using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>How much of a series a data message tells.</summary>
internal enum SeriesDetail
{
    Full,

    /// <summary>Values without attributes.</summary>
    DataOnly,

    /// <summary>The keys of the series alone: here every attribute is told at an observation, so none is left without them.</summary>
    KeysOnly,
}

/// <summary>
/// What a data query asks to be shown of the series it chooses. What the standard knows and is not made here is refused, never
/// passed over: a client that asked for less, or for another order, must not take what it gets for that.
/// </summary>
/// <param name="FirstN">Observations from the beginning of each series; null for all. With <paramref name="LastN"/>: both ends.</param>
internal sealed record SeriesShown(SeriesDetail Detail, int? FirstN, int? LastN)
{
    public const string DetailName = "detail";
    public const string FirstName = "firstNObservations";
    public const string LastName = "lastNObservations";

    /// <summary>Names of the standard, with what each may be here.</summary>
    public static readonly IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Choices =
    [
        (DetailName, ["full", "dataonly", "serieskeysonly", "nodata"]),
        ("dimensionAtObservation", [Structure.Time]),
        ("attributes", ["dsd", "all", "none"]),
        ("measures", ["all"]),
        ("includeHistory", ["false"]),
    ];

    /// <summary>Of the standard, and never here: when a figure came is told by its release, not by a clock.</summary>
    private static readonly string[] Never = ["updatedAfter", "asOf"];

    public static (SeriesShown? Shown, ApiProblem? Problem) Read(IQueryCollection query)
    {
        if (Array.Find(Never, query.ContainsKey) is { } never)
        {
            return (null, new(never, "left out; a whole edition is asked for by vintage=, a release by SOURCE_RELEASE", query[never].ToString()) { IsOurLack = true });
        }

        foreach (var (name, values) in Choices)
        {
            if (query.TryGetValue(name, out var given) && !(given is [{ } one] && values.Contains(one)))
            {
                return (null, new(name, $"one of {string.Join(", ", values)}", given.ToString()) { IsOurLack = name != DetailName });
            }
        }

        foreach (var name in new[] { FirstName, LastName })
        {
            if (query.ContainsKey(name) && NumberOf(query, name) is null)
            {
                return (null, new(name, "a whole number from 1", query[name].ToString()));
            }
        }

        var detail = query[DetailName].ToString() switch
        {
            "serieskeysonly" or "nodata" => SeriesDetail.KeysOnly,
            "dataonly" => SeriesDetail.DataOnly,
            _ => query["attributes"] == "none" ? SeriesDetail.DataOnly : SeriesDetail.Full,
        };
        return (new(detail, NumberOf(query, FirstName), NumberOf(query, LastName)), null);
    }

    private static int? NumberOf(IQueryCollection query, string name) =>
        int.TryParse(query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
