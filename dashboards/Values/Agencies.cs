using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Values;

/// <summary>
/// The agency behind a source, short and in the reader's language: the catalogue names producers in English, and in full. A source
/// that is not listed is called as the catalogue calls it.
/// </summary>
internal static class Agencies
{
    private static readonly (string Start, string Key)[] ByStart =
    [
        ("ilostat", "source.ilo"), ("ilo_", "source.ilo"), ("unsd_", "source.unsd"), ("un_wpp", "source.undesa"),
        ("worldbank_wdi", "source.worldbank"), ("worldbank_", "agency.worldbank"), ("ids_", "agency.worldbank"),
        ("imf_", "agency.imf"), ("oecd_", "agency.oecd"), ("fossil_fuel", "agency.fuel"), ("cepal_", "agency.eclac"),
        ("unuwider_", "agency.wider"), ("national_figures", "source.national"),
    ];

    /// <param name="producers">As the catalogue names them, by source; a source that it does not know is our own calculation.</param>
    public static string NameOf(string sourceId, Texts texts, IReadOnlyDictionary<string, string> producers) =>
        KeyOf(sourceId) is { } key ? texts[key] : producers.GetValueOrDefault(sourceId) ?? texts["source.own"];

    /// <summary>The key of the texts; null for a source that is not listed.</summary>
    private static string? KeyOf(string sourceId) =>
        ByStart.FirstOrDefault(agency => sourceId.StartsWith(agency.Start, StringComparison.Ordinal)).Key;
}
