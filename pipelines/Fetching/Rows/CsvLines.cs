using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace SpIndicators.Pipelines.Fetching.Rows;

/// <summary>Reads a CSV file strictly: by the names of its columns, all lines as wide as the header, UTF-8.</summary>
internal sealed class CsvLines : IDisposable
{
    private static readonly CsvConfiguration Strict = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = bad => throw new FetchException($"is not CSV in line {bad.Context.Parser!.RawRow}: a quotation mark stands in the wrong place"),
        IgnoreBlankLines = true,
    };

    private readonly CsvParser parser;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public CsvLines(Stream bytes)
    {
        parser = new CsvParser(new StreamReader(bytes, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true)), Strict);
        Header = Next() ? [.. parser.Record!.Select(name => name.Trim())] : throw new FetchException("has no line at all");
        for (var i = 0; i < Header.Count; i++)
        {
            if (!places.TryAdd(Header[i], i))
            {
                throw new FetchException($"has two columns named '{Header[i]}'");
            }
        }
    }

    public IReadOnlyList<string> Header { get; }

    public bool Read()
    {
        var isLine = Next();
        return !isLine || parser.Count == Header.Count
            ? isLine
            : throw new FetchException($"has {parser.Count} fields in line {parser.RawRow}; its header has {Header.Count}");
    }

    /// <summary>Of the line at hand; empty where the file has no such column.</summary>
    public string this[string column] => places.TryGetValue(column, out var place) ? parser[place] : "";

    public void Dispose() => parser.Dispose();

    private bool Next()
    {
        try
        {
            return parser.Read();
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw new FetchException($"has characters that are not UTF-8 after line {parser.RawRow}");
        }
    }
}
