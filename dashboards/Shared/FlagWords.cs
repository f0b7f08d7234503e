using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Shared;

/// <summary>
/// Our flags on values, in the order they are told: a sign that does not rely on colour, a word, and a sentence. The
/// charts draw the same signs where they have room.
/// </summary>
public static class FlagWords
{
    private static readonly (string Flag, string Sign)[] Signs =
        [("capped", "▲"), ("withdrawn", "⊘"), ("break", "≠"), ("stale", "◷"), ("small_denominator", "∘")];

    /// <summary>Every flag the indicators may carry.</summary>
    public static IEnumerable<string> All => Signs.Select(s => s.Flag);

    /// <summary>The flags of a row, from the column <c>flags</c>.</summary>
    public static IReadOnlyList<string> Split(string? flags) => flags?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static string Sign(string flag) => Signs.FirstOrDefault(s => s.Flag == flag).Sign ?? "•";

    /// <summary>A word or two: "above 100".</summary>
    public static string Word(Texts t, string flag) => IsKnown(flag) ? t[$"flag.{flag}"] : flag;

    /// <summary>What it means for the reader.</summary>
    public static string Meaning(Texts t, string flag) => IsKnown(flag) ? t[$"flag.{flag}.meaning"] : flag;

    private static bool IsKnown(string flag) => Array.Exists(Signs, s => s.Flag == flag);
}
