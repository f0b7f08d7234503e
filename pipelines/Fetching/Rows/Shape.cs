using System.Text.Json;

namespace SpIndicators.Pipelines.Fetching.Rows;

/// <summary>Holds an answer's columns and fields against those that are known. Their order means nothing, their names all.</summary>
internal static class Shape
{
    /// <summary>Says by name what is new and what is missing: of a renamed column both.</summary>
    public static void Expect(IReadOnlyCollection<string> found, IReadOnlyCollection<string> required, IReadOnlyCollection<string> known, string what)
    {
        var missing = required.Except(found, StringComparer.Ordinal).ToList();
        var unknown = found.Except(required, StringComparer.Ordinal).Except(known, StringComparer.Ordinal).ToList();
        if (missing.Count + unknown.Count > 0)
        {
            var lacks = missing.Count > 0 ? $"lacks the {what} {Quoted(missing)}" : null;
            var news = unknown.Count > 0 ? $"has a new {what} {Quoted(unknown)}" : null;
            throw new FetchException(string.Join(" and ", new[] { lacks, news }.OfType<string>()));
        }
    }

    /// <summary>The fields of a JSON object, all of them known.</summary>
    public static JsonElement Fields(JsonElement element, IReadOnlyCollection<string> required, IReadOnlyCollection<string> known, string where)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FetchException($"has {Kind(element)} where {where} was expected");
        }

        if (!HasJust(element, required, known))
        {
            Expect([.. element.EnumerateObject().Select(f => f.Name)], required, known, $"field in {where}:");
        }

        return element;
    }

    /// <summary>The usual case, without a list made for each of a million rows.</summary>
    private static bool HasJust(JsonElement element, IReadOnlyCollection<string> required, IReadOnlyCollection<string> known)
    {
        var met = 0;
        foreach (var field in element.EnumerateObject())
        {
            if (required.Any(field.NameEquals))
            {
                met++;
            }
            else if (!known.Any(field.NameEquals))
            {
                return false;
            }
        }

        return met == required.Count;
    }

    /// <summary>The entries of a JSON object whose names are codes.</summary>
    public static IEnumerable<JsonProperty> Entries(JsonElement element, string where) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw new FetchException($"has {Kind(element)} where {where} was expected");

    public static JsonDocument Json(Stream bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException broken)
        {
            throw new FetchException($"is not JSON (line {broken.LineNumber + 1}, byte {broken.BytePositionInLine})", broken);
        }
    }

    /// <summary>Text as it is, numbers with the digits that were printed, several joined; nothing as empty.</summary>
    public static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.Array => string.Join("; ", element.EnumerateArray().Select(Text).Where(t => t.Length > 0)),
        _ => throw new FetchException($"has {Kind(element)} where text or a number was expected"),
    };

    /// <summary>Of a field that may not be there.</summary>
    public static string Text(JsonElement owner, string field) => owner.TryGetProperty(field, out var value) ? Text(value) : "";

    /// <summary>A count, which some services print as text.</summary>
    public static long Count(JsonElement owner, string field) =>
        long.TryParse(Text(owner, field), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new FetchException($"says '{Text(owner, field)}' in {field}, where a number was expected");

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "nothing (null)",
        _ => $"'{element.GetRawText()}'",
    };

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}
