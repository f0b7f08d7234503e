using System.Data.Common;
using System.Text.Json;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>
/// Double entry: the models compute each value; the cards state it as an expression over the inputs they name. Both must
/// give the same number, for every value of every indicator.
/// </summary>
public sealed class RecomputedValueTests(BuiltWarehouse warehouse)
{
    private const string Key = "ref_area, time_period, sex, contingency";

    [Fact]
    public void EveryValue_IsWhatItsExpressionGivesForItsInputs()
    {
        var cards = warehouse.Query<(string Id, string Expression, string Inputs)>("select indicator_id, expression, inputs from indicators.indicator");
        Assert.NotEmpty(cards);

        var faults = cards.SelectMany(card => Faults(card.Id, card.Expression, Names(card.Inputs))).ToList();

        Expect.Nothing(faults);
    }

    [Fact]
    public void EveryInput_IsOneThatItsCardNames()
    {
        var named = warehouse.Query<(string Id, string Inputs)>("select indicator_id, inputs from indicators.indicator")
            .SelectMany(card => Names(card.Inputs).Select(name => $"{card.Id}.{name}"));
        var found = warehouse.Query<string>("select distinct indicator_id || '.' || input from indicators.indicator_input");

        Expect.Nothing(found.Except(named).Select(input => $"{input} is an input of no card."));
    }

    [Fact]
    public void EveryInput_IsThereOnceAndFromASnapshotAtHandOrOurs() => Expect.Nothing(warehouse.Query<string>($"""
        select i.indicator_id || ' ' || i.input || ' ' || i.item || ' ' || i.ref_area || ' ' || i.time_period || ': ' || count(*) || ' rows, ' || coalesce(any_value(i.snapshot_sha256), 'no snapshot')
        from indicators.indicator_input as i
        left join indicators.snapshot as s on s.snapshot_sha256 = i.snapshot_sha256
        group by i.indicator_id, {Key.Replace("ref_area", "i.ref_area", StringComparison.Ordinal)}, i.item, i.input
        having count(*) > 1 or bool_or(s.snapshot_sha256 is null and i.source_id not in ('parameter', 'regression'))
        limit 5
        """));

    private static List<string> Names(string inputs) => [.. JsonDocument.Parse(inputs).RootElement.EnumerateObject().Select(i => i.Name)];

    private List<string> Faults(string id, string expression, List<string> names)
    {
        var hasItems = warehouse.One<bool>("select count(*) > 0 from indicators.indicator_input where indicator_id = $id and item <> ''", new { id });
        var sql = $"""
            with given as (select * from indicators.indicator_input where indicator_id = $id),
            of_item as (select {Key}, item, {Columns(names, "")} from given group by {Key}, item),
            of_key as (select {Key}, max(item) as last_item, {Columns(names, " and item = ''")} from given group by {Key}),
            row_of as (
                select {Key}, {string.Join(", ", names.Select(n => $"coalesce(i.\"{n}\", k.\"{n}\") as \"{n}\""))}
                from of_item as i join of_key as k using ({Key})
                where i.item <> '' or k.last_item = ''
            ),
            recomputed as (select {Key}, ({expression})::double as again from row_of {(hasItems ? $"group by {Key}" : "")})
            select v.ref_area || ' ' || v.time_period || ' ' || v.sex || ' ' || v.contingency || ': ' || coalesce(v.obs_value::varchar, 'null')
                || ' published, ' || coalesce(r.again::varchar, 'null') || ' from its inputs'
            from (select * from indicators.indicator_value where indicator_id = $id) as v
            full join recomputed as r using ({Key})
            where r.again is distinct from v.obs_value
              and coalesce(abs(r.again - v.obs_value) > 1e-9 * greatest(1, abs(v.obs_value)), true)
            limit 3
            """;
        try
        {
            return warehouse.Query<string>(sql, new { id }).Select(fault => $"{id}: {fault}").ToList();
        }
        catch (DbException failure)
        {
            return [$"{id}: {failure.Message.Split('\n')[0]}"];
        }
    }

    private static string Columns(IEnumerable<string> names, string where) =>
        string.Join(", ", names.Select(n => $"max(obs_value) filter (where input = '{n}'{where}) as \"{n}\""));
}
