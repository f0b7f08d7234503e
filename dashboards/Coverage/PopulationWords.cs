using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>
/// The words for reference populations, which the warehouse names by the codes they are made of, at most with a word in
/// English: "SP.POP.TOTL × SP.DYN.CBRT.IN (live births)". Codes stay as they are.
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

    /// <summary>Names that are codes only.</summary>
    private static readonly Dictionary<string, string> OfCodes = new(StringComparer.Ordinal)
    {
        ["SP.POP.TOTL"] = "population.all",
        ["SP.POP.TOTL × SP.POP.TOTL.FE.ZS"] = "population.all.women",
        ["SP.POP.TOTL × (100 − SP.POP.TOTL.FE.ZS)"] = "population.all.men",
        ["SP.POP.TOTL × SI.POV.NAHC"] = "population.poor",
        ["SL.TLF.TOTL.IN × SL.TLF.TOTL.FE.ZS"] = "population.labour.women",
        ["SL.TLF.TOTL.IN × (100 − SL.TLF.TOTL.FE.ZS)"] = "population.labour.men",
        ["SL.TLF.TOTL.IN × SL.UEM.TOTL.ZS"] = "population.unemployed",
        ["SL.TLF.TOTL.IN × SL.TLF.TOTL.FE.ZS × SL.UEM.TOTL.FE.ZS"] = "population.unemployed.women",
        ["SL.TLF.TOTL.IN × (100 − SL.TLF.TOTL.FE.ZS) × SL.UEM.TOTL.MA.ZS"] = "population.unemployed.men",
    };

    public static string In(Texts texts, string series) => OfCodes.TryGetValue(series, out var key)
        ? $"{series} ({texts[key]})"
        : Known.Aggregate(series, (text, word) => text.Replace(word.English, texts[word.Key], StringComparison.Ordinal));

    /// <summary>Of a name with its source and release, "worldbank_wdi 2026-07: SP.POP.TOTL": what stands after the colon.</summary>
    public static string? OfDenominator(Texts texts, string? denominator) =>
        denominator?.Split(": ", 2) is [_, var series] ? In(texts, series) : null;
}
