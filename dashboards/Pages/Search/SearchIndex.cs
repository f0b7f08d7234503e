using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Serving;

namespace SpIndicators.Dashboards.Pages.Search;

/// <summary>
/// Finds countries, groups, topics and indicators by any of their names in the three languages; accents, case and apostrophes
/// are ignored, so that "cote divoire" finds Côte d’Ivoire.
/// Whole names come before beginnings of names, those before beginnings of words, those before letters anywhere.
/// </summary>
internal static class SearchIndex
{
    private const int MostOfAKind = 20;

    private const string Sql = """
        select 'area' as Kind, a.ref_area as Code, a.kind as Part, a.name_en as En, a.name_fr as Fr, a.name_es as Es,
            coalesce((select string_agg(n.name, chr(10)) from reference.area_name as n where n.ref_area = a.ref_area), '') || chr(10) || a.ref_area || chr(10) || coalesce(a.iso2, '') as Others
        from indicators.ref_area as a
        union all
        select 'topic', topic, '', name_en, name_fr, name_es, '' from indicators.topic
        union all
        select 'contingency', contingency, '', short_en, short_fr, short_es, concat_ws(chr(10), name_en, name_fr, name_es) from indicators.contingency
        union all
        select 'indicator', indicator_id, topic, title_en, title_fr, title_es, replace(indicator_id, '_', ' ') from indicators.indicator
        """;

    /// <summary>The best of each kind, and how many more of it there are.</summary>
    public static IReadOnlyList<Found> Find(PageView view, string text)
    {
        var sought = Fold(text.Trim());
        if (sought.Length == 0)
        {
            return [];
        }

        var language = view.State.Language;
        return
        [
            .. from entry in view.Session.Query<Entry>(Sql)
               let names = entry.Names(language, AlsoCalled(entry))
               let rank = names.Min(name => Rank(Fold(name), sought))
               where rank < NotFound
               // The name that was found, where it is not the one the page is about to show.
               let found = names.First(name => Rank(Fold(name), sought) == rank)
               orderby rank, FoldedText.Of(names[0])
               group new Hit(entry.Kind, entry.Code, entry.Part, names[0], found == names[0] ? null : found) by entry.Kind into kind
               select new Found(kind.Key, [.. kind.Take(MostOfAKind)], Math.Max(0, kind.Count() - MostOfAKind)),
        ];
    }

    /// <summary>What people say for a topic that has another name here; other things have their other names in the data.</summary>
    private static IEnumerable<string> AlsoCalled(Entry entry) => entry.Kind == "topic"
        ? Language.All.SelectMany(language => Texts.In(language)[$"search.also.{entry.Code}"].Split(", "))
        : entry.Others.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string text) => FoldedText.Of(text).Replace("'", "", StringComparison.Ordinal);

    private const int NotFound = 4;

    private static int Rank(string name, string sought) =>
        name == sought ? 0
        : name.StartsWith(sought, StringComparison.Ordinal) ? 1
        : name.Contains(' ' + sought, StringComparison.Ordinal) || name.Contains('(' + sought, StringComparison.Ordinal) ? 2
        : sought.Length >= 3 && name.Contains(sought, StringComparison.Ordinal) ? 3
        : NotFound;

    internal sealed record Found(string Kind, IReadOnlyList<Hit> Hits, int More);

    /// <param name="Part">Of an area its kind, of an indicator its topic.</param>
    /// <param name="FoundAs">The other name by which it was found.</param>
    internal sealed record Hit(string Kind, string Code, string Part, string Name, string? FoundAs);

    private sealed record Entry(string Kind, string Code, string Part, string En, string Fr, string Es, string Others)
    {
        /// <summary>The reader's own name first.</summary>
        public IReadOnlyList<string> Names(Language language, IEnumerable<string> others) =>
            [language.Pick(En, Fr, Es), .. new[] { En, Fr, Es }.Concat(others).Distinct().Where(name => name != language.Pick(En, Fr, Es))];
    }
}
