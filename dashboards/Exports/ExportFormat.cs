namespace SpIndicators.Dashboards.Exports;

/// <summary>What a chart can be taken away as. The ending stands in the address instead of the page's own: <c>/explore.csv?…</c>.</summary>
/// <param name="Ending">With its dot.</param>
/// <param name="IsPicture">Made of the drawing; the others are made of the values.</param>
public sealed record ExportFormat(string Ending, string MediaType, bool IsPicture)
{
    public static readonly ExportFormat Svg = new(".svg", "image/svg+xml", IsPicture: true);
    public static readonly ExportFormat Png = new(".png", "image/png", IsPicture: true);
    public static readonly ExportFormat Pdf = new(".pdf", "application/pdf", IsPicture: true);
    public static readonly ExportFormat Csv = new(".csv", "text/csv; charset=utf-8; header=present", IsPicture: false);
    public static readonly ExportFormat SdmxCsv = new(".sdmx.csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", IsPicture: false);
    public static readonly ExportFormat Xlsx = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsPicture: false);
    public static readonly ExportFormat Json = new(".json", "application/json", IsPicture: false);
    public static readonly ExportFormat Metadata = new(".metadata.json", "application/json", IsPicture: false);
    public static readonly ExportFormat Zip = new(".zip", "application/zip", IsPicture: false);
    public static readonly ExportFormat Bibliography = new(".bib", "application/x-bibtex; charset=utf-8", IsPicture: false);

    /// <summary>The sentences of a citation, a line each: the short one, the long one.</summary>
    public static readonly ExportFormat Citation = new(".txt", "text/plain; charset=utf-8", IsPicture: false);

    /// <summary>A page with nothing but the picture and the way here; the only one that pages of others may frame.</summary>
    public static readonly ExportFormat Embed = new(".embed", "text/html; charset=utf-8", IsPicture: true);

    /// <summary>Longer endings before those they end with.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [Metadata, SdmxCsv, Svg, Png, Pdf, Csv, Xlsx, Json, Zip, Bibliography, Citation, Embed];

    /// <summary>The format that a path ends with, and the path without the ending; null for any other path.</summary>
    public static (ExportFormat Format, string Path)? Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var format = All.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase) && path.Length > known.Ending.Length + 1);
        return format is null ? null : (format, path[..^format.Ending.Length]);
    }
}
