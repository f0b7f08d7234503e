using SpIndicators.Core.Provenance;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.App.Exporting;

/// <summary>What lies in the folder of a whole export, for whoever is handed it.</summary>
internal static class BatchReadme
{
    public static string FileOf(Language language) => $"readme-{language.Code}.txt";

    /// <param name="folder">Finished: of what is not in it there is nothing.</param>
    public static string Text(Language language, PublishedVintage vintage, string folder)
    {
        var t = Texts.In(language);
        var countries = Directory.EnumerateDirectories(Path.Combine(folder, WholeExport.Countries)).Where(country => !Has(country, $"*-{language.Code}-{vintage}.zip"))
            .Select(country => Path.GetFileName(country)).Order(StringComparer.Ordinal).ToList();
        List<string> paragraphs =
        [
            t["batch.title", t.Format.Vintage(vintage.ToString())], t["batch.countries"], t["batch.data"], t["batch.metadata"], t["batch.file", vintage.ToString()],
            t["export.processing"], t["export.readme.missing"], t["export.readme.text"],
        ];
        if (!Has(Path.Combine(folder, WholeExport.Data), $"*-{language.Code}-{vintage}.xlsx"))
        {
            paragraphs.Add(t["batch.toolong"]);
        }

        if (countries.Count > 0)
        {
            paragraphs.Add(t["batch.none", string.Join(", ", countries)]);
        }

        return string.Join("\n\n", paragraphs) + "\n";
    }

    private static bool Has(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Any();
}
