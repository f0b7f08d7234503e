using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Pages.Data;

/// <summary>Small things the pages of the catalogue say alike.</summary>
internal static class DataWords
{
    // What readers ask first stands first; a topic that is new stands last until it gets its place.
    private static readonly string[] Topics =
        ["coverage", "trend", "peers", "aggregate", "gender", "informality", "pensions", "standards", "financing", "fiscal_space", "quality"];

    public static int PlaceOf(string topic) => Array.IndexOf(Topics, topic) is >= 0 and var place ? place : Topics.Length;

    /// <summary>"2000–2023", or the one year.</summary>
    public static string Years(int first, int last) => first == last ? Formats.Year(first) : $"{Formats.Year(first)}–{Formats.Year(last)}";
}
