using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>
/// The words inside the names of reference populations, which the warehouse has in English only:
/// "SP.POP.TOTL × SP.DYN.CBRT.IN (live births)". Codes stay as they are.
/// </summary>
public static class PopulationWords
{
    private static readonly (string English, string Key)[] Known =
    [
        ("ages 0 to 14", "population.children"),
        ("ages 0-14", "population.children"),
        ("ages 65 and over", "population.old"),
        ("ages 65+", "population.old"),
        ("live births", "population.births"),
        ("labour force", "population.labour"),
        ("sum of the group's members", "population.members"),
    ];

    public static string In(Texts texts, string series) =>
        Known.Aggregate(series, (text, word) => text.Replace(word.English, texts[word.Key], StringComparison.Ordinal));
}
