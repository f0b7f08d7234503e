using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Api;
using SpIndicators.Dashboards.Exports.Pictures;

namespace SpIndicators.Dashboards.Exports;

/// <summary>What an address with an ending asks for besides the view of its page.</summary>
/// <param name="Chart">Which of the page's charts; null: the first.</param>
/// <param name="Csv"><see cref="CsvDialect"/>, of CSV alone.</param>
/// <param name="Problem">The first parameter that is not as it should be: a file is kept and passed on, so it is not made of half an address.</param>
public sealed record ExportAsked(
    ExportFormat Format, string? Chart, PictureSize Size, PictureTheme Theme, int Scale, CsvDialect Csv, ApiProblem? Problem)
{
    public const string ChartName = "chart";
    public const string SizeName = "size";
    public const string ThemeName = "theme";
    public const string ScaleName = "scale";
    public const string CsvName = "csv";

    /// <summary>Names that no page follows: they are taken off the address before the page sees it.</summary>
    public static readonly IReadOnlyList<string> Names = [ChartName, SizeName, ThemeName, ScaleName, CsvName];

    private static readonly IReadOnlyList<string> Sizes = [.. PictureSize.All.Select(size => size.Name)];
    private static readonly IReadOnlyList<string> Themes = ["light", "dark"];

    public static ExportAsked Read(ExportFormat format, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(query);
        ApiProblem? problem = null;
        var size = OneOf(SizeName, Sizes, format.IsPicture);
        var theme = OneOf(ThemeName, Themes, format.IsPicture);
        var scale = OneOf(ScaleName, ["1", "2"], format.IsPicture);
        if (query[ChartName].Count > 1)
        {
            problem ??= new(ChartName, "given once", query[ChartName].ToString());
        }

        var csv = OneOf(CsvName, ["plain", "excel"], format == ExportFormat.Csv);
        return new(
            format, query[ChartName] is [{ Length: > 0 } chart] ? chart : null,
            PictureSize.All.First(known => known.Name == size), theme == "dark" ? PictureTheme.Dark : PictureTheme.Light, scale == "2" ? 2 : 1,
            csv == "excel" ? CsvDialect.Excel : CsvDialect.Plain, problem);

        string OneOf(string name, IReadOnlyList<string> known, bool isHeeded)
        {
            if (!query.TryGetValue(name, out var given))
            {
                return known[0];
            }

            if (!isHeeded)
            {
                problem ??= new(name, $"left out of an address that ends with {format.Ending}", given.ToString());
            }
            else if (given is not [var text] || !known.Contains(text))
            {
                problem ??= new(name, $"one of {string.Join(", ", known)}", given.ToString());
            }

            return given is [{ } one] && known.Contains(one) ? one : known[0];
        }
    }

    /// <summary>Of the file's name: what would else give two files the same one.</summary>
    public IEnumerable<string> NameParts => new[]
    {
        Size == PictureSize.All[0] ? "" : Size.Name, Scale == 1 ? "" : $"{Scale}x", Theme == PictureTheme.Dark ? "dark" : "", Csv == CsvDialect.Excel ? "excel" : "",
    }.Where(part => part.Length > 0);

    /// <summary>The query as the page is to see it.</summary>
    public static QueryString Without(IQueryCollection query) => QueryString.Create(
        query.Where(parameter => !Names.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)).Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value)));

    /// <summary>What the bytes depend on besides the page.</summary>
    public override string ToString() => $"{Format.Ending} {Chart} {Size.Name} {Theme} {Scale} {Csv}";
}

/// <summary>How a CSV file is written.</summary>
public enum CsvDialect
{
    /// <summary>For programs: UTF-8 without a mark, commas, points, CRLF (RFC 4180).</summary>
    Plain,

    /// <summary>For a spreadsheet program of the reader's language: UTF-8 with a mark; in French and Spanish semicolons and decimal commas.</summary>
    Excel,
}
