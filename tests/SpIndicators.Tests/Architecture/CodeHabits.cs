using System.Text.RegularExpressions;

namespace SpIndicators.Tests.Architecture;

/// <summary>Reads C# as text, line by line: enough for habits, and free of a compiler.</summary>
internal static partial class CodeHabits
{
    /// <summary>Type names that say nothing: what they end in tells no reader what the type is for.</summary>
    public static IEnumerable<string> EmptyNames(string code) =>
        TypeDeclaration().Matches(code).Select(match => match.Groups["name"].Value).Where(name => EmptyWord().IsMatch(name));

    /// <summary>Methods nobody can await; what they throw ends the process.</summary>
    public static IEnumerable<string> UnawaitableMethods(string code) => AsyncVoid().Matches(code).Select(match => match.Value);

    /// <summary>Public types; true for those with a summary above them.</summary>
    public static IEnumerable<(string Name, bool HasSummary)> PublicTypes(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var match = TypeDeclaration().Match(lines[i]);
            if (!match.Success || !match.Groups["modifiers"].Value.Contains("public", StringComparison.Ordinal)) continue;
            yield return (match.Groups["name"].Value, CommentAbove(lines, i).Contains("<summary>", StringComparison.Ordinal));
        }
    }

    // The unbroken run of doc comments and attributes (also over several lines) that ends above the declaration.
    private static string CommentAbove(string[] lines, int declaration)
    {
        var start = declaration;
        while (start > 0 && AboveDeclaration().IsMatch(lines[start - 1])) start--;
        return string.Join('\n', lines[start..declaration].Where(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\s*(?<modifiers>(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe|new)\s+)*)(?:class|record\s+struct|record\s+class|record|struct|interface|enum|delegate\s+[\w<>?,\[\] ]+?)\s+(?<name>[A-Z]\w*)\s*(?:[<({:;]|where|$)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"(Helpers?|Managers?|Utils?|Utilities|Commons?|Base|Infos?|Data|V\d+|New)$")]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"^\s*(///|\[|\w[\w.]*\(.*\)\]$|.*\)\]$|#pragma )")]
    private static partial Regex AboveDeclaration();
}
