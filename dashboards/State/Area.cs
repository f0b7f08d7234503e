using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.State;

/// <summary>A country or territory, a group of countries, or the world, with its name in each language.</summary>
/// <param name="HasCoverage">Some release holds a coverage value of it.</param>
public sealed record Area(string RefArea, string Kind, string NameEn, string NameFr, string NameEs, bool HasCoverage)
{
    public bool IsCountry => Kind == "country";

    public string NameIn(Language language) => language.Pick(NameEn, NameFr, NameEs);
}
