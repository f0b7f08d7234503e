using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.ILO;

/// <summary>ILOSTAT's bulk files: one indicator in one file, in the columns the source is kept in. Its sources are codes (BA:259).</summary>
internal sealed class IloBulkCsv : IAgencyFetcher
{
    private static readonly string[] Accept = ["text/csv", "application/csv", "text/plain"];

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
        Shape.Expect([.. lines.Header], question.Source.Columns, [], "column");
        var rows = new SourceRows(question.Source, question.Source.Columns);
        while (lines.Read())
        {
            if (lines["indicator"] != IloRelease.Indicator)
            {
                throw new FetchException($"has '{lines["indicator"]}' in indicator, where '{IloRelease.Indicator}' was expected");
            }

            rows.Add(column => lines[column]);
        }

        return (rows, rows.Count);
    }
}
