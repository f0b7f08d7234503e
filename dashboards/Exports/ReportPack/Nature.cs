namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>How many of the values the country reported, and how many somebody estimated, as the producer says.</summary>
internal static class Nature
{
    private static readonly string[] Known = ["C", "CA", "E", "M", "G"];

    public static string Statement(ReportFigures data)
    {
        var counts = data.Rows.GroupBy(row => Known.Contains(row.Nature) ? row.Nature! : "none").OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        return data.T["pack.nature", string.Join(", ", counts.Select(group => data.T[$"pack.nature.{group.Key}", data.View.Format.Whole(group.Count())]))];
    }
}
