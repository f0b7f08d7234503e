using SpIndicators.Dashboards.Api;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>What is to be minded about a value, as the tables of a report say it: first what its producer says, then our flags.</summary>
internal static class Notes
{
    private const string Break = "break";

    /// <summary>The status of a value of which there is nothing to say.</summary>
    private const string Normal = "A";

    /// <summary>A code of SDMX: the producer's own, and B where the series jumps and the producer says nothing of the value.</summary>
    public static string? Status(ObservationRow row) => (row.ObsStatus is null or "" or Normal) && row.Flags.Contains(Break) ? "B" : row.ObsStatus;

    /// <summary>The producer's note, then each flag in words with its code; null where there is neither.</summary>
    /// <param name="hasStatus">Whether the note tells the producer's status too: for a table whose readers see notes and no codes.</param>
    public static string? FootNote(ReportFigures data, ObservationRow row, bool hasStatus = false)
    {
        var notes = new[] { row.CommentObs, hasStatus ? StatusInWords(data, row) : null }.Concat(row.Flags.Select(flag => $"{data.Flags[flag]} ({flag})"));
        return string.Join(" | ", notes.Where(note => !string.IsNullOrEmpty(note))) is { Length: > 0 } text ? text : null;
    }

    // A list of ours has the codes that the sources print; another one is told as it is.
    private static string? StatusInWords(ReportFigures data, ObservationRow row) => row.ObsStatus switch
    {
        null or "" or Normal => null,
        "B" or "E" or "F" or "I" or "O" or "P" or "U" => $"{data.T[$"sdmx.OBS_STATUS.{row.ObsStatus}"]} ({row.ObsStatus})",
        var code => code,
    };
}
