using System.Buffers;
using System.Globalization;
using System.Text;
using SpIndicators.Dashboards.Exports.Data;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>What a site made with Open SDG reads: a table in which an empty disaggregation is the total, and metadata in YAML.</summary>
internal static class OpenSdg
{
    public static byte[] Data(ReportFigures data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var file = new CsvFile(bytes);
        foreach (var column in new[] { "Year", data.T["pack.component"], data.T["pack.sex"], "Observation status", "Units", "Value" })
        {
            file.Cell(column);
        }

        file.EndRow();
        foreach (var row in data.Rows)
        {
            file.Cell(row.TimePeriod);
            // The headline is at least one benefit, all persons: both columns empty.
            file.Cell(row.Contingency == "TOTAL" ? "" : data.Lists[row.Contingency].Name);
            file.Cell(row.Sex == "_T" ? "" : data.T[$"pack.sex.{row.Sex}"]);
            file.Cell((object?)row.ObsStatus);
            file.Cell("Percent");
            file.Cell(row.ObsValue);
            file.EndRow();
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static byte[] Metadata(ReportFigures data, string address)
    {
        var yaml = new StringBuilder();
        Line("indicator_number", "1.3.1");
        Line("indicator_name", data.T["pack.name"]);
        Line("graph_title", data.T["pack.title", data.Country.NameIn(data.View.State.Language)]);
        Line("goal_number", "1");
        Line("target_number", "1.3");
        Line("national_geographical_coverage", data.Country.NameIn(data.View.State.Language));
        Line("computation_units", "Percent");
        Line("graph_type", "line");
        yaml.Append("published: true\n");
        Line("data_non_statistical_note", Nature.Statement(data));
        Line("data_link", address);
        foreach (var (source, n) in data.Sources.Select((source, i) => (source, i + 1)))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"source_active_{n}: true\n");
            Line($"source_organisation_{n}", source.Producer);
            Line($"source_url_text_{n}", $"{source.Title} ({source.Vintage})");
            Line($"source_url_{n}", source.Url ?? "");
            Line($"source_release_date_{n}", source.Released);
            Line($"source_other_info_{n}", source.Licence);
        }

        return Encoding.UTF8.GetBytes(yaml.ToString());

        // In double quotes, where only the backslash and the quote mean something, and no line ends.
        void Line(string key, string value) => yaml.Append(CultureInfo.InvariantCulture, $"{key}: \"{Quoted(value)}\"\n");
    }

    private static string Quoted(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\\' => "\\\\",
        '"' => "\\\"",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' => $"\\u{(int)letter:X4}",
        _ => letter.ToString(),
    }));
}
