using System.Text;

namespace SpIndicators.Tests.Data;

/// <summary>
/// Reads comma-separated text with quoted fields. It is our own so that these tests do not believe a file
/// is sound merely because the engine that loads it thinks so.
/// </summary>
internal static class CsvText
{
    /// <summary>Yields one array per record, the header included.</summary>
    /// <exception cref="FormatException">A quote is never closed.</exception>
    public static IEnumerable<string[]> Records(TextReader text)
    {
        var fields = new List<string>();
        while (text.ReadLine() is { } line)
        {
            while (!TrySplit(line, fields))
            {
                line = line + "\n" + (text.ReadLine() ?? throw new FormatException($"A quote is never closed: {line}"));
            }
            yield return [.. fields];
        }
    }

    /// <summary>False when the line ends inside quotes, so that the record goes on in the next line.</summary>
    private static bool TrySplit(string line, List<string> fields)
    {
        fields.Clear();
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            fields.AddRange(line.Split(','));
            return true;
        }
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }
        fields.Add(field.ToString());
        return !quoted;
    }
}
