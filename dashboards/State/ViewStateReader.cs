using System.Globalization;
using Microsoft.Extensions.Primitives;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.State;

/// <summary>
/// Reads a page's query. Each parameter is missing, has a value, or is invalid; what is invalid or unknown is left out
/// and listed, so that the page can say so. It never throws, whatever it is given.
/// </summary>
public sealed class ViewStateReader
{
    /// <summary>Longer values are not looked at.</summary>
    public const int LongestValue = 200;

    /// <summary>How much of an ignored value is repeated to the reader.</summary>
    private const int LongestQuote = 40;

    /// <summary>More slips than these are not listed one by one.</summary>
    private const int MostIgnored = 10;

    private readonly Dictionary<string, StringValues> query;
    private readonly List<IgnoredParameter> ignored = [];
    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);

    public ViewStateReader(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        this.query = query.GroupBy(q => q.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => new StringValues([.. g.SelectMany(q => q.Value.ToArray())]), StringComparer.OrdinalIgnoreCase);

    /// <summary>What was left out, in the order it was met.</summary>
    public IReadOnlyList<IgnoredParameter> Ignored => ignored;

    /// <summary>The language asked for; English when none is, or one the pages do not speak.</summary>
    public Language ReadLanguage() => Take(Urls.Lang, text =>
        Language.TryParse(text, out var language) ? Parsed.Value(language) : Parsed.Invalid<Language>("ignored.lang")).Or(Language.English);

    /// <summary>The frozen vintage asked for; null for the current one.</summary>
    /// <param name="isKept">Whether the warehouse of that vintage is still here.</param>
    public PublishedVintage? ReadVintage(Func<PublishedVintage, bool> isKept) => Take<PublishedVintage?>(Urls.Vintage, text =>
        !PublishedVintage.TryParse(text, out var vintage) ? Parsed.Invalid<PublishedVintage?>("ignored.vintage")
        : isKept(vintage) ? Parsed.Value<PublishedVintage?>(vintage)
        : Parsed.Invalid<PublishedVintage?>("ignored.vintage.gone")).Or(null);

    /// <summary>The whole view, within what a vintage knows.</summary>
    /// <param name="takesGroups">The page shows the members of a group (<see cref="TakesGroupsAttribute"/>).</param>
    /// <param name="follows">What the page follows; null for everything.</param>
    public ViewState Read(Language language, PublishedVintage? vintage, Vocabulary known, bool takesGroups = false, FollowsAttribute? follows = null)
    {
        var standard = ViewState.Default;
        var (countries, group) = ReadCountries(known, takesGroups);
        var state = new ViewState
        {
            Language = language,
            Vintage = vintage,
            Countries = countries,
            MembersOf = group,
            Contingency = Take(Urls.Contingency, text => known.Contingency(text) is { } code
                ? Parsed.Value(code) : Parsed.Invalid<string>("ignored.contingency")).Or(standard.Contingency),
            Sex = Take(Urls.Sex, ReadSex).Or(standard.Sex),
            Time = Take(Urls.Time, TimeSelection.Parse).Or(standard.Time),
            Measure = Take(Urls.Measure, ReadMeasure).Or(standard.Measure),
            MaxAge = Take(Urls.MaxAge, ReadMaxAge, Invariant(ViewState.OldestMaxAge)).Or(standard.MaxAge),
            Release = Take<ReleaseKey?>(Urls.Release, text => known.Release(text) is { } release
                ? Parsed.Value<ReleaseKey?>(release == known.StandardRelease ? null : release) : Parsed.Invalid<ReleaseKey?>("ignored.release")).Or(null),
        };
        foreach (var (name, values) in query.Where(q => !read.Contains(q.Key) && q.Key != Urls.Lang && q.Key != Urls.Vintage))
        {
            Ignore(name, values.ToString(), "ignored.unknown");
        }

        return follows is null ? state : Followed(state, follows);
    }

    /// <summary>What a page follows of a view; the rest is listed as it would stand in an address.</summary>
    private ViewState Followed(ViewState asked, FollowsAttribute follows)
    {
        var shown = follows.Of(asked);
        foreach (var (name, value) in Urls.Parameters(asked).Except(Urls.Parameters(shown)))
        {
            Ignore(name, value, "ignored.notfollowed");
        }

        return shown;
    }

    private (CountryList Countries, string? Group) ReadCountries(Vocabulary known, bool takesGroups)
    {
        read.Add(Urls.Country);
        var codes = new List<string>();
        string? group = null;
        foreach (var value in Values(Urls.Country))
        {
            if (value.Length > LongestValue)
            {
                Ignore(Urls.Country, value, "ignored.long", Invariant(LongestValue));
                continue;
            }

            // '+' in a query arrives as a space; a form without JavaScript sends one parameter a country.
            foreach (var given in value.Split(['~', '+', ' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (given.StartsWith(Urls.MembersOf, StringComparison.OrdinalIgnoreCase))
                {
                    group = ReadGroup(given, group, known, takesGroups) ?? group;
                }
                else if (known.AreaCode(given) is not { } code)
                {
                    Ignore(Urls.Country, given.ToUpperInvariant(), "ignored.country");
                }
                else if (!codes.Contains(code))
                {
                    codes.Add(code);
                }
            }
        }

        foreach (var code in codes.Skip(ViewState.MostCountries))
        {
            Ignore(Urls.Country, code, "ignored.country.many", Invariant(ViewState.MostCountries));
        }

        return (new CountryList(codes.Take(ViewState.MostCountries)), group);
    }

    /// <summary>The code of a group whose members are asked for; null for what is left out.</summary>
    private string? ReadGroup(string given, string? before, Vocabulary known, bool takesGroups)
    {
        var code = known.AreaCode(given[Urls.MembersOf.Length..]);
        var reason = code is null || known.Areas[code].IsCountry ? "ignored.group"
            : !takesGroups ? "ignored.group.page"
            : before is not null && before != code ? "ignored.group.many"
            : null;
        if (reason is not null)
        {
            Ignore(Urls.Country, given, reason);
        }

        return reason is null ? code : null;
    }

    /// <summary>The code of the data for one of the URL or of the data, in any case.</summary>
    internal static Parsed<string> ReadSex(string text)
    {
        bool Is(string code) => string.Equals(code, text, StringComparison.OrdinalIgnoreCase);
        var sex = Urls.Sexes.FirstOrDefault(s => Is(s.InUrl) || Is(s.InData));
        return sex.InData is null ? Parsed.Invalid<string>("ignored.sex") : Parsed.Value(sex.InData);
    }

    private static Parsed<Measure> ReadMeasure(string text)
    {
        foreach (var measure in Enum.GetValues<Measure>())
        {
            if (string.Equals(Urls.NameOf(measure), text, StringComparison.OrdinalIgnoreCase))
            {
                return Parsed.Value(measure);
            }
        }

        return Parsed.Invalid<Measure>("ignored.measure");
    }

    private static Parsed<int> ReadMaxAge(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 0 and <= ViewState.OldestMaxAge
            ? Parsed.Value(years)
            : Parsed.Invalid<int>("ignored.maxAge");

    /// <summary>Reads one parameter; what does not parse is listed with its reason (<paramref name="bound"/> is the reason's {0}).</summary>
    public Parsed<T> Take<T>(string name, Func<string, Parsed<T>> parse, string? bound = null)
    {
        read.Add(name);
        var values = Values(name);
        if (values.Count == 0)
        {
            return Parsed.Missing<T>();
        }

        foreach (var extra in values.Skip(1).Where(value => value != values[0]))
        {
            Ignore(name, extra, "ignored.twice");
        }

        if (values[0].Length > LongestValue)
        {
            Ignore(name, values[0], "ignored.long", Invariant(LongestValue));
            return Parsed.Missing<T>();
        }

        var parsed = parse(values[0]);
        if (parsed.Reason is { } reason)
        {
            Ignore(name, values[0], reason, bound);
        }

        return parsed;
    }

    /// <summary>All values of a parameter that a form may send several times; those that are too long are listed.</summary>
    public IReadOnlyList<string> TakeAll(string name)
    {
        read.Add(name);
        var values = Values(name);
        foreach (var value in values.Where(value => value.Length > LongestValue))
        {
            Ignore(name, value, "ignored.long", Invariant(LongestValue));
        }

        return [.. values.Where(value => value.Length <= LongestValue)];
    }

    /// <summary>An empty value, as a form sends it for "no choice", counts as missing.</summary>
    private List<string> Values(string name) =>
        query.TryGetValue(name, out var values) ? [.. values.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0)] : [];

    /// <summary>Lists a part of a value that is not followed.</summary>
    public void Ignore(string name, string value, string reason, string? bound = null)
    {
        if (ignored.Count < MostIgnored)
        {
            ignored.Add(new IgnoredParameter(Quote(name), Quote(value), reason, bound));
        }
    }

    /// <summary>Shortened, and without what would not print.</summary>
    private static string Quote(string text)
    {
        var printable = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\ufffd' : c));
        return printable.Length <= LongestQuote ? printable : string.Concat(printable.AsSpan(0, LongestQuote), "…");
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
