namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>What the values of a report are, in sentences: how many the country reported and how many somebody estimated, and what to mind.</summary>
internal static class Nature
{
    private static readonly string[] Known = ["C", "CA", "E", "M", "G"];

    /// <summary>As the producer says.</summary>
    public static string Statement(ReportFigures data)
    {
        var counts = data.Rows.GroupBy(row => Known.Contains(row.Nature) ? row.Nature! : "none").OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        return data.T["pack.nature", string.Join(", ", counts.Select(group => data.T.Count($"pack.nature.{group.Key}", group.Count())))];
    }

    /// <summary>Each flag that some value has: "break (6): jump: perhaps a break in the series".</summary>
    public static IEnumerable<string> Flags(ReportFigures data) => data.Rows.SelectMany(row => row.Flags).GroupBy(flag => flag).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => data.T["pack.flag", group.Key, data.View.Format.Whole(group.Count()), data.Flags[group.Key]]);
}
