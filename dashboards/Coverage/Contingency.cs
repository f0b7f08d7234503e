using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Coverage;

/// <summary>One of the nine contingencies of SDG 1.3.1, in the three languages.</summary>
public sealed class Contingency
{
    public string Code { get; init; } = "";

    public string NameEn { get; init; } = "";

    public string NameFr { get; init; } = "";

    public string NameEs { get; init; } = "";

    public string ShortEn { get; init; } = "";

    public string ShortFr { get; init; } = "";

    public string ShortEs { get; init; } = "";

    public string DenominatorEn { get; init; } = "";

    public string DenominatorFr { get; init; } = "";

    public string DenominatorEs { get; init; } = "";

    /// <summary>For headings.</summary>
    public string NameIn(Language language) => language.Pick(NameEn, NameFr, NameEs);

    /// <summary>For selectors and tables.</summary>
    public string ShortIn(Language language) => language.Pick(ShortEn, ShortFr, ShortEs);

    /// <summary>Whose share the rate is.</summary>
    public string DenominatorIn(Language language) => language.Pick(DenominatorEn, DenominatorFr, DenominatorEs);
}
