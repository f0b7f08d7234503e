using System.IO.Compression;
using System.Security;
using System.Text;

namespace SpIndicators.Tests.FileDrop;

/// <summary>Small Excel workbooks, written part by part so that a test can spoil any of them.</summary>
internal static class Workbook
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>One sheet: texts are shared, numbers are numbers.</summary>
    public static byte[] Of(string sheet, params object?[][] rows) => Of((sheet, rows));

    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets)
    {
        var texts = sheets.SelectMany(s => s.Rows).SelectMany(r => r).OfType<string>().Where(t => !IsXml(t)).Distinct().ToList();
        return Zip(Parts([.. sheets.Select(s => (s.Name, Sheet(s.Rows, texts)))], texts));
    }

    /// <summary>One sheet of the cells given as XML.</summary>
    public static byte[] OfXml(string rows) => Zip(Parts([("Sheet1", $"<worksheet xmlns=\"{Namespace}\"><sheetData>{rows}</sheetData></worksheet>")], []));

    public static byte[] Zip(IEnumerable<(string Path, string Text)> parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (path, text) in parts)
            {
                using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }

    public static List<(string Path, string Text)> Parts(IReadOnlyList<(string Name, string Xml)> sheets, IReadOnlyList<string> texts)
    {
        var numbered = sheets.Select((s, i) => (s.Name, s.Xml, Nth: i + 1)).ToList();
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return
        [
            ("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Type}.sharedStrings+xml"/>{string.Concat(numbered.Select(s => $"<Override PartName=\"/xl/worksheets/sheet{s.Nth}.xml\" ContentType=\"{Type}.worksheet+xml\"/>"))}</Types>
                """),
            ("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{OfficeRelations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Namespace}\" xmlns:r=\"{OfficeRelations}\"><sheets>{string.Concat(numbered.Select(s => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{s.Nth}\" r:id=\"s{s.Nth}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\">{string.Concat(numbered.Select(s => $"<Relationship Id=\"s{s.Nth}\" Type=\"{OfficeRelations}/worksheet\" Target=\"worksheets/sheet{s.Nth}.xml\"/>"))}<Relationship Id=\"t\" Type=\"{OfficeRelations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Namespace}\">{string.Concat(texts.Select(t => $"<si><t>{SecurityElement.Escape(t)}</t></si>"))}</sst>"),
            .. numbered.Select(s => ($"xl/worksheets/sheet{s.Nth}.xml", s.Xml)),
        ];
    }

    private static string Sheet(object?[][] rows, List<string> texts) =>
        $"<worksheet xmlns=\"{Namespace}\"><sheetData>{string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => Cell($"{(char)('A' + c)}{r + 1}", cell, texts)))}</row>"))}</sheetData></worksheet>";

    private static string Cell(string place, object? cell, List<string> texts) => cell switch
    {
        null => "",
        string xml when IsXml(xml) => xml.Replace("<c", $"<c r=\"{place}\"", StringComparison.Ordinal),
        string text => $"<c r=\"{place}\" t=\"s\"><v>{texts.IndexOf(text)}</v></c>",
        _ => FormattableString.Invariant($"<c r=\"{place}\"><v>{cell}</v></c>"),
    };

    private static bool IsXml(string text) => text.StartsWith("<c>", StringComparison.Ordinal) || text.StartsWith("<c ", StringComparison.Ordinal);
}
