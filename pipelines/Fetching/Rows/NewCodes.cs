using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Fetching.Rows;

/// <summary>Codes nobody has met yet: no reason to refuse a release, and a reason to tell.</summary>
internal static class NewCodes
{
    /// <summary>A sentence a column.</summary>
    public static IReadOnlyList<string> Of(SourceRows rows, IEnumerable<Snapshot> atHand)
    {
        var source = rows.Source;
        string?[] named = [source.AreaColumn, source.SeriesColumn, .. source.Key];
        var columns = named.OfType<string>().Distinct().Where(c => c != source.TimeColumn && !source.ValueColumns.Contains(c)).ToList();
        var unknown = columns.ToDictionary(c => c, c => rows.Distinct(c).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal));
        var met = false;
        foreach (var snapshot in atHand)
        {
            met = true;
            var known = SnapshotRows.Read(snapshot, source, columns);
            columns.ForEach(c => unknown[c].ExceptWith(known.Distinct(c)));
        }

        return met ? [.. columns.Where(c => unknown[c].Count > 0).Select(c => Sentence(c, unknown[c]))] : [];
    }

    private static string Sentence(string column, HashSet<string> codes)
    {
        const int Shown = 12;
        var first = string.Join(", ", codes.Order(StringComparer.Ordinal).Take(Shown));
        return $"{column} has codes not met before: {first}{(codes.Count > Shown ? $" and {codes.Count - Shown} more" : "")}";
    }
}
