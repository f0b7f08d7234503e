namespace SpIndicators.Dashboards.Coverage;

/// <summary>
/// Which rows of a long ranking are shown: both ends and the chosen ones. Of those that share a place no more than
/// <see cref="MostOfAPlace"/> stand at an end, or 38 countries without any cover would be the whole end, and nobody would see who follows.
/// </summary>
public static class RankingEnds
{
    /// <summary>Rows at each end.</summary>
    public const int Length = 15;

    public const int MostOfAPlace = 5;

    /// <param name="ranked">Areas in order with what is said of their values; the same words are the same place.</param>
    /// <param name="isChosen">Always shown.</param>
    /// <returns>The areas shown, and of places with more than are shown: which place, how many.</returns>
    public static (HashSet<string> Shown, IReadOnlyList<(int Place, int Areas)> Crowded) Of(
        IReadOnlyList<(string Area, string Said)> ranked, Func<string, bool> isChosen)
    {
        if (ranked.Count <= 2 * Length)
        {
            return ([.. ranked.Select(r => r.Area)], []);
        }

        var places = ranked.Select((r, i) => (r.Area, r.Said, Place: i + 1)).GroupBy(r => r.Said)
            .Select(same => (same.First().Place, Areas: same.Select(r => r.Area).ToList())).ToList();
        IEnumerable<string> End(IEnumerable<(int Place, List<string> Areas)> fromTheEnd) =>
            fromTheEnd.SelectMany(same => same.Areas.Take(MostOfAPlace)).Take(Length);
        var ends = End(places).Concat(End(places.AsEnumerable().Reverse())).ToHashSet(StringComparer.Ordinal);
        var crowded = places.Where(same => same.Areas.Count > MostOfAPlace && ends.Overlaps(same.Areas));
        return ([.. ends, .. ranked.Select(r => r.Area).Where(isChosen)], [.. crowded.Select(same => (same.Place, same.Areas.Count))]);
    }
}
