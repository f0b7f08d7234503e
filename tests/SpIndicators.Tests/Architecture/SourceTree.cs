using System.Reflection;
using System.Text.RegularExpressions;

namespace SpIndicators.Tests.Architecture;

/// <summary>The project's own files: everything under its root that .gitignore does not leave out.</summary>
internal static class SourceTree
{
    /// <summary>Where the solution lies, as the build wrote it into this assembly.</summary>
    public static string Root { get; } = Path.TrimEndingDirectorySeparator(
        typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepoRoot").Value!);

    private static readonly GitIgnore Ignored = GitIgnore.Parse(File.ReadAllLines(Path.Combine(Root, ".gitignore")));

    /// <summary>All files, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Under("").Order(StringComparer.Ordinal)];

    /// <summary>The files under a folder (or anywhere, for "") whose name matches a pattern such as <c>*.sql</c>.</summary>
    public static IEnumerable<string> FilesIn(string folder, string pattern)
    {
        var name = new Regex("^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$");
        return Files.Where(file =>
            file.StartsWith(folder.Length == 0 ? "" : folder + "/", StringComparison.Ordinal) && name.IsMatch(Path.GetFileName(file)));
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Under(string folder)
    {
        var here = new DirectoryInfo(Path.Combine(Root, folder));
        foreach (var file in here.EnumerateFiles())
        {
            var path = Join(folder, file.Name);
            if (file.Name != ".git" && !Ignored.LeavesOutFile(path)) yield return path;
        }

        foreach (var child in here.EnumerateDirectories())
        {
            var path = Join(folder, child.Name);
            if (child.Name == ".git" || Ignored.LeavesOutFolder(path)) continue;
            foreach (var file in Under(path)) yield return file;
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
