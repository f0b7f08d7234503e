using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Warehouse.Explaining;

/// <summary>
/// Explains a published value: reads the inputs of its formula and computes it again from them. Nothing of the answer is
/// stored as a sentence.
/// </summary>
public static partial class Explainer
{
    private const string FindValue = """
        select v.indicator_id as IndicatorId, v.ref_area as RefArea, v.time_period::integer as TimePeriod, v.sex as Sex,
            v.contingency as Contingency, v.obs_value as ObsValue, v.unit_measure as UnitMeasure, v.confidence as Confidence, v.flags as Flags,
            case $lang when 'fr' then i.title_fr when 'es' then i.title_es else i.title_en end as Title,
            case $lang when 'fr' then i.unit_fr when 'es' then i.unit_es else i.unit_en end as Unit,
            case $lang when 'fr' then i.caveats_fr when 'es' then i.caveats_es else i.caveats_en end as Caveats,
            case $lang when 'fr' then a.name_fr when 'es' then a.name_es else a.name_en end as RefAreaName
        from indicators.indicator_value as v
        join indicators.indicator as i on i.indicator_id = v.indicator_id
        left join indicators.ref_area as a on a.ref_area = v.ref_area
        where v.indicator_id = $indicator and v.ref_area = $area
          and ($time = 0 or v.time_period = $time)
          and ($sex = '' or v.sex = $sex) and ($contingency = '' or v.contingency = $contingency)
        order by v.contingency = 'TOTAL' desc, v.contingency, v.sex = '_T' desc, v.sex, v.time_period desc
        limit 1
        """;

    private const string OfTheValue = """
        from indicators.indicator_input
        where indicator_id = $indicator and ref_area = $area and time_period = $time and sex = $sex and contingency = $contingency
        """;

    private const string FindInputs = $"""
        select item as Item, input as Input, obs_value as ObsValue, unit_measure as UnitMeasure, obs_status as ObsStatus, flags as Flags,
            source_id as SourceId, vintage as Vintage, series_code as SeriesCode, source_area as SourceArea,
            source_time_period::integer as SourceTimePeriod, snapshot_sha256 as SnapshotSha256
        {OfTheValue}
        order by item, input
        """;

    private const string FindReasons = """
        select case $lang when 'fr' then name_fr when 'es' then name_es else name_en end
        from reference.flag
        where list_contains(string_split($flags, '|'), flag) and penalty::integer > 0
        order by penalty desc, flag
        """;

    /// <summary>The explanation in one language (<c>en</c>, <c>fr</c>, <c>es</c>); null when no such value is published.</summary>
    public static Explanation? Explain(WarehouseSession session, ExplainedKey key, string lang)
    {
        var asked = new { indicator = key.Indicator, area = key.RefArea, time = key.Time ?? 0, sex = key.Sex ?? "", contingency = key.Contingency ?? "", lang };
        if (session.Query<ExplainedValue>(FindValue, asked) is not [var value])
        {
            return null;
        }

        var (formula, expression, named) = session.Query<(string, string, string)>(
            "select formula, expression, inputs from indicators.indicator where indicator_id = $id", new { id = value.IndicatorId })[0];
        var found = new { indicator = value.IndicatorId, area = value.RefArea, time = value.TimePeriod, sex = value.Sex, contingency = value.Contingency };
        var inputs = session.Query<ExplainedInput>(FindInputs, found);
        var meanings = Meanings(named, lang);
        foreach (var input in inputs)
        {
            input.Meaning = meanings.GetValueOrDefault(input.Input, input.Input);
        }

        value.Reasons = session.Query<string>(FindReasons, new { flags = value.Flags, lang });
        return new Explanation
        {
            Vintage = session.Vintage,
            Value = value,
            Formula = formula,
            Expression = expression,
            WithValues = WithValues(expression, inputs),
            Inputs = inputs,
            Recomputed = session.Query<double?>(Recompute(expression, meanings.Keys), found)[0],
        };
    }

    /// <summary>
    /// A query that gives an indicator's value from its inputs: a column an input, a row an item. An input without item
    /// (a constant of the formula) is the same in every row.
    /// </summary>
    /// <param name="expression">From the indicator's card, as are the names.</param>
    /// <param name="inputs">Names of the inputs.</param>
    public static string Recompute(string expression, IEnumerable<string> inputs)
    {
        var columns = inputs.Select(name =>
            $"coalesce(max(g.obs_value) filter (where g.input = '{name}' and g.item = i.item), max(g.obs_value) filter (where g.input = '{name}' and g.item = '')) as \"{name}\"");
        return $"""
            with given as (select item, input, obs_value {OfTheValue}),
            items as (select distinct item from given where item <> '' or not exists (from given where item <> '')),
            row_of as (select {string.Join(", ", columns)} from items as i, given as g group by i.item)
            select ({expression})::double from row_of
            """;
    }

    private static Dictionary<string, string> Meanings(string inputs, string lang)
    {
        using var named = JsonDocument.Parse(inputs);
        return named.RootElement.EnumerateObject().ToDictionary(i => i.Name, i => i.Value.GetProperty(lang).GetString()!, StringComparer.Ordinal);
    }

    private static string WithValues(string expression, IEnumerable<ExplainedInput> inputs)
    {
        var values = inputs.Where(i => i.Item.Length == 0).ToDictionary(i => i.Input, i => i.ObsValue, StringComparer.Ordinal);
        return Name().Replace(expression, name =>
            values.TryGetValue(name.Value, out var value) ? value?.ToString("R", CultureInfo.InvariantCulture) ?? "missing" : name.Value);
    }

    [GeneratedRegex("[a-z_][a-z0-9_]*")]
    private static partial Regex Name();
}
