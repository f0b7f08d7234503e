using System.Net;
using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.App.Exporting;

/// <summary>
/// The files of <c>spi export all</c>: for each country its brief and what an SDG report of it needs, for the whole the
/// tables, what they mean, and the published file. All of one vintage, whatever is published meanwhile.
/// </summary>
internal static class WholeExport
{
    /// <summary>Folders of the tables and of a folder for each country.</summary>
    public const string Data = "data";
    public const string Countries = "countries";

    /// <summary>In the order in which they are made; names are those that the addresses give, below folders.</summary>
    public static IEnumerable<ExportPart> PartsOf(IReadOnlyList<string> countries, IReadOnlyList<Language> languages, PublishedVintage vintage)
    {
        // Programs read these; their codes are the same in every language.
        yield return Table(".sdmx.csv", Language.English, vintage);
        yield return new("metadata/sdmx-structure.json", Urls.ApiSdmxStructure + "&format=json");
        yield return new("metadata/sdmx-structure.xml", Urls.ApiSdmxStructure + "&format=xml");
        yield return new("metadata/openapi.json", Urls.ApiOpenApiPath);
        yield return new($"spindicators-{vintage}.duckdb", Urls.ApiBulk(vintage.ToString()));
        foreach (var language in languages)
        {
            yield return Table(".csv", language, vintage);
            yield return Table(".parquet", language, vintage);
            // More rows than a worksheet holds: the other files have them.
            yield return Table(".xlsx", language, vintage) with { NothingWhen = HttpStatusCode.UnprocessableEntity };
            foreach (var ending in new[] { "", ".csv", ".xlsx" })
            {
                yield return new($"metadata/indicators-{language.Code}{(ending.Length == 0 ? ".json" : ending)}", Of(Urls.ApiIndicatorsPath + ending, language, vintage));
            }
        }

        foreach (var country in countries)
        {
            foreach (var language in languages)
            {
                var view = ViewState.Default with { Language = language, Vintage = vintage };
                var folder = new DirectoryInfo(Path.Combine(Countries, country));
                yield return new(Path.Combine(Countries, country, CountryBriefs.FileOf(folder, country, language, vintage).Name), Urls.BriefDocument(view, country)) { Country = country, IsBrief = true };
                // Nobody has published a figure of the indicator for it: there is nothing to report.
                yield return new(Path.Combine(Countries, country, $"sdg-1-3-1-{country}-{language.Code}-{vintage}.zip"), Urls.ReportPack(view, country)) { Country = country, NothingWhen = HttpStatusCode.NotFound };
            }
        }
    }

    private static ExportPart Table(string ending, Language language, PublishedVintage vintage) =>
        new($"{Data}/spindicators-{(ending == ".sdmx.csv" ? "" : language.Code + "-")}{vintage}{ending}", Of(Urls.ApiData(Urls.AllIndicators, ending), language, vintage));

    private static string Of(string path, Language language, PublishedVintage vintage) => $"{path}?lang={language.Code}&vintage={vintage}";
}

/// <summary>One file of a whole export.</summary>
/// <param name="File">Below the folder of the export.</param>
/// <param name="Address">Of the server that gives it.</param>
internal sealed record ExportPart(string File, string Address)
{
    /// <summary>Null for what is of no country.</summary>
    public string? Country { get; init; }

    public bool IsBrief { get; init; }

    /// <summary>An answer that says there is nothing to make, which is no failure.</summary>
    public HttpStatusCode? NothingWhen { get; init; }
}
