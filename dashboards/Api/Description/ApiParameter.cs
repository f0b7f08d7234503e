using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Api.Description;

/// <summary>A parameter as the API's description tells it.</summary>
/// <param name="Values">All it may be; null where there is no short list.</param>
internal sealed record ApiParameter(string Name, string Meaning, string Example, IReadOnlyList<string>? Values = null, bool IsRequired = false, bool IsInPath = false)
{
    public static readonly ApiParameter Indicator = new(ObservationsQuestion.IndicatorName, "Id of an indicator; /api/v1/indicators lists them. Left out: coverage.", "coverage");
    public static readonly ApiParameter Country = new(Urls.Country, "ISO 3166 codes of countries, or codes of groups, between ~ or commas. Left out: all.", "KEN~SEN");
    public static readonly ApiParameter Contingency = new(Urls.Contingency, "Branch of social protection. Left out: all.", "OLDAGE");
    public static readonly ApiParameter Sex = new(Urls.Sex, "T all, F women, M men. Left out: all three.", "F", [.. Urls.Sexes.Select(sex => sex.InUrl)]);
    public static readonly ApiParameter Time = new(Urls.Time, "A year, a range such as 2015..2023, or latest for the newest value of each series. Left out: every year.", "2015..2023");
    public static readonly ApiParameter Release = new(Urls.Release, "Of coverage, coverage_gap and people_uncovered: a release of a source. Left out: the default one.", "unsd_sdg@2024-02-17");
    public static readonly ApiParameter Limit = new(ApiParameters.Limit, $"How many rows. Left out: {ApiParameters.DefaultLimit}.", "100") { Least = 1, Most = ApiParameters.MostLimit };
    public static readonly ApiParameter Offset = new(ApiParameters.Offset, "How many rows come before them. The Link header gives the address of the next page.", "100") { Least = 0, Most = int.MaxValue };
    public static readonly ApiParameter Lang = new(Urls.Lang, "Language of names and notes.", "fr", ["en", "fr", "es"]);
    public static readonly ApiParameter Change = new(RevisionsQuestion.ChangeName, "What happened to the figure. Left out: anything.", "changed", RevisionsQuestion.Changes);
    public static readonly ApiParameter Csv = new(ExportAsked.CsvName, "plain for programs (UTF-8, commas), excel for a spreadsheet program of the language.", "excel", ["plain", "excel"]);

    /// <summary>Its example is the edition that is published: the document is made when it is asked for.</summary>
    public static readonly ApiParameter Vintage = new(Urls.Vintage, "Day of an edition that is kept: the answer never changes. Left out: the current one.", "");

    /// <summary>Of a whole number; null for text.</summary>
    public int? Least { get; init; }

    /// <summary>Likewise; null for as large as it likes.</summary>
    public int? Most { get; init; }
}
