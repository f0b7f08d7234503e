using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Methods;

/// <summary>Rules and parameters as the engine of this vintage read them: the page has no list of its own.</summary>
internal static class MethodsQuery
{
    /// <param name="list">One of <see cref="ParameterLists"/>.</param>
    public static IReadOnlyList<Parameter> Parameters(WarehouseSession session, string list, Language language) => session.Query<Parameter>(
        $"""
        select p.name_{Suffix(language)} as Name, p.value::double as Value, p.unit_measure as Unit, u.name_{Suffix(language)} as UnitName,
            {(list == "progress_rule" ? "null::boolean as IsVerified, null::varchar as Source" : "p.verified::boolean as IsVerified, p.source as Source")}
        from reference.{Known(list)} as p
        left join reference.unit as u on u.code = p.unit_measure
        order by p.parameter{(list == "progress_rule" ? "" : "_id")}
        """);

    public static IReadOnlyList<MethodRule> ProgressStatuses(WarehouseSession session, Language language) => session.Query<MethodRule>(
        $"select name_{Suffix(language)} as Name, rule_{Suffix(language)} as Text, null::varchar as Note from reference.progress_status order by code::integer desc");

    public static IReadOnlyList<MethodRule> Peers(WarehouseSession session, Language language) => session.Query<MethodRule>(
        $"select name_{Suffix(language)} as Name, rule_{Suffix(language)} as Text, minimum_peers as Note from reference.peer_rule order by rule_id");

    public static IReadOnlyList<MethodRule> FiscalOptions(WarehouseSession session, Language language) => session.Query<MethodRule>(
        $"select option_number || '. ' || name_{Suffix(language)} as Name, rule_{Suffix(language)} as Text, note_{Suffix(language)} as Note from reference.fiscal_option order by option_number::integer, option_id");

    /// <summary>Flags and the points each takes from a grade; no flag is A.</summary>
    public static IReadOnlyList<Flag> Flags(WarehouseSession session, Language language) => session.Query<Flag>(
        $"select name_{Suffix(language)} as Name, penalty::bigint as Points from reference.flag order by penalty::bigint, flag");

    public static readonly IReadOnlyList<string> ParameterLists = ["package_parameter", "fiscal_parameter", "progress_rule"];

    // Only names of our own lists and languages ever reach the text of a query.
    private static string Known(string list) => ParameterLists.Contains(list) ? list : throw new ArgumentOutOfRangeException(nameof(list), list, "No list of parameters.");

    private static string Suffix(Language language) => language.Pick("en", "fr", "es");

    /// <param name="IsVerified">Null where the list is a rule of ours and there is nothing to verify.</param>
    internal sealed record Parameter(string Name, double Value, string Unit, string? UnitName, bool? IsVerified, string? Source);

    internal sealed record Flag(string Name, long Points);
}
