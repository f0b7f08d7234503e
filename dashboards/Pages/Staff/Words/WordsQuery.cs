using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Staff.Words;

/// <summary>Names of code lists, indicators and sources that have no translation in the published file.</summary>
internal static class WordsQuery
{
    private static readonly string[] Lists =
        ["ref_area", "groups", "other_area", "contingency", "sex", "obs_status", "unit", "flag", "topic", "fiscal_option", "package_parameter", "fiscal_parameter", "peer_rule", "progress_status"];

    public static IReadOnlyList<List> Run(WarehouseSession session) => session.Query<List>(string.Join("\nunion all\n",
    [
        // A group or code without any name of ours is never shown by one.
        .. Lists.Select(list => Of(list, $"reference.{list}", "name_en", "name_fr", "name_es")),
        Of("indicator: title", "indicators.indicator", "title_en", "title_fr", "title_es"),
        Of("indicator: definition", "indicators.indicator", "definition_en", "definition_fr", "definition_es"),
        Of("indicator: caveats", "indicators.indicator", "caveats_en", "caveats_fr", "caveats_es"),
        Of("source", "indicators.source", "title", "title_fr", "title_es"),
    ]));

    private static string Of(string name, string relation, string en, string fr, string es) => $"""
        select '{name}' as Name, count(*) filter (where coalesce({en}, '') <> '') as Names,
            count(*) filter (where coalesce({en}, '') <> '' and coalesce({fr}, '') = '') as MissingFr,
            count(*) filter (where coalesce({en}, '') <> '' and coalesce({es}, '') = '') as MissingEs
        from {relation}
        """;

    internal sealed record List(string Name, long Names, long MissingFr, long MissingEs);
}
