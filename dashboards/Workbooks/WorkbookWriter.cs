using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SpIndicators.Dashboards.Workbooks;

/// <summary>
/// Writes an Excel workbook row by row: sheets are XML in a packed file, so nothing of them need be held. Texts stand in
/// their cells, never as formulas; numbers are numbers. Dispose it: the list of sheets comes last.
/// </summary>
internal sealed class WorkbookWriter(Stream to) : IDisposable
{
    /// <summary>Rows of values that fit beneath a head.</summary>
    public const int MostRows = 1_048_575;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };
    private readonly ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> sheets = [];

    /// <summary>A head of the columns' names, and a row for each of the reader's.</summary>
    public void Add(string name, DbDataReader rows) => Sheet(name, xml =>
    {
        var isText = new bool[rows.FieldCount];
        Row(xml, isText.Length, i => Text(xml, rows.GetName(i), isHead: true));
        for (var i = 0; i < isText.Length; i++)
        {
            isText[i] = rows.GetFieldType(i) == typeof(string);
        }

        while (rows.Read())
        {
            Row(xml, isText.Length, i =>
            {
                if (rows.IsDBNull(i))
                {
                    // An empty cell keeps the next ones in their columns.
                    xml.WriteRaw("<c/>");
                }
                else if (isText[i])
                {
                    Text(xml, rows.GetString(i));
                }
                else
                {
                    xml.WriteRaw("<c><v>");
                    xml.WriteRaw(rows.GetDouble(i).ToString("R", CultureInfo.InvariantCulture));
                    xml.WriteRaw("</v></c>");
                }
            });
        }
    });

    /// <summary>Rows of texts; the first is the head.</summary>
    public void Add(string name, IEnumerable<IReadOnlyList<string>> rows) => Sheet(name, xml =>
    {
        var isHead = true;
        foreach (var row in rows)
        {
            Row(xml, row.Count, i => Text(xml, row[i], isHead));
            isHead = false;
        }
    });

    public void Dispose()
    {
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Documents}\"><sheets>{Each((name, n) => $"<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"s{n}\"/>")}</sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\">{Each((_, n) => $"<Relationship Id=\"s{n}\" Type=\"{Documents}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")}<Relationship Id=\"styles\" Type=\"{Documents}/styles\" Target=\"styles.xml\"/></Relationships>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"workbook\" Type=\"{Documents}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>{Each((_, n) => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Types}.worksheet+xml\"/>")}</Types>");
        zip.Dispose();
    }

    private string Each(Func<string, string, string> of) => string.Concat(sheets.Select((name, i) => of(name, (i + 1).ToString(CultureInfo.InvariantCulture))));

    private void Part(string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open(), Settings.Encoding);
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        part.Write(xml);
    }

    /// <param name="name">Letters only: a word of ours.</param>
    private void Sheet(string name, Action<XmlWriter> write)
    {
        sheets.Add(name);
        using var entry = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheets.Count}.xml"), CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(entry, Settings);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        write(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int cells, Action<int> cell)
    {
        xml.WriteStartElement("row", Main);
        for (var i = 0; i < cells; i++)
        {
            cell(i);
        }

        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string text, bool isHead = false)
    {
        if (text.Length == 0)
        {
            xml.WriteRaw("<c/>");
            return;
        }

        xml.WriteRaw(isHead ? "<c t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">" : "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml.WriteString(WorkbookText.Of(text));
        xml.WriteRaw("</t></is></c>");
    }
}
