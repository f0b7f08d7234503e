using System.Text.Json;

namespace SpIndicators.Tests.Architecture;

/// <summary>A <c>*.indicator.json</c>: the words readers see about an indicator, in every language of the dashboard.</summary>
internal static class IndicatorCard
{
    private static readonly string[] Languages = ["en", "fr", "es"];
    private static readonly string[] InEveryLanguage = ["title", "definition", "unit", "caveats"];
    private static readonly string[] InAny = ["formula", "direction"];

    /// <summary>What the card lacks, one sentence each.</summary>
    public static IEnumerable<string> Faults(string file, string json)
    {
        using var document = JsonDocument.Parse(json);
        var card = document.RootElement;
        var missing = InEveryLanguage.SelectMany(field => Languages.Where(language => !Says(card, field, language)).Select(language => $"{field} in {language}"))
            .Concat(InAny.Where(field => !(card.TryGetProperty(field, out var value) && IsFilled(value)) && !Languages.All(language => Says(card, field, language))));
        foreach (var words in missing) yield return $"{file}: no {words}.";
    }

    // "title": { "en": ... } and "title_en": ... are both read.
    private static bool Says(JsonElement card, string field, string language) =>
        (card.TryGetProperty(field, out var words) && words.ValueKind == JsonValueKind.Object && words.TryGetProperty(language, out var nested) && IsFilled(nested))
        || (card.TryGetProperty($"{field}_{language}", out var flat) && IsFilled(flat));

    private static bool IsFilled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() > 0 && value.EnumerateArray().All(IsFilled),
        JsonValueKind.Object => value.EnumerateObject().Any() && value.EnumerateObject().All(property => IsFilled(property.Value)),
        _ => false,
    };
}
