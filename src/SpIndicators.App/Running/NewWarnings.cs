using System.Data.Common;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Checking;

namespace SpIndicators.App.Running;

/// <summary>
/// Warnings that readers do not see today: of a check that held, or that found fewer rows. What has been warned of for months
/// needs nobody's approval again.
/// </summary>
internal static class NewWarnings
{
    /// <param name="before">The published file; null when there is none.</param>
    public static IReadOnlyList<CheckResult> Of(IReadOnlyList<CheckResult> warnings, string? before)
    {
        var known = before is null ? [] : Known(before);
        return [.. warnings.Where(w => w.OffendingRows > known.GetValueOrDefault(w.Name))];
    }

    private static Dictionary<string, long> Known(string file)
    {
        try
        {
            using var connection = DuckDbProvider.Open(DuckDbOptions.ToRead(file));
            return connection.Query<(string Name, long Rows)>("select check_name, offending_rows from meta.check_result").ToDictionary(c => c.Name, c => c.Rows, StringComparer.Ordinal);
        }
        catch (DbException)
        {
            // A file of another version of the program: nothing of it is known, so everything is new.
            return [];
        }
    }
}
