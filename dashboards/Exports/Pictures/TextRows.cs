using System.Globalization;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>Breaks text into rows of a width, which SVG does not do.</summary>
internal static class TextRows
{
    // Not the space that does not break, which French puts before its signs.
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    /// <summary>
    /// All of the text, in as few rows as it takes; a word that is longer than a row (an address) is broken anywhere.
    /// The first row may be shorter by <paramref name="indent"/>.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool isBold = false, double indent = 0)
    {
        var rows = new List<string>();
        var row = "";
        double Room() => width - (rows.Count == 0 ? indent : 0);
        foreach (var word in text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = row.Length == 0 ? word : $"{row} {word}";
            if (Fits(longer, Room()))
            {
                row = longer;
                continue;
            }

            if (row.Length > 0)
            {
                rows.Add(row);
            }

            row = word;
            while (!Fits(row, Room()))
            {
                var letters = LettersThatFit(row, Room());
                rows.Add(row[..letters]);
                row = row[letters..];
            }
        }

        if (row.Length > 0)
        {
            rows.Add(row);
        }

        return rows;

        bool Fits(string candidate, double room) => TextWidths.Of(candidate, size, isBold) <= room;

        // At least one, or a narrow place would never be done.
        int LettersThatFit(string word, double room)
        {
            var end = StringInfo.GetNextTextElementLength(word);
            while (end < word.Length && StringInfo.GetNextTextElementLength(word, end) is var next && Fits(word[..(end + next)], room))
            {
                end += next;
            }

            return end;
        }
    }

    /// <summary>As many rows as it takes, of about the same length: a headline does not end in a row of one word.</summary>
    public static IReadOnlyList<string> Balance(string text, double size, double width, bool isBold = false)
    {
        var rows = Wrap(text, size, width, isBold);
        if (rows.Count < 2)
        {
            return rows;
        }

        // The narrowest rows that are no more of them; a unit more or less cannot be seen.
        var (tooNarrow, enough) = (width / 2, width);
        while (enough - tooNarrow > 1)
        {
            var middle = (tooNarrow + enough) / 2;
            (tooNarrow, enough) = Wrap(text, size, middle, isBold).Count == rows.Count ? (tooNarrow, middle) : (middle, enough);
        }

        return Wrap(text, size, enough, isBold);
    }

    /// <summary>The text, or as much of it as fits with a sign that it goes on: only for words that are whole somewhere else.</summary>
    public static string Cut(string text, double size, double width, bool isBold = false)
    {
        var rows = Wrap(text, size, width, isBold);
        return rows.Count <= 1 ? text : Wrap(text, size, width - TextWidths.Of("…", size, isBold), isBold)[0] + "…";
    }

    /// <summary>Width of the widest.</summary>
    public static double Widest(IEnumerable<string> texts, double size, bool isBold = false) =>
        texts.Select(text => TextWidths.Of(text, size, isBold)).DefaultIfEmpty(0).Max();
}
