namespace SpIndicators.Tests.Data;

/// <summary>What one pass over a snapshot file finds.</summary>
internal sealed record SnapshotContents(
    IReadOnlyList<string> Header,
    long Rows,
    string? FirstRepeatedKey,
    IReadOnlySet<string> Areas,
    IReadOnlySet<string> Series)
{
    public static SnapshotContents Read(TextReader text, SourceCard source)
    {
        using var records = CsvText.Records(text).GetEnumerator();
        var header = records.MoveNext() ? records.Current : [];
        var key = source.Key.Select(Index).ToArray();
        var area = Index(source.AreaColumn);
        var areaName = source.AreaScheme == "iso3_or_name" ? Index(source.AreaNameColumn!) : area;
        var series = source.SeriesColumn is null ? -1 : Index(source.SeriesColumn);

        var keys = new HashSet<string>();
        var areas = new HashSet<string>();
        var seriesCodes = source.SeriesColumn is null ? [.. source.ValueColumns] : new HashSet<string>();
        string? repeated = null;
        var rows = 0L;
        while (records.MoveNext())
        {
            var row = records.Current;
            if (row.Length != header.Length)
            {
                throw new InvalidDataException($"Row {rows + 1} has {row.Length} cells, the header has {header.Length}.");
            }
            rows++;
            var rowKey = string.Join('|', key.Select(index => row[index]));
            if (!keys.Add(rowKey))
            {
                repeated ??= rowKey;
            }
            areas.Add(row[area].Length > 0 ? row[area] : row[areaName]);
            if (series >= 0)
            {
                seriesCodes.Add(row[series]);
            }
        }
        return new SnapshotContents(header, rows, repeated, areas, seriesCodes);

        int Index(string column)
        {
            var index = Array.IndexOf(header, column);
            return index >= 0 ? index : throw new InvalidDataException($"{source.SourceId}: the header has no column '{column}'.");
        }
    }
}
