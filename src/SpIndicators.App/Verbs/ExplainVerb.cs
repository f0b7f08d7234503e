using System.CommandLine;
using System.Globalization;
using SpIndicators.App.Console;
using SpIndicators.Warehouse.Explaining;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi explain INDICATOR AREA YEAR</c>: a published number, its formula with the values put in, and where each came from.</summary>
internal static class ExplainVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var indicator = new Argument<string>("indicator") { Description = "An indicator of the catalogue, such as coverage_gap" };
        var area = new Argument<string>("area") { Description = "ISO3 code of a country, or a group's code" };
        var year = new Argument<string>("year") { Description = "A year, or latest", DefaultValueFactory = _ => "latest" };
        var sex = new Option<string?>("--sex") { Description = "_T, F or M (default: both together)" };
        var contingency = new Option<string?>("--contingency") { Description = "Such as OLDAGE (default: at least one benefit)" };
        var lang = new Option<string>("--lang") { Description = "en, fr or es", DefaultValueFactory = _ => "en" };
        lang.AcceptOnlyFromAmong("en", "fr", "es");
        var vintage = new Option<string?>("--vintage") { Description = "A vintage that is kept (default: the current one)" };
        var verb = new Command("explain", "Show how a published number was made, and compute it again from its inputs")
        {
            indicator, area, year, sex, contingency, lang, vintage,
        };
        verb.SetAction(parsed => Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            var key = new ExplainedKey(
                parsed.GetValue(indicator)!.ToLowerInvariant(), parsed.GetValue(area)!.ToUpperInvariant(), Year(parsed.GetValue(year)!),
                parsed.GetValue(sex)?.ToUpperInvariant(), parsed.GetValue(contingency)?.ToUpperInvariant());
            using var warehouse = new PublishedWarehouse(common.HomeOf(parsed).Warehouse, time);
            using var session = QueryVerb.Open(warehouse, parsed.GetValue(vintage));
            var explanation = Explainer.Explain(session, key, parsed.GetValue(lang)!) ?? throw Unknown(session, key);
            if (parsed.GetValue(common.Json))
            {
                System.Console.Out.WriteLine(ExplanationText.AsJson(explanation));
            }
            else
            {
                ExplanationText.Write(explanation, System.Console.Out);
            }

            return explanation.Agrees ? Outcome.Done : Outcome.Failed;
        }));
        return verb;
    }

    private static int? Year(string text) =>
        text.Equals("latest", StringComparison.OrdinalIgnoreCase) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 ? year
        : throw new UsageException($"The year is one from 1900 to 2100, or latest; not '{text}'.");

    /// <summary>Which part of the question has no answer.</summary>
    private static UsageException Unknown(WarehouseSession session, ExplainedKey key)
    {
        if (session.Query<string>("select indicator_id from indicators.indicator where indicator_id = $id", new { id = key.Indicator }) is [])
        {
            return new UsageException($"There is no indicator '{key.Indicator}'. There are: {string.Join(", ", session.Query<string>("select indicator_id from indicators.indicator order by 1"))}.");
        }

        var years = session.Query<int>(
            """
            select distinct time_period::integer from indicators.indicator_value
            where indicator_id = $id and ref_area = $area and ($sex = '' or sex = $sex) and ($contingency = '' or contingency = $contingency)
            order by 1
            """,
            new { id = key.Indicator, area = key.RefArea, sex = key.Sex ?? "", contingency = key.Contingency ?? "" });
        var asked = string.Join(", ", new[] { key.RefArea, key.Contingency, key.Sex }.OfType<string>());
        return new UsageException(years.Count == 0
            ? $"No value of {key.Indicator} is published for '{asked}': no data, or no such code."
            : $"No such value of {key.Indicator} for {asked}. Years with values: {string.Join(", ", years)}.");
    }
}
