using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Values;

/// <summary>The list of flags in words.</summary>
internal static class FlagsQuery
{
    public static IReadOnlyDictionary<string, string> Run(WarehouseSession session, Language language) =>
        session.List<(string Flag, string Words)>(
            "select flag, case $lang when 'fr' then name_fr when 'es' then name_es else name_en end from reference.flag order by flag",
            language.Code).ToDictionary(f => f.Flag, f => f.Words);
}
