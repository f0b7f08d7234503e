using System.Globalization;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Fetching.Rows;

namespace SpIndicators.Pipelines.Sources.IMF;

/// <summary>
/// The IMF's SDMX service: the whole outlook in one answer of structure-specific XML, the same in SDMX 2.1 and 3.0. Units
/// stand in groups of an indicator, the last actual year in groups of a country and an indicator.
/// </summary>
internal sealed class ImfSdmx : IAgencyFetcher
{
    private static readonly string[] Accept = ["application/xml", "text/xml", "application/vnd.sdmx.data+xml", "application/vnd.sdmx.structurespecificdata+xml"];

    public string Kind => "imf_sdmx";

    public async Task<AgencyAnswer?> Fetch(AgencyQuestion question, AgencyLine line, CancellationToken cancellation)
    {
        DateOnly? published = null;
        var (isNew, rows) = await line.AskUnlessTheSame(
            question.Path(question.Series),
            Accept,
            bytes =>
            {
                var message = ImfMessage.Read(bytes);
                published = message.Published;
                var read = Rows(question, message);
                return (read, read.Count);
            },
            cancellation);
        return isNew
            ? new AgencyAnswer(rows!)
            {
                ReleasedOn = published,
                ReleasedOnBasis = published is null ? null : "The IMF's service prints it as date of publication.",
                Notes = "The service prints values in units; they are written here in the power of ten that it prints beside them, digit for digit.",
            }
            : null;
    }

    private static SourceRows Rows(AgencyQuestion question, ImfMessage message)
    {
        var wanted = question.Series.ToHashSet(StringComparer.Ordinal);
        var rows = new SourceRows(question.Source, question.Source.Columns);
        var met = new HashSet<(string, string, string)>();
        foreach (var cell in message.Cells.Where(c => wanted.Contains(c.Indicator)))
        {
            if (!met.Add((cell.Country, cell.Indicator, cell.Year)))
            {
                throw new FetchException($"has {cell.Indicator} of {cell.Country} in {cell.Year} twice: a breakdown that is not known, or a line that is repeated");
            }

            var lastActual = message.LastActual.GetValueOrDefault((cell.Country, cell.Indicator), "");
            var (value, scale) = Scaled(cell.Value, cell.Scale);
            rows.Add(column => column switch
            {
                "iso3" => cell.Country,
                "weo_subject_code" => cell.Indicator,
                "year" => cell.Year,
                "value" => value,
                "scale" => scale,
                "units" => message.Units.GetValueOrDefault(cell.Indicator, "na"),
                "last_actual_year" => lastActual,
                "status" => Status(cell.Year, lastActual),
                _ => throw new ArgumentException($"No attribute is known for {column}."),
            });
        }

        return rows;
    }

    /// <summary>94669000000 with the scale 9 is 94.669 thousand millions; a decimal number loses no digit.</summary>
    private static (string Value, string Scale) Scaled(string value, string scale)
    {
        var isScaled = int.TryParse(scale, NumberStyles.None, CultureInfo.InvariantCulture, out var zeros) && zeros is > 0 and <= 12;
        if (!isScaled || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return (value, "0");
        }

        for (var i = 0; i < zeros; i++)
        {
            number /= 10;
        }

        return (number.ToString("0.############################", CultureInfo.InvariantCulture), scale);
    }

    /// <summary>After the last actual year the Fund estimates; a fiscal year such as FY2019/20 cannot be compared.</summary>
    private static string Status(string year, string lastActual) =>
        int.TryParse(lastActual, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? at > last ? "estimate" : "actual"
            : "";
}
