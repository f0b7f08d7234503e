using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>One of the nine contingencies in one country: for all, for women and for men, and which way it moves.</summary>
/// <param name="Row">For all persons; maternity: women. Null where nothing is published.</param>
/// <param name="Grade">Of the newest figure, A to D; null without one.</param>
public sealed record CountryContingency(
    Contingency Contingency, CoverageRow? Row, CoverageRow? Women, CoverageRow? Men, string? Grade, CountryProgress? Progress)
{
    private const string OfWomen = "MATERNITY";

    /// <summary>Women and men of the same year, which alone can be compared.</summary>
    public bool HasBothSexes => Women is not null && Men is not null && Women.TimePeriod == Men.TimePeriod && Contingency.Code != OfWomen;

    public static CountryContingency Of(
        Contingency contingency, IReadOnlyDictionary<(string Contingency, string Sex), CoverageRow> newest, IReadOnlyList<ValueRow> graded, CountryProgress? progress)
    {
        var sex = contingency.Code == OfWomen ? "F" : "_T";
        return new(
            contingency,
            newest.GetValueOrDefault((contingency.Code, sex)),
            newest.GetValueOrDefault((contingency.Code, "F")),
            newest.GetValueOrDefault((contingency.Code, "M")),
            graded.LastOrDefault(row => row.IndicatorId == "coverage" && row.Contingency == contingency.Code && row.Sex == sex)?.Confidence,
            progress);
    }
}
