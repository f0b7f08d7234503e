using System.Text;
using ExcelDataReader;

namespace SpIndicators.Dashboards.Tests.Exports.Reading;

/// <summary>A workbook as a library reads it that has nothing to do with those that write ours.</summary>
internal sealed record ReadWorkbook(IReadOnlyList<ReadWorkbook.Sheet> Sheets)
{
    public IEnumerable<string> Names => Sheets.Select(sheet => sheet.Name);

    public Sheet this[string name] => Sheets.Single(sheet => sheet.Name == name);

    public static ReadWorkbook Of(byte[] file)
    {
        // The library asks for an encoding of old workbooks before it looks whether this is one.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        var sheets = new List<Sheet>();
        do
        {
            var rows = new List<IReadOnlyList<object?>>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            sheets.Add(new(reader.Name, rows));
        }
        while (reader.NextResult());
        return new(sheets);
    }

    /// <summary>A sheet cell by cell: a text, a <see cref="double"/>, or null.</summary>
    internal sealed record Sheet(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows)
    {
        /// <summary>The rows under the head, each by the names in it.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object?>> Table =>
            [.. Rows.Skip(1).Select(row => Rows[0].Zip(row).ToDictionary(cell => (string)cell.First!, cell => cell.Second))];

        public IReadOnlyList<string> Head => [.. Rows[0].Select(cell => (string)cell!)];
    }
}
