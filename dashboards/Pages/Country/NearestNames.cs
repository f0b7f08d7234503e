using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Pages.Country;

/// <summary>Countries whose code or name, in any of the languages, is what somebody may have meant.</summary>
internal static class NearestNames
{
    /// <summary>Longer texts are no names.</summary>
    private const int LongestName = 60;

    /// <summary>The nearest first; ties by name.</summary>
    public static IReadOnlyList<Area> To(string text, Vocabulary known, Language language, int atMost = 6)
    {
        var wanted = FoldedText.Of(text.Length > LongestName ? text[..LongestName] : text).Trim();
        return
        [
            .. known.Areas.Values.Where(area => area.IsCountry)
                .Select(area => (Area: area, Distance: Spellings(area).Min(name => Distance(wanted, name))))
                .OrderBy(near => near.Distance).ThenBy(near => FoldedText.Of(near.Area.NameIn(language)), StringComparer.Ordinal)
                .Take(atMost).Select(near => near.Area),
        ];
    }

    /// <summary>Found by a part of its name or by its code; everything is found by "".</summary>
    public static bool Matches(Area area, string text)
    {
        var wanted = FoldedText.Of(text.Trim());
        return wanted.Length == 0 || Spellings(area).Any(name => name.Contains(wanted, StringComparison.Ordinal));
    }

    /// <summary>The first of its other names that has the text in it; null for none.</summary>
    public static string? Among(IEnumerable<string> otherNames, string text)
    {
        var wanted = FoldedText.Of(text.Trim());
        return otherNames.FirstOrDefault(name => FoldedText.Of(name).Contains(wanted, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Spellings(Area area) => [.. new[] { area.RefArea, area.NameEn, area.NameFr, area.NameEs }.Select(FoldedText.Of)];

    /// <summary>Letters to add, drop or change; a name that begins as wanted is nearer than any that does not.</summary>
    private static int Distance(string wanted, string name)
    {
        if (wanted.Length > 2 && name.StartsWith(wanted, StringComparison.Ordinal))
        {
            return 0;
        }

        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (wanted[i - 1] == name[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
