using System.Buffers;
using System.Globalization;
using System.Text;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Exports.ReportPack;

/// <summary>
/// What a site made with Open SDG reads: a table in which an empty disaggregation is the total, the settings of the indicator and its
/// metadata, both in YAML. Names of fields and of columns with a meaning are the program's; a value with a dot is a key of its translations.
/// </summary>
internal static class OpenSdg
{
    /// <summary>Sources that the program's schema of metadata has fields for.</summary>
    private const int MostSources = 6;

    public static byte[] Data(ReportFigures data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var file = new CsvFile(bytes);
        // "Observation status", "COMMENT_OBS" and "Units" are no disaggregations: the program knows them by these names.
        foreach (var column in new[] { "Year", data.T["pack.component"], data.T["pack.sex"], "Observation status", "COMMENT_OBS", "Units", "Value" })
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
            file.Cell((object?)Notes.Status(row));
            file.Cell((object?)Notes.FootNote(data, row, hasStatus: true));
            file.Cell(data.T["pack.unit"]);
            file.Cell(row.ObsValue);
            file.EndRow();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>How the site shows the indicator: <c>indicator-config/1-3-1.yml</c>.</summary>
    public static byte[] Settings(ReportFigures data) => Yaml(
    [
        ("indicator_number", "1.3.1"),
        ("indicator_name", "global_indicators.1-3-1-title"),
        ("data_non_statistical", false),
        ("reporting_status", "complete"),
        ("graph_type", "line"),
        ("graph_title", data.T["pack.title", data.Country.NameIn(data.View.State.Language)]),
        ("national_geographical_coverage", data.Country.NameIn(data.View.State.Language)),
        ("computation_units", data.T["pack.unit"]),
        ("data_footnote", Nature.Statement(data)),
        ("copyright", data.View.Format.Listed(data.Sources.Select(source => $"{source.Attribution ?? source.Producer} ({source.Licence})"))),
    ]);

    /// <summary>What is told about its data: <c>meta/1-3-1.yml</c>.</summary>
    /// <param name="address">Where the file was taken from.</param>
    /// <param name="exported">The day, as ISO writes it.</param>
    public static byte[] Metadata(ReportFigures data, string address, string exported)
    {
        var card = IndicatorCard.Find(data.View.Session, data.View.State.Language, "coverage");
        return Yaml(
        [
            ("SDG_GOAL", "global_goals.1-title"),
            ("SDG_TARGET", "global_targets.1-3-title"),
            ("SDG_INDICATOR", "global_indicators.1-3-1-title"),
            ("SDG_SERIES_DESCR", data.View.Format.Listed(data.Rows.Select(row => row.Contingency).Distinct().Select(code => data.Lists[code].Name))),
            ("META_LAST_UPDATE", exported),
            ("STAT_CONC_DEF", card?.Definition ?? ""),
            ("UNIT_MEASURE", data.T["pack.unit"]),
            ("SOURCE_TYPE", Nature.Statement(data)),
            ("DATA_SOURCE", data.View.Format.Listed(data.Rows.Select(row => row.SourceDetail).OfType<string>().Distinct())),
            ("COMPILING_ORG", data.View.Format.Listed(data.Sources.Select(source => source.Producer).Distinct())),
            ("REC_USE_LIM", string.Join(" ", Nature.Flags(data).Prepend(card?.Caveats ?? "").Where(text => text.Length > 0).Select(text => text.TrimEnd('.') + "."))),
            ("OTHER_DOC", address),
            .. data.Sources.Take(MostSources).SelectMany((source, i) => Source(source, i + 1)),
        ]);
    }

    private static IEnumerable<(string Key, object Value)> Source(Api.ProvenanceQuery.Source source, int n)
    {
        yield return ($"source_active_{n}", true);
        yield return ($"source_organisation_{n}", source.Producer);
        yield return ($"source_url_text_{n}", $"{source.Title} ({source.Vintage})");
        yield return ($"source_url_{n}", source.Url ?? "");
        // The program reads a whole date or none.
        yield return ($"source_release_date_{n}", source.ReleasedPrecision == "day" ? source.Released : "");
        yield return ($"source_other_info_{n}", source.Licence);
    }

    // Texts in double quotes, where only the backslash and the quote mean something, and no line ends.
    private static byte[] Yaml(IEnumerable<(string Key, object Value)> fields) => Encoding.UTF8.GetBytes(string.Concat(fields.Select(field =>
        string.Create(CultureInfo.InvariantCulture, $"{field.Key}: {(field.Value is bool yes ? yes ? "true" : "false" : $"\"{Quoted((string)field.Value)}\"")}\n"))));

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
