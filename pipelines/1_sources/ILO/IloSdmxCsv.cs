using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.ILO;

/// <summary>ILOSTAT's SDMX service, as CSV: one flow in one answer. It names things otherwise than the bulk files do.</summary>
internal sealed class IloSdmxCsv : IAgencyFetcher
{
    private static readonly string[] Accept = ["text/csv", "application/vnd.sdmx.data+csv", "application/csv"];
    private static readonly string[] Required = ["REF_AREA", "MEASURE", "SEX", "TIME_PERIOD", "OBS_VALUE"];

    // What the service prints besides; of some of it nothing is kept.
    private static readonly string[] Known =
    [
        "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "OBS_STATUS", "UNIT_MEASURE_TYPE", "UNIT_MEASURE", "UNIT_MULT", "SOURCE",
        "NOTE_SOURCE", "NOTE_INDICATOR", "NOTE_CLASSIF", "DECIMALS", "UPPER_BOUND", "LOWER_BOUND",
    ];

    public string Kind => "ilo_sdmx_csv";

    public async Task<AgencyAnswer?> Fetch(AgencyQuestion question, AgencyLine line, CancellationToken cancellation)
    {
        var (isNew, rows) = await line.AskUnlessTheSame(question.Path(question.Series), Accept, bytes => Read(question, bytes), cancellation);
        return isNew ? IloRelease.Of(rows!, line) : null;
    }

    private static (SourceRows, long) Read(AgencyQuestion question, Stream bytes)
    {
        using var lines = new CsvLines(bytes);
        var breakdown = question.Way.Dimension!;
        Shape.Expect([.. lines.Header], [.. Required, breakdown], Known, "column");
        var release = new IloRelease(question);
        while (lines.Read())
        {
            IsWhatWasAskedFor(question, lines);
            release.Add(column => lines[column switch
            {
                "ref_area" => "REF_AREA",
                "classif1" => breakdown,
                "time" => "TIME_PERIOD",
                _ => column.ToUpperInvariant(),
            }]);
        }

        return (release.Whole(), release.Rows.Count);
    }

    /// <summary>Another measure, unit or frequency under the same columns would pass for what was asked for.</summary>
    private static void IsWhatWasAskedFor(AgencyQuestion question, CsvLines lines)
    {
        Is(lines, "MEASURE", question.Way.Measure);
        Is(lines, "FREQ", "A");
        Is(lines, "UNIT_MEASURE", "PT");
        Is(lines, "UNIT_MULT", "0");
    }

    private static void Is(CsvLines lines, string column, string? expected)
    {
        var printed = lines[column];
        if (expected is not null && printed.Length > 0 && printed != expected)
        {
            throw new FetchException($"has '{printed}' in {column}, where '{expected}' was expected");
        }
    }
}
