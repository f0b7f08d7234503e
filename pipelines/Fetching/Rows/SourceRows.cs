using System.Globalization;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Fetching.Rows;

/// <summary>Lines of a source in its own columns; every value is the text its agency printed.</summary>
internal sealed class SourceRows(SourceCard source, IReadOnlyList<string> columns)
{
    private readonly List<string[]> rows = [];
    // Codes and names stand in many lines; one copy of each is kept.
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public SourceCard Source => source;

    public IReadOnlyList<string> Columns => columns;

    public IReadOnlyList<string[]> Rows => rows;

    public int Count => rows.Count;

    /// <param name="value">What the line has in a column.</param>
    public void Add(Func<string, string> value)
    {
        var row = new string[columns.Count];
        for (var i = 0; i < row.Length; i++)
        {
            var text = value(columns[i]);
            row[i] = source.ValueColumns.Contains(columns[i]) ? text : Kept(text);
        }

        rows.Add(row);
    }

    public int Place(string column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"{source.SourceId} has no column {column}.", nameof(column));
    }

    public HashSet<string> Distinct(string column)
    {
        var place = Place(column);
        return rows.Select(r => r[place]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Only the lines for which it holds.</summary>
    public SourceRows Where(Func<string[], bool> holds)
    {
        var kept = new SourceRows(source, columns);
        kept.rows.AddRange(rows.Where(holds));
        return kept;
    }

    /// <summary>These and others of the same columns.</summary>
    public SourceRows And(SourceRows more)
    {
        var both = new SourceRows(source, columns);
        both.rows.AddRange(rows);
        both.rows.AddRange(more.rows);
        return both;
    }

    /// <summary>Whether a line is of one of these years; a line that prints no year is of none.</summary>
    public Func<string[], bool> IsOf(int? from, int? to)
    {
        var place = Place(source.TimeColumn);
        return row => int.TryParse(row[place], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= (from ?? year) && year <= (to ?? year);
    }

    /// <summary>By the card's key, then by all: the order in which an agency's server wrote them means nothing.</summary>
    public void Sort()
    {
        int[] order = [.. source.Key.Select(Place), .. Enumerable.Range(0, columns.Count)];
        rows.Sort((a, b) =>
        {
            foreach (var place in order)
            {
                if (string.CompareOrdinal(a[place], b[place]) is var difference and not 0)
                {
                    return difference;
                }
            }

            return 0;
        });
    }

    /// <summary>Call after <see cref="Sort"/>. The first line that stands there twice, word for word; null when none does.</summary>
    public string? FirstRepeated()
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].AsSpan().SequenceEqual(rows[i - 1]))
            {
                return string.Join(", ", source.Key.Select(k => rows[i][Place(k)]));
            }
        }

        return null;
    }

    private string Kept(string text)
    {
        if (texts.TryGetValue(text, out var kept))
        {
            return kept;
        }

        texts.Add(text, text);
        return text;
    }
}
