namespace SpIndicators.Dashboards.Exports;

/// <summary>Names of files that a reader takes away: what the address asks for, and the vintage, in letters that every file system takes.</summary>
internal static class FileName
{
    /// <summary>Letters of what is asked; a whole name stays far below the 255 bytes that file systems hold.</summary>
    private const int Longest = 120;

    /// <summary><c>explore-chart-old_age-KEN-SEN-2015..2023-2026-11-23</c>, without an ending. Empty parts are left out, a very long list of them is cut off; the vintage never.</summary>
    public static string Of(IEnumerable<string> parts, string vintage)
    {
        var words = parts.Select(Clean).Where(part => part.Length > 0);
        var asked = string.Join('-', words);
        return $"{(asked.Length > Longest ? asked[..Longest] : asked).TrimEnd('-', '.')}-{Clean(vintage)}";
    }

    private static string Clean(string part) =>
        string.Concat(part.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-')).Trim('-');
}
