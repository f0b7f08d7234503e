using System.Globalization;
using System.Text.Json;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.DuckDb;
using SpIndicators.Warehouse.Explaining;

namespace SpIndicators.Tests.Pipelines;

/// <summary>
/// Values of every indicator explained as <c>spi explain</c> does, in text and in JSON. Each is computed once more from what
/// the JSON shows and from nothing else: the warehouse is not asked again.
/// </summary>
public sealed class ExplainedValueTests(BuiltWarehouse warehouse)
{
    public static TheoryData<string> Indicators =>
        [.. FlowModels.Embedded.IndicatorCards.Select(c => JsonDocument.Parse(c).RootElement.GetProperty("indicator_id").GetString()!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Values_OfAnIndicator_FollowFromWhatTheirExplanationShows(string indicator)
    {
        var keys = warehouse.Query<(string Area, int Time, string Sex, string Contingency, double Value)>(
            """
            select ref_area, time_period::integer, sex, contingency, obs_value from indicators.indicator_value
            where indicator_id = $indicator order by hash(ref_area || time_period || sex || contingency) limit 3
            """,
            new { indicator });
        Assert.NotEmpty(keys);
        using var session = warehouse.Open();

        foreach (var (key, lang) in keys.Zip(["en", "fr", "es"]))
        {
            var explanation = Explainer.Explain(session, new ExplainedKey(indicator, key.Area, key.Time, key.Sex, key.Contingency), lang)!;
            using var json = JsonDocument.Parse(ExplanationText.AsJson(explanation));

            Near(key.Value, json.RootElement.GetProperty("value").GetProperty("obs_value").GetDouble());
            Near(key.Value, json.RootElement.GetProperty("recomputed").GetDouble());
            Near(key.Value, Again(json.RootElement));
            Assert.True(json.RootElement.GetProperty("agrees").GetBoolean());
            Assert.All(json.RootElement.GetProperty("inputs").EnumerateArray(), IsTraced);
            ReadsWell(explanation);
        }
    }

    private static void IsTraced(JsonElement input)
    {
        Assert.NotEqual("", input.GetProperty("meaning").GetString());
        Assert.NotEqual("", input.GetProperty("series_code").GetString());
        if (input.GetProperty("source_id").GetString() is not "parameter")
        {
            Assert.Equal(64, input.GetProperty("snapshot_sha256").GetString()?.Length);
            Assert.False(string.IsNullOrEmpty(input.GetProperty("vintage").GetString()));
        }
    }

    private static void ReadsWell(Explanation explanation)
    {
        using var to = new StringWriter(CultureInfo.InvariantCulture);
        ExplanationText.Write(explanation, to);
        var text = to.ToString();

        Assert.DoesNotContain("DOES NOT AGREE", text, StringComparison.Ordinal);
        Assert.Contains($"= {explanation.Recomputed!.Value.ToString("G12", CultureInfo.InvariantCulture)}", text, StringComparison.Ordinal);
        Assert.All(explanation.Inputs, i => Assert.Contains($"{i.Input} = ", text, StringComparison.Ordinal));
        Assert.All(explanation.Inputs.Select(i => i.SnapshotSha256).OfType<string>(), sha => Assert.Contains(sha, text, StringComparison.Ordinal));
        Assert.Equal(explanation.Value.Confidence != "A", explanation.Value.Reasons.Count > 0);
        Assert.Contains(explanation.Value.Caveats, text, StringComparison.Ordinal);
    }

    /// <summary>The expression over the inputs of the JSON, in an empty database: a row an item, constants in each row.</summary>
    private static double Again(JsonElement explanation)
    {
        var inputs = explanation.GetProperty("inputs").EnumerateArray()
            .Select(i => (Item: i.GetProperty("item").GetString()!, Input: i.GetProperty("input").GetString()!, Value: i.GetProperty("obs_value").GetDouble())).ToList();
        var constants = inputs.Where(i => i.Item.Length == 0).ToDictionary(i => i.Input, i => i.Value);
        var items = inputs.Where(i => i.Item.Length > 0).GroupBy(i => i.Item).Select(g => g.ToDictionary(i => i.Input, i => i.Value)).ToList();
        List<Dictionary<string, double>> rows = items.Count > 0 ? items : [[]];
        var names = inputs.Select(i => i.Input).Distinct().ToList();
        // an input that no item has is named by the expression all the same: births are a share, ages are not
        var missing = Missing(explanation.GetProperty("expression").GetString()!, names);
        var values = rows.Select(row => $"({string.Join(", ", names.Select(n => Literal(row, constants, n)).Concat(missing.Select(_ => "null::double")))})");
        using var connection = DuckDbProvider.Open(new DuckDbOptions());
        return (double)connection.Value(
            $"select ({explanation.GetProperty("expression").GetString()})::double from (values {string.Join(", ", values)}) as t({string.Join(", ", names.Concat(missing).Select(n => $"\"{n}\""))})")!;
    }

    private static string Literal(Dictionary<string, double> row, Dictionary<string, double> constants, string name) =>
        row.TryGetValue(name, out var own) ? $"{own.ToString("R", CultureInfo.InvariantCulture)}::double"
        : constants.TryGetValue(name, out var shared) ? $"{shared.ToString("R", CultureInfo.InvariantCulture)}::double" : "null::double";

    private static readonly string[] Optional = ["eligible_share", "published_coverage", "value"];

    private static string[] Missing(string expression, List<string> names) =>
        [.. Optional.Where(n => !names.Contains(n) && expression.Contains(n, StringComparison.Ordinal))];

    private static void Near(double expected, double found) => Assert.Equal(expected, found, 1e-9 * Math.Max(1, Math.Abs(expected)));
}
