namespace SpIndicators.Tests.Data;

/// <summary>A code list of data/reference as it stands in the file: columns by name, cells as text.</summary>
internal sealed class ReferenceTable
{
    private readonly string[] _header;

    private ReferenceTable(string name, IReadOnlyList<string[]> records)
    {
        Name = name;
        _header = records[0];
        Rows = [.. records.Skip(1)];
    }

    public string Name { get; }

    public IReadOnlyList<string> Header => _header;

    public IReadOnlyList<string[]> Rows { get; }

    public static ReferenceTable Read(string name)
    {
        using var text = new StreamReader(CloneFolder.ReferenceList(name));
        return new ReferenceTable(name, [.. CsvText.Records(text)]);
    }

    public string Cell(string[] row, string column) => row[ColumnIndex(column)];

    public IEnumerable<string> Column(string column)
    {
        var index = ColumnIndex(column);
        return Rows.Select(row => row[index]);
    }

    private int ColumnIndex(string column)
    {
        var index = Array.IndexOf(_header, column);
        return index >= 0 ? index : throw new InvalidDataException($"{Name}.csv has no column '{column}'.");
    }
}
