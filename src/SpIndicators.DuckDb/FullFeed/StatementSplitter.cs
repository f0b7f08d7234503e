using System.Text.RegularExpressions;

namespace SpIndicators.DuckDb;

/// <summary>Cuts SQL text at the semicolons that end statements: not at those in texts, names and notes.</summary>
internal static partial class StatementSplitter
{
    public static IReadOnlyList<string> Split(string sql)
    {
        var statements = new List<string>();
        var start = 0;
        var hasWords = false;
        foreach (Match piece in Pieces().Matches(sql))
        {
            if (piece.Value == ";")
            {
                Add(start, piece.Index);
                start = piece.Index + 1;
                hasWords = false;
            }
            else
            {
                hasWords |= !IsNoteOrSpace(piece.Value);
            }
        }

        Add(start, sql.Length);
        return statements;

        void Add(int from, int to)
        {
            if (hasWords)
            {
                statements.Add(sql[from..to]);
            }
        }
    }

    private static bool IsNoteOrSpace(string piece) =>
        string.IsNullOrWhiteSpace(piece) || piece.StartsWith("--", StringComparison.Ordinal) || piece.StartsWith("/*", StringComparison.Ordinal);

    // A note, a text 'it''s', a text with backslashes e'it\'s', a name "a""b", a text $tag$...$tag$, a semicolon, one letter.
    [GeneratedRegex(
        """
        --[^\n]*
        |/\*.*?\*/
        |\be'(?:[^'\\]|\\.|'')*'
        |'(?:[^']|'')*'
        |"(?:[^"]|"")*"
        |\$(?<tag>[a-z_][a-z_0-9]*|)\$.*?\$\k<tag>\$
        |.
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
