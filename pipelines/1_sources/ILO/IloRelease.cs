using System.Globalization;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.ILO;

/// <summary>
/// What both of the ILO's services have in common: lines of one indicator in one breakdown besides sex, put into the columns of
/// a source. Columns are named here as in the bulk files; <see cref="IloSdmxCsv"/> knows their other names.
/// </summary>
internal sealed class IloRelease(AgencyQuestion question)
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    public SourceRows Rows { get; } = new(question.Source, [.. question.Source.Columns, .. question.Source.OptionalColumns]);

    /// <param name="printed">What the line has in a column of the bulk files.</param>
    public void Add(Func<string, string> printed)
    {
        codes.Add(printed("classif1"));
        Rows.Add(column => column switch
        {
            "iso3" => printed("ref_area"),
            "classif" or "classif1" => Word(printed("classif1")),
            "indicator" => question.Source.SeriesColumn == "indicator" ? question.Series[0] : question.Way.Indicator!,
            // The services print codes only.
            "country" => "",
            _ => Constant(column) ?? printed(column),
        });
    }

    /// <summary>The lines, once all are read.</summary>
    /// <exception cref="FetchException">A code the card has a word for is not among them: it was renamed or is gone.</exception>
    public SourceRows Whole()
    {
        var missing = question.Way.Codes.Keys.Except(codes, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return missing.Count > 0 && question.IsWhole
            ? throw new FetchException($"has no line of {string.Join(", ", missing)}, which its card knows; its codes are {string.Join(", ", codes.Order(StringComparer.Ordinal))}")
            : Rows;
    }

    /// <summary>The ILO prints no date of release; when the file last changed is the nearest to it.</summary>
    public static AgencyAnswer Of(SourceRows rows, AgencyLine line) =>
        DateTimeOffset.TryParse(line.LastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var modified)
            ? new AgencyAnswer(rows)
            {
                ReleasedOn = DateOnly.FromDateTime(modified.UtcDateTime),
                ReleasedOnBasis = "Day on which the file last changed, as the ILO's server says (Last-Modified); no date of release is printed.",
            }
            : new AgencyAnswer(rows);

    /// <summary>A code nobody has met stays as it is, and is told by name once the release is whole.</summary>
    private string Word(string code) => question.Way.Codes.GetValueOrDefault(code, code);

    private string? Constant(string column) => question.Way.SeriesColumns.GetValueOrDefault(question.Series[0])?.GetValueOrDefault(column);
}
