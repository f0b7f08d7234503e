namespace SpIndicators.Dashboards.Exports;

/// <summary>Names of files that a reader takes away: what is in them, and the vintage, in letters that every file system takes.</summary>
internal static class FileName
{
    /// <summary>Letters of what is asked; a whole name stays far below the 255 bytes that file systems hold.</summary>
    private const int Longest = 120;

    /// <summary><c>explore-chart-old_age-KEN-SEN-2015..2023-2026-11-23</c>, without an ending. Empty parts are left out.</summary>
    /// <param name="parts">A very long list of them is cut off.</param>
    /// <param name="kept">What stands at the end, the vintage last: never cut off.</param>
    public static string Of(IEnumerable<string> parts, IEnumerable<string> kept)
    {
        var asked = Joined(parts);
        return $"{(asked.Length > Longest ? asked[..Longest] : asked).TrimEnd('-', '.')}-{Joined(kept)}";
    }

    private static string Joined(IEnumerable<string> parts) => string.Join('-', parts.Select(Clean).Where(part => part.Length > 0));

    private static string Clean(string part) =>
        string.Concat(part.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-')).Trim('-');
}
