using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Compare;

/// <summary>What the comparison reads besides coverage and values.</summary>
internal static class CompareQuery
{
    /// <summary>Groups whose members are known, in the order of their codes.</summary>
    public static IReadOnlyList<string> Groups(WarehouseSession session) =>
        session.Query<string>("select distinct group_code from indicators.aggregate_group order by group_code");

    /// <summary>The members of a group in the newest year its list is for.</summary>
    public static IReadOnlyList<string> Members(WarehouseSession session, string group) => session.Query<string>(
        """
        select distinct iso3
        from indicators.aggregate_group
        where group_code = $group
        qualify time_period = max(time_period) over ()
        order by iso3
        """,
        new { group });

    /// <summary>The lists a country is in that can be compared in one click: its income group and its region.</summary>
    public static IReadOnlyList<string> GroupsOf(WarehouseSession session, string area) => session.Query<string>(
        """
        select distinct g.group_code
        from indicators.aggregate_group as g
        join indicators.ref_area as a on a.ref_area = g.iso3
        left join indicators.income_group as i on i.ref_area = g.iso3
        where g.iso3 = $area and g.group_code in (a.sdg_region, i.income_group)
        order by g.group_code
        """,
        new { area });

    /// <summary>The peers of a country by a rule, nearest first.</summary>
    public static IReadOnlyList<string> Peers(WarehouseSession session, string area, string rule) => session.Query<string>(
        "select peer from indicators.peer where ref_area = $area and rule_id = $rule order by place, peer", new { area, rule });

    /// <summary>Our own means of groups, newest, for groups of which the release publishes no figure.</summary>
    public static IReadOnlyList<GroupMean> Means(WarehouseSession session, IReadOnlyList<string> areas) => session.Query<GroupMean>(
        """
        select ref_area as RefArea, contingency as Contingency, sex as Sex, time_period as TimePeriod, coverage as Coverage, flags as Flags,
            countries_with_value as Countries, source_id as SourceId, vintage as Vintage
        from indicators.aggregate
        where list_contains(string_split($areas, '~'), ref_area) and coverage is not null
        qualify row_number() over (partition by ref_area, contingency, sex order by time_period desc) = 1
        """,
        new { areas = string.Join('~', areas) });

    /// <summary>The word for how any benefit moves towards 2030, by area.</summary>
    public static IReadOnlyDictionary<string, string> Statuses(WarehouseSession session, IReadOnlyList<string> areas, Language language) => session.Query<(string Area, string Name)>(
        """
        select ref_area, case $lang when 'fr' then name_fr when 'es' then name_es else name_en end
        from indicators.progress
        where contingency = 'TOTAL' and list_contains(string_split($areas, '~'), ref_area)
        """,
        new { areas = string.Join('~', areas), lang = language.Code }).ToDictionary(status => status.Area, status => status.Name);
}

/// <summary>A mean of a group's countries, weighted by the persons concerned: our own figure.</summary>
/// <param name="Countries">With a value.</param>
public sealed record GroupMean(
    string RefArea, string Contingency, string Sex, short TimePeriod, double Coverage, string Flags, long Countries, string SourceId, string Vintage);
