using SpIndicators.Core.Methods;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Pages.Calculator;

/// <summary>What the calculator reads of a vintage.</summary>
internal static class CalculatorQuery
{
    /// <summary>Countries that have the figures of a package, and groups of which a gap is stated.</summary>
    public static IReadOnlyList<string> Areas(WarehouseSession session) => session.Query<string>(
        """
        select ref_area from indicators.package where benefits > 0
        union all
        select ref_area from indicators.package_group where no_data is null
        """);

    /// <summary>Null for an area without figures.</summary>
    public static CalculatorInputs? Inputs(WarehouseSession session, Language language, string area, bool isGroup)
    {
        var members = isGroup ? MembersOf(session, area) : [area];
        var countries = Countries(session, members);
        if (countries.Count == 0)
        {
            return null;
        }

        var newest = countries.Max(c => c.Year);
        var options = Options(session, language, members);
        var inputs = new CalculatorInputs
        {
            RefArea = area,
            IsGroup = isGroup,
            // All figures of a group are of one year.
            Members = [.. countries.Where(c => c.Year == newest && (!isGroup || c["", "gdp_usd"] is not null))],
            AllMembers = members,
            Parameters = Parameters(session, language).ToDictionary(p => p.ParameterId),
            Options = isGroup ? [] : options,
            TargetYear = session.Query<int>("select target_year::integer from indicators.progress_rule").Single(),
        };
        return isGroup ? GroupOptions.AddTo(inputs, options) : inputs;
    }

    /// <summary>The low- and middle-income members, by the rule of <c>indicators.package_group</c>.</summary>
    private static IReadOnlyList<string> MembersOf(WarehouseSession session, string group) => session.Query<string>(
        """
        select distinct i.ref_area
        from indicators.income_group as i
        join reference.group_member as m on m.iso3 = i.ref_area
        where i.income_group <> 'HIC' and m.group_code = $group and (m.kind in ('ilo', 'un', 'wb-income') or m.group_code in ('001', 'LMY'))
        order by i.ref_area
        """,
        new { group });

    private static List<CountryInputs> Countries(WarehouseSession session, IReadOnlyList<string> members)
    {
        var areas = string.Join('~', members);
        var figures = session.Query<InputFigure>(
            """
            select ref_area as RefArea, time_period as TimePeriod, benefit as Benefit, input as Input, obs_value as ObsValue, unit_measure as UnitMeasure,
                coalesce(flags, '') as Flags, source_id as SourceId, vintage as Vintage, series_code as SeriesCode, source_time_period as SourceTimePeriod
            from indicators.package_figure
            where list_contains(string_split($areas, '~'), ref_area)
            order by ref_area, benefit, input
            """,
            new { areas });
        if (figures.Count == 0)
        {
            return [];
        }

        var first = figures.Min(f => (int)f.TimePeriod);
        var ages = Ages(session, areas, first, LastYear).ToLookup(a => a.RefArea);
        var people = People(session, areas, first).ToLookup(p => p.RefArea);
        var growth = Growth(session, areas).ToLookup(g => g.RefArea);
        return
        [
            .. from country in figures.GroupBy(f => f.RefArea)
               select new CountryInputs(
                   country,
                   ages[country.Key].GroupBy(a => (int)a.TimePeriod).ToDictionary(y => y.Key, y => (IReadOnlyList<AgeBands.Band>)[.. y.Select(BandOf).OrderBy(b => b.From)]),
                   people[country.Key].ToDictionary(p => (p.Benefit, (int)p.TimePeriod), p => p.Persons),
                   growth[country.Key].ToDictionary(g => (int)g.TimePeriod, g => g.Growth)),
        ];
    }

    // Projections are published to this year (indicators.projected_people).
    private const int LastYear = 2030;

    /// <summary>The bands that follow one another: 0-4, 5-14, 15-24 … 65+.</summary>
    private static IReadOnlyList<AgeRow> Ages(WarehouseSession session, string areas, int first, int last) => session.Query<AgeRow>(
        """
        select ref_area as RefArea, time_period as TimePeriod, age as Age, sum(obs_value) as Persons
        from clean.obs_un_wpp_population
        where is_newest and sex in ('F', 'M') and list_contains(string_split($areas, '~'), ref_area) and time_period between $first and $last
          and age in ('0-4', '5-14', '15-24', '25-34', '35-44', '45-54', '55-64', '65+')
        group by all
        """,
        new { areas, first, last });

    private static IReadOnlyList<PeopleRow> People(WarehouseSession session, string areas, int first) => session.Query<PeopleRow>(
        """
        select ref_area as RefArea, benefit as Benefit, time_period as TimePeriod, persons as Persons
        from indicators.projected_people
        where list_contains(string_split($areas, '~'), ref_area) and time_period >= $first
        """,
        new { areas, first });

    private static IReadOnlyList<GrowthRow> Growth(WarehouseSession session, string areas) => session.Query<GrowthRow>(
        """
        select distinct ref_area as RefArea, time_period as TimePeriod, gdp_index / 100 as Growth
        from indicators.package_path
        where list_contains(string_split($areas, '~'), ref_area)
        """,
        new { areas });

    private static IReadOnlyList<PackageParameter> Parameters(WarehouseSession session, Language language) => session.Query<PackageParameter>(
        """
        select parameter_id as ParameterId, coalesce(benefit, '') as Benefit, value::double as Value, unit_measure as UnitMeasure, verified = 'true' as IsVerified,
            source as Source, case $lang when 'fr' then name_fr when 'es' then name_es else name_en end as Name
        from reference.package_parameter
        """,
        new { lang = language.Code });

    private static IReadOnlyList<OptionRow> Options(WarehouseSession session, Language language, IReadOnlyList<string> members) => session.Query<OptionRow>(
        """
        select f.ref_area as RefArea, f.option_id as OptionId, f.option_number as Number, f.stock_or_flow = 'stock' as IsStock, f.time_period as TimePeriod,
            f.potential as Potential, f.potential_a_year as PotentialAYear, coalesce(f.flags, '') as Flags, f.no_data as NoData,
            case $lang when 'fr' then o.name_fr when 'es' then o.name_es else o.name_en end as Name,
            case $lang when 'fr' then o.rule_fr when 'es' then o.rule_es else o.rule_en end as Rule,
            case $lang when 'fr' then o.note_fr when 'es' then o.note_es else o.note_en end as Note
        from indicators.fiscal_option as f
        join reference.fiscal_option as o on o.option_id = f.option_id
        where list_contains(string_split($areas, '~'), f.ref_area)
        order by f.option_number, f.option_id, f.ref_area
        """,
        new { areas = string.Join('~', members), lang = language.Code });

    private static AgeBands.Band BandOf(AgeRow row)
    {
        var limits = row.Age.TrimEnd('+').Split('-');
        return new(
            int.Parse(limits[0], System.Globalization.CultureInfo.InvariantCulture),
            limits.Length == 2 ? int.Parse(limits[1], System.Globalization.CultureInfo.InvariantCulture) + 1 : null, row.Persons);
    }

    private sealed record AgeRow(string RefArea, short TimePeriod, string Age, double Persons);

    private sealed record PeopleRow(string RefArea, string Benefit, short TimePeriod, double Persons);

    private sealed record GrowthRow(string RefArea, short TimePeriod, double Growth);
}
