using System.Text.RegularExpressions;
using SpIndicators.Dashboards.Exports.Data;

namespace SpIndicators.Dashboards.Workbooks;

/// <summary>A text as a cell holds it.</summary>
internal static partial class WorkbookText
{
    /// <summary>Never a formula; letters that XML cannot hold as the format spells them, <c>_x0001_</c>, and what only looks so as itself.</summary>
    public static string Of(string text)
    {
        var harmless = CsvFile.Harmless(text);
        var plain = harmless.Contains("_x", StringComparison.Ordinal) ? Spelled().Replace(harmless, "_x005F$0") : harmless;
        return XmlLetters.Each(plain, letter => $"_x{(int)letter:X4}_");
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Spelled();
}
