using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.ILO;

/// <summary>ILOSTAT's SDMX service, as CSV: one flow in one answer. It names things otherwise than the bulk files do.</summary>
internal sealed class IloSdmxCsv : IAgencyFetcher
{
    private static readonly string[] Accept = ["text/csv", "application/vnd.sdmx.data+csv", "application/csv"];
    private static readonly string[] Required = ["REF_AREA", "MEASURE", "SEX", "SOC", "TIME_PERIOD", "OBS_VALUE"];

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
        Shape.Expect([.. lines.Header], Required, Known, "column");
        var rows = new SourceRows(question.Source, question.Source.Columns);
        while (lines.Read())
        {
            IsWhatWasAskedFor(question, lines);
            rows.Add(column => column switch
            {
                "ref_area" => lines["REF_AREA"],
                "source" => lines["SOURCE"],
                "indicator" => IloRelease.Indicator,
                "sex" => lines["SEX"],
                "classif1" => lines["SOC"],
                "time" => lines["TIME_PERIOD"],
                "obs_value" => lines["OBS_VALUE"],
                "obs_status" => lines["OBS_STATUS"],
                "note_classif" => lines["NOTE_CLASSIF"],
                "note_indicator" => lines["NOTE_INDICATOR"],
                "note_source" => lines["NOTE_SOURCE"],
                _ => throw new ArgumentException($"No SDMX column is known for {column}."),
            });
        }

        return (rows, rows.Count);
    }

    /// <summary>Another measure or unit under the same columns would pass for coverage.</summary>
    private static void IsWhatWasAskedFor(AgencyQuestion question, CsvLines lines)
    {
        Is(lines, "MEASURE", question.Way.Measure);
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
