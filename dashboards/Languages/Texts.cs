using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace SpIndicators.Dashboards.Languages;

/// <summary>
/// The words of the pages in one language: <c>T["overview.title"]</c>, <c>T["overview.covered", "2023"]</c>. The words lie
/// in <c>Resources/en.json</c>, <c>fr.json</c>, <c>es.json</c>, those of one part of the site in <c>staff-en.json</c>,
/// <c>explore-en.json</c> and so on. A word that is missing in a translation comes back in English (<see cref="LanguageOf"/>
/// says so); one that is missing in English is a mistake of ours and throws.
/// </summary>
public sealed class Texts
{
    /// <summary>Ends the key of a word that says the same as another where there is no page around it.</summary>
    private const string AwayEnding = ".away";

    private static readonly FrozenDictionary<Language, Texts> ByLanguage = Language.All
        .ToFrozenDictionary(language => language, language => new Texts(language, Read(language), Read(Language.English)));

    private static readonly FrozenDictionary<Language, Texts> AwayByLanguage = Language.All
        .ToFrozenDictionary(language => language, language => new Texts(language, ReadAway(language), ReadAway(Language.English)));

    private readonly FrozenDictionary<string, string> own;
    private readonly FrozenDictionary<string, string> english;

    /// <summary>Given words instead of the embedded ones: for tests of the fallback.</summary>
    public Texts(Language language, IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> english)
    {
        Language = language;
        Format = new Formats(language);
        this.own = own.ToFrozenDictionary();
        this.english = english.ToFrozenDictionary();
    }

    public Language Language { get; }

    /// <summary>Numbers, dates and counts of people in this language.</summary>
    public Formats Format { get; }

    public IEnumerable<string> Keys => own.Keys;

    public string this[string key] =>
        own.TryGetValue(key, out var text) || english.TryGetValue(key, out text)
            ? text
            : throw new KeyNotFoundException($"Resources/en.json has no text '{key}'.");

    /// <summary>The text with {0}, {1} … filled in. Give numbers formatted (<see cref="Format"/>).</summary>
    public string this[string key, params ReadOnlySpan<string?> values] =>
        string.Format(CultureInfo.InvariantCulture, this[key], values!);

    public static Texts In(Language language) => ByLanguage[language];

    /// <summary>
    /// The words of a picture or a file: it has no tooltip, no table and no links, so what points at them is said otherwise
    /// (<c>away-en.json</c> and so on: the word's own key and <c>.away</c>).
    /// </summary>
    public static Texts Away(Language language) => AwayByLanguage[language];

    /// <summary>
    /// The text for a count: key <c>….one</c> or <c>….other</c>, {0} being the count and {1} … what else is given. French
    /// says "one" of 0 as well.
    /// </summary>
    public string Count(string key, long count, params ReadOnlySpan<string?> more) =>
        this[$"{key}.{(count == 1 || (count == 0 && Language == Language.French) ? "one" : "other")}", [Format.Whole(count), .. more]];

    /// <summary>
    /// The text for an amount that may have decimals: key <c>….one</c> or <c>….other</c>, {0} being the number as it is shown.
    /// "1 year", "1.5 years"; French is plural only from two on: "0,4 point", "1,9 milliard".
    /// </summary>
    /// <param name="key">Without its ending.</param>
    /// <param name="value">The amount.</param>
    /// <param name="decimals">How many are shown.</param>
    /// <param name="written">The number as it is shown, if not plain: with its sign, for example.</param>
    public string Amount(string key, double value, int decimals, string? written = null)
    {
        var shown = Math.Abs(Math.Round(value, decimals, MidpointRounding.AwayFromZero));
        var isOne = Language == Language.French ? shown < 2 : decimals == 0 && shown == 1;
        return this[$"{key}.{(isOne ? "one" : "other")}", written ?? Format.Number(value, decimals)];
    }

    /// <summary>The language a text really is in: English where the translation is missing.</summary>
    public Language LanguageOf(string key) => own.ContainsKey(key) ? Language : Language.English;

    private static Dictionary<string, string> ReadAway(Language language)
    {
        var words = Read(language);
        foreach (var (key, text) in words.Where(word => word.Key.EndsWith(AwayEnding, StringComparison.Ordinal)).ToList())
        {
            words[key[..^AwayEnding.Length]] = text;
        }

        return words;
    }

    /// <summary>All files of a language; a key that stands in two of them is a mistake of ours.</summary>
    private static Dictionary<string, string> Read(Language language)
    {
        var assembly = typeof(Texts).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name =>
            name == $"Resources/{language.Code}.json" || (name.StartsWith("Resources/", StringComparison.Ordinal) && name.EndsWith($"-{language.Code}.json", StringComparison.Ordinal)));
        return new(names.SelectMany(name => JsonSerializer.Deserialize<Dictionary<string, string>>(assembly.GetManifestResourceStream(name)!)!));
    }
}
