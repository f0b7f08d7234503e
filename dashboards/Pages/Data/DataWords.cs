using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Pages.Data;

/// <summary>Small things the pages of the catalogue say alike.</summary>
internal static class DataWords
{
    /// <summary>"2000–2023", or the one year.</summary>
    public static string Years(int first, int last) => first == last ? Formats.Year(first) : $"{Formats.Year(first)}–{Formats.Year(last)}";
}
