using System.Text;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards;

/// <summary>
/// The only file that spells URLs: paths, names of parameters, and how a view is written as a query. Reading them back
/// is <see cref="ViewStateReader"/>'s.
/// </summary>
public static partial class Urls
{
    public const string OverviewPath = "/";

    /// <summary>The overview before an ending: <c>/overview.svg</c>.</summary>
    public const string OverviewName = "/overview";
    public const string IndicatorPath = "/indicator";
    public const string SourcesPath = "/sources";
    public const string RevisionsPath = "/revisions";
    public const string RevisionsFeedPath = "/revisions.atom";

    public const string ApiPrefix = "/api";
    public const string ApiIndicatorsPath = "/api/v1/indicators";
    public const string ApiObservationsPath = "/api/v1/observations";
    public const string ApiRevisionsPath = "/api/v1/revisions";
    public const string ApiExplainPath = "/api/v1/explain";
    public const string LivePath = "/healthz";
    public const string ReadyPath = "/readyz";

    public const string Country = "country";
    public const string Contingency = "contingency";
    public const string Sex = "sex";
    public const string Time = "time";
    public const string Measure = "measure";
    public const string MaxAge = "maxAge";
    public const string Release = "release";
    public const string Lang = "lang";
    public const string Vintage = "vintage";

    /// <summary>The codes of sex in the URL and in the data.</summary>
    public static readonly IReadOnlyList<(string InUrl, string InData)> Sexes = [("T", "_T"), ("F", "F"), ("M", "M")];

    public static string Overview(ViewState state) => Of(OverviewPath, state);

    public static string Indicator(ViewState state) => Of(IndicatorPath, state);

    /// <summary>With the language and a frozen vintage of the view: the page follows nothing else.</summary>
    public static string Sources(ViewState state) => Of(SourcesPath, Fresh(state));

    /// <summary>A path with the view as its query, and what the page is asked of its own; what is default is not written.</summary>
    public static string Of(string path, ViewState state, IPageState? own = null) => path + Query(state, own);

    /// <summary>"" or "?country=~KEN&amp;time=2020"; always the same text for the same view.</summary>
    public static string Query(ViewState state, IPageState? own = null)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Parameters(state, own))
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }

    /// <summary>The parameters that differ from the default, in the order they are written: for hidden fields of forms.</summary>
    public static IEnumerable<(string Name, string Value)> Parameters(ViewState state, IPageState? own = null)
    {
        foreach (var parameter in own?.Parameters() ?? [])
        {
            yield return parameter;
        }

        var standard = ViewState.Default;
        if (state.MembersOf is { } group)
        {
            yield return (Country, MembersOf + group + (state.Countries.Count > 0 ? "~" : "") + state.Countries);
        }
        else if (state.Countries.Count > 0)
        {
            // The sign stands before a single code too, so that every reader sees a list.
            yield return (Country, (state.Countries.Count == 1 ? "~" : "") + state.Countries);
        }

        if (state.Contingency != standard.Contingency)
        {
            yield return (Contingency, state.Contingency);
        }

        if (state.Sex != standard.Sex)
        {
            yield return (Sex, Sexes.First(sex => sex.InData == state.Sex).InUrl);
        }

        if (state.Time != standard.Time)
        {
            yield return (Time, state.Time.ToString());
        }

        if (state.Measure != standard.Measure)
        {
            yield return (Measure, NameOf(state.Measure));
        }

        if (state.MaxAge != standard.MaxAge)
        {
            yield return (MaxAge, state.MaxAge.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (state.Release is { } release)
        {
            yield return (Release, release.ToString());
        }

        if (state.Language != standard.Language)
        {
            yield return (Lang, state.Language.Code);
        }

        if (state.Vintage is { } vintage)
        {
            yield return (Vintage, vintage.ToString());
        }
    }

    public static string NameOf(Measure measure) => measure.ToString().ToLowerInvariant();
}
