using System.Text.RegularExpressions;

namespace SpIndicators.Tests.Architecture;

/// <summary>
/// The comment lines a model begins with:
/// <code>
/// -- indicators.coverage
/// -- grain  release × contingency × sex × area × year
/// -- indicator: coverage, coverage_gap
/// </code>
/// A check has a level (<c>-- level  error</c> or <c>warn</c>) and a sentence that says what must be true, instead of a grain.
/// </summary>
internal sealed partial class ModelHeader
{
    private readonly string _path;
    private readonly string[] _lines;

    public ModelHeader(string path, string sql)
    {
        _path = path;
        _lines = [.. sql.ReplaceLineEndings("\n").Split('\n')
            .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line[2..].Trim())];
    }

    /// <summary>All models of the pipelines, by path from the root.</summary>
    public static IEnumerable<string> ModelFiles => SourceTree.FilesIn("pipelines", "*.sql");

    /// <summary>The indicators this model produces; empty for one that only serves others.</summary>
    public IReadOnlyList<string> Indicators => [.. _lines
        .Where(line => line.StartsWith("indicator:", StringComparison.Ordinal))
        .SelectMany(line => line["indicator:".Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>What the header lacks, one sentence each; empty when it is whole.</summary>
    public IEnumerable<string> Faults()
    {
        var place = Place().Match(_path);
        if (!place.Success)
        {
            yield return $"{_path}: a model lies in pipelines/2_raw, 3_clean, 4_indicators or checks.";
            yield break;
        }

        var relation = $"{place.Groups["schema"].Value}.{place.Groups["name"].Value}";
        if (_lines.FirstOrDefault() != relation)
        {
            yield return $"{_path}: the first line is '-- {_lines.FirstOrDefault()}', expected '-- {relation}'.";
        }

        if (place.Groups["schema"].Value != "checks")
        {
            if (!_lines.Any(line => Grain().IsMatch(line))) yield return $"{_path}: the header has no line '-- grain  one row per ...'.";
            yield break;
        }

        if (!_lines.Any(line => Level().IsMatch(line)))
        {
            yield return $"{_path}: the header has no line '-- level error' or '-- level warn'.";
        }

        if (!_lines.Skip(1).Any(line => Sentence().IsMatch(line)))
        {
            yield return $"{_path}: the header has no sentence that says what must be true.";
        }
    }

    [GeneratedRegex("^pipelines/(2_|3_|4_)?(?<schema>raw|clean|indicators|checks)/([a-z_]+/)?(?<name>[a-z][a-z0-9_]*)[.]sql$")]
    private static partial Regex Place();

    [GeneratedRegex("^grain +[^ ]")]
    private static partial Regex Grain();

    [GeneratedRegex("^level +(error|warn)$")]
    private static partial Regex Level();

    // Starts with a capital letter, has several words, ends like a sentence.
    [GeneratedRegex(@"^\p{Lu}\w*( .+)+[.:]?$")]
    private static partial Regex Sentence();
}
