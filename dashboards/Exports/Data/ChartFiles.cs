using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SpIndicators.Dashboards.Workbooks;

namespace SpIndicators.Dashboards.Exports.Data;

/// <summary>The values of a chart as a file, in each format.</summary>
internal static class ChartFiles
{
    /// <summary>Heads of the table of sources, cell by cell as <see cref="CellsOf"/> has them.</summary>
    public static readonly IReadOnlyList<string> SourceColumns =
        ["SOURCE_ID", "SOURCE_VINTAGE", "PRODUCER", "TITLE", "CITATION", "ATTRIBUTION", "LICENCE", "URL", "RELEASED", "RETRIEVED", "SNAPSHOT_SHA256"];

    /// <exception cref="ArgumentOutOfRangeException">The format is a picture's.</exception>
    public static byte[] Of(TakenChart taken, ExportAsked asked) => asked.Format switch
    {
        var format when format == ExportFormat.Csv => Csv(taken, asked.Csv),
        var format when format == ExportFormat.SdmxCsv => SdmxCsv(taken),
        var format when format == ExportFormat.Xlsx => Xlsx(taken),
        var format when format == ExportFormat.Json => Json(taken),
        var format when format == ExportFormat.Metadata => Metadata(taken),
        var format when format == ExportFormat.Zip => Zip(taken),
        var format when format == ExportFormat.Bibliography => Citation.BibTeX(taken),
        var format when format == ExportFormat.Citation => Encoding.UTF8.GetBytes($"{Citation.Short(taken)}\n{Citation.Long(taken)}\n"),
        var other => throw new ArgumentOutOfRangeException(nameof(asked), other.Ending, "Not a file of values."),
    };

    public static byte[] Csv(TakenChart taken, CsvDialect dialect)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(CsvFile.Begin(bytes, dialect, taken.View.State.Language), taken.Rows);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>All columns of the rows, under their names.</summary>
    public static void Write(CsvFile file, IEnumerable<Api.ObservationRow> rows)
    {
        foreach (var column in ExportColumn.All)
        {
            file.Cell(column.Name);
        }

        file.EndRow();
        foreach (var row in rows)
        {
            foreach (var column in ExportColumn.All)
            {
                file.Cell(column.Of(row));
            }

            file.EndRow();
        }
    }

    /// <summary>SDMX-CSV 2.0: what is published; what a page worked out itself is of no data structure.</summary>
    public static byte[] SdmxCsv(TakenChart taken)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Sdmx.SdmxCsv.Write(bytes, taken.Series);
        return bytes.WrittenSpan.ToArray();
    }

    public static byte[] Json(TakenChart taken) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Metadata = ChartMetadata.Of(taken),
            Rows = taken.Rows.Select(row => ExportColumn.All.ToDictionary(column => column.Name, column => column.Of(row))),
        },
        ChartMetadata.Json);

    public static byte[] Metadata(TakenChart taken) => JsonSerializer.SerializeToUtf8Bytes(ChartMetadata.Of(taken), ChartMetadata.Json);

    public static byte[] Xlsx(TakenChart taken)
    {
        var t = taken.View.T;
        var data = new Sheet("Data");
        data.Add([.. ExportColumn.All.Select(column => SheetCell.Heading(column.Name))]);
        foreach (var row in taken.Rows)
        {
            data.Add([.. ExportColumn.All.Select(column => CellOf(column.Of(row)))]);
        }

        var metadata = new Sheet("Metadata");
        metadata.Add(SheetCell.Heading(t["export.sheet.item"]), SheetCell.Heading(t["export.sheet.text"]));
        metadata.Add(t["export.sheet.title"], taken.Spec.Title);
        metadata.Add(t["export.sheet.subtitle"], taken.Spec.Subtitle ?? "");
        metadata.Add(t["export.sheet.unit"], taken.Spec.Unit);
        metadata.Add(t["export.sheet.summary"], taken.Spec.Summary);
        foreach (var card in taken.Indicators)
        {
            metadata.Add(card.IndicatorId, card.Title);
            metadata.Add(t["export.sheet.definition", card.IndicatorId], card.Definition);
            metadata.Add(t["export.sheet.formula", card.IndicatorId], card.Formula);
            metadata.Add(t["export.sheet.caveats", card.IndicatorId], card.Caveats);
        }

        foreach (var column in ExportColumn.All)
        {
            metadata.Add(column.Name, t[column.Meaning]);
        }

        foreach (var (flag, words) in ChartMetadata.FlagsOf(taken))
        {
            metadata.Add($"FLAGS={flag}", words);
        }

        var sources = new Sheet("Sources");
        sources.Add([.. SourceColumns.Select(SheetCell.Heading)]);
        foreach (var source in taken.Sources)
        {
            sources.Add([.. CellsOf(source).Select(text => (SheetCell)text)]);
        }

        var readme = new Sheet("Readme");
        foreach (var line in Readme(taken))
        {
            readme.Add(line);
        }

        return WorkbookFile.Of([data, metadata, sources, readme]);
    }

    /// <summary>The table, its metadata, a Frictionless description of it and a page to read, in one file.</summary>
    public static byte[] Zip(TakenChart taken)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, $"{taken.FileStem}.csv", Csv(taken, CsvDialect.Plain));
            Add(zip, $"{taken.FileStem}.metadata.json", Metadata(taken));
            Add(zip, "datapackage.json", PackageOf(taken).ToJson());
            Add(zip, "readme.md", Encoding.UTF8.GetBytes(string.Join("\n\n", Readme(taken)) + "\n"));
        }

        return bytes.ToArray();
    }

    private static DataPackage PackageOf(TakenChart taken) => new(
        taken.FileStem, taken.Spec.Title, taken.View.Session.Vintage, taken.Permalink, $"{taken.FileStem}.csv", taken.Sources, column => taken.View.T[column.Meaning])
    {
        Description = taken.Spec.Subtitle,
        Created = $"{taken.ExportedText}T00:00:00Z",
    };

    public static IEnumerable<string> CellsOf(Api.ProvenanceQuery.Source source) =>
    [
        source.SourceId, source.Vintage, source.Producer, source.Title, source.Citation ?? "", source.Attribution ?? "", source.Licence, source.Url ?? "", source.Released, source.RetrievedAt, source.SnapshotSha256,
    ];

    /// <summary>The paragraphs of the readme, in the language of the view.</summary>
    private static IEnumerable<string> Readme(TakenChart taken)
    {
        var t = taken.View.T;
        yield return taken.Spec.Title;
        if (taken.Spec.Subtitle is { } subtitle)
        {
            yield return subtitle;
        }

        yield return t["export.readme.cite", Citation.Long(taken)];
        yield return t["export.processing"];
        yield return t["export.readme.missing"];
        yield return t["export.readme.text"];
        var chosen = Urls.Parameters(taken.View.State, taken.View.OwnState).Select(parameter => $"{parameter.Name}={parameter.Value}").ToList();
        yield return chosen.Count == 0 ? t["export.readme.unfiltered"] : t["export.readme.filters", string.Join(", ", chosen)];
        yield return t["export.readme.links", taken.Permalink, taken.NewestLink];
    }

    private static SheetCell CellOf(object? value) => value switch
    {
        null => SheetCell.Empty,
        double number => number,
        int number => number,
        string text => text,
        _ => throw new ArgumentException($"A cell holds a text or a number, not {value.GetType()}.", nameof(value)),
    };

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(bytes);
    }
}
