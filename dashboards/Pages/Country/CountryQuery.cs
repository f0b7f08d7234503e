using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Values;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>What the page of a country reads besides coverage, values and fiscal space.</summary>
internal static class CountryQuery
{
    public static CountryLists Lists(WarehouseSession session, string area) => session.List<CountryLists>(
        """
        select a.ref_area as RefArea, a.sdg_region as Region, i.income_group as IncomeGroup, i.income_year as IncomeYear,
            coalesce(a.is_ldc, false) as IsLdc, coalesce(a.is_lldc, false) as IsLldc, coalesce(a.is_sids, false) as IsSids
        from indicators.ref_area as a
        left join indicators.income_group as i on i.ref_area = a.ref_area
        """).Single(lists => lists.RefArea == area);

    public static IReadOnlyDictionary<string, CountryProgress> Progress(WarehouseSession session, string area, Language language) => session.List<CountryProgress>(
        """
        select ref_area as RefArea, contingency as Contingency, base_year as BaseYear, base as Base, latest_year as LatestYear, latest as Latest, pace as Pace, pace_needed as PaceNeeded,
            status as Status,
            case $lang when 'fr' then name_fr when 'es' then name_es else name_en end as Name,
            case $lang when 'fr' then rule_fr when 'es' then rule_es else rule_en end as Rule
        from indicators.progress
        """,
        language.Code).Where(progress => progress.RefArea == area).ToDictionary(progress => progress.Contingency);

    /// <summary>Places for any benefit, all persons: in the income group, the region and the world, where enough countries have a value.</summary>
    public static IReadOnlyList<CountryRank> Ranks(WarehouseSession session, string area) => session.Query<CountryRank>(
        """
        select set_code as SetCode, set_kind as SetKind, best_rank as Best, worst_rank as Worst, countries as Countries, time_period as TimePeriod
        from indicators.rank
        where ref_area = $area and contingency = 'TOTAL' and sex = '_T'
        order by set_kind
        """,
        new { area });

    /// <summary>The peers by a rule with their newest gap for any benefit; those without one too.</summary>
    public static IReadOnlyList<CountryPeer> Peers(WarehouseSession session, string area, string rule) => session.Query<CountryPeer>(
        """
        select p.peer as RefArea, p.place as Place, c.gap_pp as Gap, c.coverage as Coverage, c.people_uncovered as People, c.time_period::integer as TimePeriod,
            coalesce(c.flags, '') as Flags, c.source_id as SourceId, c.vintage as Vintage, c.series_code as SeriesCode
        from indicators.peer as p
        left join indicators.coverage as c
            on c.ref_area = p.peer and c.is_default and c.is_latest and c.contingency = 'TOTAL' and c.sex = '_T'
        where p.ref_area = $area and p.rule_id = $rule
        order by p.place
        """,
        new { area, rule });

    /// <summary>The rule in words, and the median of the peers where enough of them have a value.</summary>
    public static PeerRule Rule(WarehouseSession session, string area, string rule, Language language) => session.Query<PeerRule>(
        """
        select case $lang when 'fr' then r.name_fr when 'es' then r.name_es else r.name_en end as Name,
            case $lang when 'fr' then r.rule_fr when 'es' then r.rule_es else r.rule_en end as Rule,
            g.peer_median as MedianCoverage, g.peers_with_value as PeersWithValue
        from indicators.peer_rule as r
        left join indicators.peer_gap as g on g.rule_id = r.rule_id and g.ref_area = $area and g.contingency = 'TOTAL' and g.sex = '_T'
        where r.rule_id = $rule
        """,
        new { area, rule, lang = language.Code }).Single();

    public static IReadOnlyList<RatifiedConvention> Conventions(WarehouseSession session, string area, Language language) => [.. session.List<RatifiedConvention>(
        """
        select ref_area as RefArea, convention as Convention, case $lang when 'fr' then name_fr when 'es' then name_es else name_en end as Name,
            is_in_list as IsInList, ratified_on as RatifiedOn, ratified_year as RatifiedYear, coalesce(is_verified, false) as IsVerified,
            as_of as AsOf, is_list_complete as IsListComplete, list_basis as ListBasis
        from indicators.convention
        order by convention
        """,
        language.Code).Where(ratified => ratified.RefArea == area)];

    /// <summary>The Parts of Convention No. 102 that a coverage series says something about.</summary>
    public static IReadOnlyList<ConventionPart> Parts(WarehouseSession session, string area, Language language) => [.. session.List<ConventionPart>(
        """
        select ref_area as RefArea, part as Part, case $lang when 'fr' then branch_fr when 'es' then branch_es else branch_en end as Branch,
            contingency as Contingency, time_period as TimePeriod, coverage as Coverage, minimum as Minimum, margin as Margin, is_verified as IsVerified
        from indicators.c102_screen
        where is_latest
        order by sort_order
        """,
        language.Code).Where(part => part.RefArea == area)];

    /// <summary>
    /// All that the page shows of the catalogue, in one pass over its largest table: every year, by source and year.
    /// </summary>
    public static IReadOnlyList<ValueRow> Values(WarehouseSession session, string area) => session.Query<ValueRow>(
        """
        select indicator_id as IndicatorId, ref_area as RefArea, time_period as TimePeriod, sex as Sex, contingency as Contingency,
            obs_value as ObsValue, unit_measure as UnitMeasure, obs_status as ObsStatus, flags as Flags, confidence as Confidence,
            source_id as SourceId, vintage as Vintage, series_code as SeriesCode
        from indicators.indicator_value
        where ref_area = $area and indicator_id in ('coverage', 'data_age', 'social_protection_expenditure', 'package_gap_usd', 'package_gap_of_revenue', 'package_gap_of_expenditure',
            'package_gap_child_of_revenue', 'package_gap_maternity_of_revenue', 'package_gap_disability_of_revenue', 'package_gap_unemployment_of_revenue', 'package_gap_oldage_of_revenue',
            'package_gap_child_of_expenditure', 'package_gap_maternity_of_expenditure', 'package_gap_disability_of_expenditure', 'package_gap_unemployment_of_expenditure', 'package_gap_oldage_of_expenditure')
        order by source_id, time_period
        """,
        new { area });

    /// <summary>Former and everyday names of countries, and their codes of two letters: those the search page finds them by.</summary>
    public static ILookup<string, string> OtherNames(WarehouseSession session) => session.Query<(string RefArea, string Name)>(
        """
        select ref_area, name from reference.area_name
        union all
        select ref_area, iso2 from indicators.ref_area where iso2 is not null
        """).ToLookup(name => name.RefArea, name => name.Name);

    /// <summary>Every country with the region it is listed under and its newest coverage by any benefit.</summary>
    public static IReadOnlyList<ListedCountry> All(WarehouseSession session) => session.Query<ListedCountry>(
        """
        select a.ref_area as RefArea, coalesce(a.sdg_region, '') as Region, c.coverage as Coverage, c.time_period::integer as TimePeriod
        from indicators.ref_area as a
        left join indicators.coverage as c
            on c.ref_area = a.ref_area and c.is_default and c.is_latest and c.contingency = 'TOTAL' and c.sex = '_T'
        where a.kind = 'country'
        """);
}

/// <summary>The lists a country is in.</summary>
public sealed record CountryLists(string RefArea, string? Region, string? IncomeGroup, short? IncomeYear, bool IsLdc, bool IsLldc, bool IsSids);

/// <summary>How a contingency moves towards 2030, with the rule its status follows from.</summary>
public sealed record CountryProgress(
    string RefArea, string Contingency, short? BaseYear, double? Base, short? LatestYear, double? Latest, double? Pace, double? PaceNeeded, string Status, string Name, string Rule);

/// <summary>Places a country may hold in a set of countries: equal tenths share a band. 1 is the highest coverage.</summary>
public sealed record CountryRank(string SetCode, string SetKind, long Best, long Worst, long Countries, short TimePeriod);

/// <summary>A peer with its newest gap, if it has one.</summary>
public sealed record CountryPeer(
    string RefArea, long Place, double? Gap, double? Coverage, double? People, int? TimePeriod, string Flags, string? SourceId, string? Vintage, string? SeriesCode);

/// <summary>By which rule peers are chosen, and what their median coverage is.</summary>
public sealed record PeerRule(string Name, string Rule, double? MedianCoverage, long? PeersWithValue);

/// <summary>What the list of ratifications at hand says of a country.</summary>
/// <param name="IsListComplete">Otherwise a country that is not in it may have ratified all the same.</param>
/// <param name="ListBasis">In English: what the list rests on.</param>
public sealed record RatifiedConvention(
    string RefArea, string Convention, string Name, bool IsInList, DateOnly? RatifiedOn, short? RatifiedYear, bool IsVerified, DateOnly AsOf, bool IsListComplete, string? ListBasis);

/// <summary>A Part of the Convention, the share of persons it asks for, and how far coverage is from it: indicative only.</summary>
public sealed record ConventionPart(
    string RefArea, string Part, string Branch, string Contingency, short TimePeriod, double Coverage, double Minimum, double Margin, bool IsVerified);

/// <summary>A country in the list to choose from.</summary>
public sealed record ListedCountry(string RefArea, string Region, double? Coverage, int? TimePeriod);
