using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.ILO;

/// <summary>ILOSTAT's bulk files: one indicator in one file. Its sources are codes (BA:259).</summary>
internal sealed class IloBulkCsv : IAgencyFetcher
{
    private static readonly string[] Accept = ["text/csv", "application/csv", "text/plain"];

    private static readonly string[] Columns =
        ["ref_area", "source", "indicator", "sex", "classif1", "time", "obs_value", "obs_status", "note_classif", "note_indicator", "note_source"];

    public string Kind => "ilo_bulk_csv";

    public async Task<AgencyAnswer?> Fetch(AgencyQuestion question, AgencyLine line, CancellationToken cancellation)
    {
        var (isNew, rows) = await line.AskUnlessTheSame(question.Path(question.Series), Accept, bytes => Read(question, bytes), cancellation);
        return isNew
            ? IloRelease.Of(rows!, line) with { Notes = "Read from the bulk file, whose sources are codes (BA:259): it does not say which figures are modelled." }
            : null;
    }

    private static (SourceRows, long) Read(AgencyQuestion question, Stream bytes)
    {
        using var lines = new CsvLines(bytes);
        Shape.Expect([.. lines.Header], Columns, [], "column");
        var release = new IloRelease(question);
        while (lines.Read())
        {
            if (lines["indicator"] != question.Way.Indicator)
            {
                throw new FetchException($"has '{lines["indicator"]}' in indicator, where '{question.Way.Indicator}' was expected");
            }

            release.Add(column => lines[column]);
        }

        return (release.Whole(), release.Rows.Count);
    }
}
