using System.Text.RegularExpressions;

namespace SpIndicators.Tests.Architecture;

/// <summary>
/// The part of .gitignore's language that this project uses: <c>name/</c> for a folder anywhere,
/// <c>path/to/folder/</c> for one folder, <c>path/to/file</c> for one file, <c>*.ext</c> for files. Other forms are refused, so that none is misread.
/// </summary>
internal sealed class GitIgnore
{
    private readonly HashSet<string> _folderNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folderPaths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _filePaths = new(StringComparer.Ordinal);
    private readonly List<string> _fileEndings = [];

    public static GitIgnore Parse(IEnumerable<string> lines)
    {
        var rules = new GitIgnore();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (Regex.IsMatch(line, @"^\*\.[\w.]+$")) rules._fileEndings.Add(line[1..]);
            else if (Regex.IsMatch(line, @"^[\w.-]+/$")) rules._folderNames.Add(line[..^1]);
            else if (Regex.IsMatch(line, @"^[\w.-]+(/[\w.-]+)+/$")) rules._folderPaths.Add(line[..^1]);
            else if (Regex.IsMatch(line, @"^[\w.-]+(/[\w.-]+)+$")) rules._filePaths.Add(line);
            else throw new FormatException($".gitignore: '{line}' is a form this reader does not know; use name/, path/to/folder/, path/to/file or *.ext.");
        }

        return rules;
    }

    public bool LeavesOutFolder(string path) => _folderPaths.Contains(path) || _folderNames.Contains(path[(path.LastIndexOf('/') + 1)..]);

    public bool LeavesOutFile(string path) => _filePaths.Contains(path) || _fileEndings.Exists(ending => path.EndsWith(ending, StringComparison.Ordinal));
}
