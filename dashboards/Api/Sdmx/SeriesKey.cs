using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>
/// Which series and years a data query asks for: the key with points (<c>A.KEN+SEN.coverage...</c>: between points codes
/// with + or commas, nothing or * for all), <c>c[REF_AREA]=KEN,SEN</c>, <c>startPeriod</c>, <c>endPeriod</c> and
/// <c>c[TIME_PERIOD]=ge:2015+le:2020</c>.
/// </summary>
/// <param name="Codes">Of each dimension, in their order; none: all.</param>
internal sealed record SeriesKey(IReadOnlyList<IReadOnlyList<string>> Codes, int First, int Last, SeriesShown Shown)
{
    public const string Start = "startPeriod";
    public const string End = "endPeriod";

    /// <summary>All that a data query may ask for beside its key.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        Start, End, .. Structure.Dimensions.Append(Structure.Time).Select(id => $"c[{id}]"),
        SeriesShown.FirstName, SeriesShown.LastName, .. SeriesShown.Choices.Select(choice => choice.Name), SdmxFormats.Name, Urls.Vintage,
    ];

    public static (SeriesKey? Key, ApiProblem? Problem) Read(string? key, IQueryCollection query)
    {
        var (shown, problem) = SeriesShown.Read(query);
        if (shown is null)
        {
            return (null, problem);
        }

        var dimensions = Structure.Dimensions;
        var codes = new IReadOnlyList<string>[dimensions.Count];
        var parts = key is null or "" or "all" or "*" ? [] : key.Split('.');
        if (parts.Length > codes.Length)
        {
            return (null, new("key", $"{codes.Length} parts between points: {string.Join('.', dimensions)}", key!));
        }

        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = i < parts.Length ? Split(parts[i]) : [];
        }

        var (first, last) = (0, 9999);
        foreach (var (name, values) in query)
        {
            var text = values.ToString();
            var year = name switch
            {
                Start => Bound("ge:" + text, ref first, ref last),
                End => Bound("le:" + text, ref first, ref last),
                $"c[{Structure.Time}]" => text.Split(['+', ' ', ','], StringSplitOptions.RemoveEmptyEntries).All(part => Bound(part, ref first, ref last)),
                _ => true,
            };
            if (!year)
            {
                return (null, new(name, "years such as 2015, or ge:2015+le:2020", text));
            }

            if (name.StartsWith("c[", StringComparison.Ordinal) && name != $"c[{Structure.Time}]")
            {
                var place = dimensions.ToList().IndexOf(name[2..].TrimEnd(']'));
                if (place < 0)
                {
                    return (null, new(name, $"one of c[{string.Join("], c[", dimensions)}], c[{Structure.Time}]", text));
                }

                codes[place] = Split(text);
            }
            else if (!Names.Contains(name))
            {
                return (null, new(name, $"one of the parameters {string.Join(", ", Names)}", text));
            }
        }

        return (new(codes, first, last, shown), null);
    }

    public Dictionary<string, object?> Bound()
    {
        var bound = new Dictionary<string, object?> { ["first_year"] = First, ["last_year"] = Last };
        for (var i = 0; i < Codes.Count; i++)
        {
            bound[$"key{i.ToString(CultureInfo.InvariantCulture)}"] = string.Join('+', Codes[i]);
        }

        return bound;
    }

    private static string[] Split(string text) => text is "*" ? [] : text.Split(['+', ' ', ','], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Months and quarters count as their year: the data are annual.</summary>
    private static bool Bound(string text, ref int first, ref int last)
    {
        var (sign, period) = text.Split(':', 2) is [var before, var after] ? (before, after) : ("eq", text);
        if (period.Length < 4 || !int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || (period.Length > 4 && period[4] != '-'))
        {
            return false;
        }

        switch (sign)
        {
            case "ge":
                first = year;
                return true;
            case "gt":
                first = year + 1;
                return true;
            case "le":
                last = year;
                return true;
            case "lt":
                last = year - 1;
                return true;
            case "eq":
                (first, last) = (year, year);
                return true;
            default:
                return false;
        }
    }
}
