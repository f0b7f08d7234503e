using System.Globalization;
using System.Text;

namespace SpIndicators.Dashboards.Languages;

/// <summary>
/// Text without accents and in lower case, for searching and sorting names: "Côte d’Ivoire" is found by "cote d'ivoire"
/// and "Égypte" sorts under e. The program runs without locale tables, so the letters are listed here.
/// </summary>
public static class FoldedText
{
    private static readonly Dictionary<char, string> Folds = Build(
        ("a", "áàâäãåāăą"), ("ae", "æ"), ("c", "çćčĉċ"), ("d", "ďđð"), ("e", "éèêëēĕėęě"), ("g", "ğĝģġ"), ("h", "ĥħ"), ("i", "íìîïīĭįı"),
        ("j", "ĵ"), ("k", "ķ"), ("l", "łĺļľ"), ("n", "ñńņň"), ("o", "óòôöõøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"),
        ("t", "ťţțŧ"), ("th", "þ"), ("u", "úùûüūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("'", "’‘ʼ`´"), (" ", "\u00a0\u202f-–—"));

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(letter);
            _ = Folds.TryGetValue(lower, out var plain) ? folded.Append(plain) : folded.Append(lower);
        }

        return folded.ToString();
    }

    private static Dictionary<char, string> Build(params ReadOnlySpan<(string Plain, string Letters)> rows)
    {
        var folds = new Dictionary<char, string>();
        foreach (var (plain, letters) in rows)
        {
            foreach (var letter in letters)
            {
                folds[letter] = plain;
            }
        }

        return folds;
    }
}
