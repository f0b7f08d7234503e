using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// The columns of a snapshot's rows, and which of them are one constant in all rows because the source has no such thing
/// (<c>'_T' as age</c>, <c>null::varchar as nature</c>). Constants are told by the views and stored nowhere: the writing of
/// a column takes as long whether or not anything is in it, and a source has about half of them.
/// </summary>
internal static partial class StagedColumns
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Constants = new(StringComparer.Ordinal);

    /// <summary>Of every row, in the order of <c>clean.admit</c>.</summary>
    private static readonly string[] OfAll =
    [
        "series_code", "ref_area", "time_period", "sex", "age", "breakdown",
        "obs_value", "unit_measure", "source_unit", "unit_mult", "obs_status", "nature", "source_detail", "comment_obs",
    ];

    /// <summary>Of rows that were rejected; of the others null.</summary>
    private static readonly (string Name, string Type)[] OfRejected =
        [("reject_reason", "varchar"), ("line_no", "bigint"), ("source_area", "varchar"), ("source_time", "varchar"), ("source_value", "varchar")];

    /// <summary>What is stored of the rows that a stg_ model gives and that are admitted.</summary>
    public static string Stored(SqlModel staging) => string.Join(", ", OfAll.Where(column => Constant(staging, column) is null));

    /// <summary>All columns of admitted rows, totals spelled out again.</summary>
    public static string Admitted(SqlModel staging) => string.Join(", ",
        OfAll.Select(column => Constant(staging, column) is { } constant ? $"{constant} as {column}" : Told(column))
            .Concat(OfRejected.Select(column => $"null::{column.Type} as {column.Name}")));

    /// <summary>All columns of rejected rows, which are stored whole.</summary>
    public static string Rejected { get; } = string.Join(", ", OfAll.Select(Told).Concat(OfRejected.Select(column => column.Name)));

    private static string Told(string column) => column is "sex" or "age" or "breakdown" ? $"coalesce({column}, '_T') as {column}" : column;

    /// <summary>The text constant that a model gives as a column, which it mentions nowhere else; null where it is not one.</summary>
    private static string? Constant(SqlModel staging, string column) => Constants.GetOrAdd(staging.Sql, ConstantsOf).GetValueOrDefault(column);

    private static Dictionary<string, string> ConstantsOf(string sql)
    {
        var given = Given().Matches(sql).ToLookup(match => match.Groups["column"].Value, match => match.Groups["constant"].Value);
        var words = Word().Matches(sql).CountBy(match => match.Value).ToDictionary(StringComparer.Ordinal);
        return given.Where(column => column.Count() == words[column.Key] && column.Distinct().Count() == 1).ToDictionary(column => column.Key, column => column.First());
    }

    [GeneratedRegex(@"^\s*(?<constant>null::varchar|'[^'\n]*') as (?<column>\w+),?$", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
