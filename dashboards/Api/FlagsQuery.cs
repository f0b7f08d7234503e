using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api;

/// <summary>The list of flags in words.</summary>
internal static class FlagsQuery
{
    public static IReadOnlyDictionary<string, string> Run(WarehouseSession session, Language language) =>
        session.Query<(string Flag, string Words)>(
            "select flag, case $lang when 'fr' then name_fr when 'es' then name_es else name_en end from reference.flag order by flag",
            new { lang = language.Code }).ToDictionary(f => f.Flag, f => f.Words);
}
