using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Reforms;

/// <summary>What happened in some areas: reforms of the list, and ratifications.</summary>
internal static class EventQuery
{
    public static IReadOnlyList<Reform> Reforms(WarehouseSession session, IReadOnlyList<string> areas, Language language) => [.. session.List<Reform>(
        """
        select ref_area as RefArea, year as Year, contingency as Contingency, year_basis as YearBasis,
            case $lang when 'fr' then name_fr when 'es' then name_es else name_en end as Name, source as Source, source_url as SourceUrl
        from indicators.reform
        order by year, ref_area, contingency
        """,
        language.Code).Where(reform => areas.Contains(reform.RefArea))];

    public static IReadOnlyList<Ratification> Ratifications(WarehouseSession session, IReadOnlyList<string> areas, Language language) => [.. session.List<Ratification>(
        """
        select ref_area as RefArea, convention as Convention, case $lang when 'fr' then name_fr when 'es' then name_es else name_en end as Name,
            ratified_on as RatifiedOn, ratified_year as Year, coalesce(is_verified, false) as IsVerified
        from indicators.convention
        where is_in_list and ratified_year is not null
        order by ratified_year, ref_area, convention
        """,
        language.Code).Where(ratified => areas.Contains(ratified.RefArea))];
}

/// <summary>A reform of <c>data/reference/reform.csv</c>.</summary>
/// <param name="YearBasis">Of which day the year is: start, in_force or law.</param>
/// <param name="Name">"Renta Dignidad: a pension for everyone of 60 and over".</param>
public sealed record Reform(string RefArea, short Year, string Contingency, string YearBasis, string Name, string Source, string SourceUrl)
{
    /// <summary>What stands before the colon.</summary>
    public string ShortName => Name.Split(':')[0].TrimEnd();
}

/// <summary>A ratification that the list at hand knows the year of.</summary>
public sealed record Ratification(string RefArea, string Convention, string Name, DateOnly? RatifiedOn, short Year, bool IsVerified);
