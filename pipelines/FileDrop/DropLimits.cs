using System.Globalization;
using SpIndicators.Core.Operations;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>How much a file may hold. National figures are far below; what is above is a mistake or an attack.</summary>
internal static class DropLimits
{
    public const int Rows = 200_000;
    public const int Columns = 200;
    public const int Letters = 2_000;

    /// <summary>Of all parts of a workbook together.</summary>
    public const long UnpackedBytes = 5 * IFileDrop.MaxBytes;
    public const int Parts = 1_000;

    public static DropException TooManyRows() => new(FormattableString.Invariant($"The sheet has more than {Rows:N0} rows. Leave out what is not about coverage, or upload it in parts."));

    public static DropException TooManyColumns(int row) => new(FormattableString.Invariant($"Row {row} has more than {Columns} columns. Leave out those that are not needed."));

    public static string Megabytes(long bytes) => (bytes / (1024.0 * 1024)).ToString("0", CultureInfo.InvariantCulture) + " MB";
}
