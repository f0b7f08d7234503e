using System.Text.RegularExpressions;

namespace SpIndicators.Dashboards.Exports.Pictures;

/// <summary>
/// The custom properties of app.css and charts.css in one theme, resolved: a picture has no style sheet to look them up
/// in. The files are the ones the pages link, so there is no second list of colours.
/// </summary>
public sealed partial class PictureColours
{
    private static readonly Lazy<Dictionary<PictureTheme, PictureColours>> Loaded = new(Read);
    private readonly Dictionary<string, string> properties;

    private PictureColours(Dictionary<string, string> properties) => this.properties = properties;

    public string Ground => Chart("ground");

    public string Ink => Chart("ink");

    public string Muted => Chart("muted");

    public string Guide => Chart("guide");

    public string Border => Chart("border");

    public string Land => Chart("land");

    public string Hatch => Chart("hatch");

    public string HatchGround => Chart("hatch-ground");

    public static PictureColours Of(PictureTheme theme) => Loaded.Value[theme];

    /// <summary>Colours by the given style sheets; what the dark one does not set is as in the light.</summary>
    public static PictureColours Parse(PictureTheme theme, params IEnumerable<string> sheets)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        var blocks = sheets.SelectMany(sheet => RootBlock().Matches(Comment().Replace(sheet, ""))).ToList();
        foreach (var block in Plain(blocks).Concat(theme == PictureTheme.Dark ? Dark(blocks) : []))
        {
            foreach (Match declaration in Declaration().Matches(block.Groups["body"].Value))
            {
                properties[declaration.Groups["name"].Value] = declaration.Groups["value"].Value.Trim();
            }
        }

        return new(properties);
    }

    /// <summary>A colour of charts.css by its name without the prefix, as bins and series name it: "gap-1".</summary>
    public string Chart(string name) => Value($"chart-{name}");

    /// <summary>A custom property by its name without the dashes; names of others in it are resolved.</summary>
    /// <exception cref="InvalidOperationException">No style sheet sets it.</exception>
    public string Value(string name) => properties.TryGetValue(name, out var value)
        ? Reference().Replace(value, other => properties.ContainsKey(other.Groups["name"].Value) ? Value(other.Groups["name"].Value) : Otherwise(name, other))
        : throw Missing(name);

    private static string Otherwise(string name, Match reference) => reference.Groups["otherwise"] is { Success: true, Value: var value }
        ? value.Trim()
        : throw Missing($"{reference.Groups["name"].Value}, which --{name} is made of");

    private static InvalidOperationException Missing(string name) => new($"Neither app.css nor charts.css sets --{name}.");

    private static IEnumerable<Match> Plain(IEnumerable<Match> blocks) => blocks.Where(block => !block.Groups["media"].Success);

    private static IEnumerable<Match> Dark(IEnumerable<Match> blocks) =>
        blocks.Where(block => block.Groups["media"].Value.Contains("prefers-color-scheme: dark", StringComparison.Ordinal));

    private static Dictionary<PictureTheme, PictureColours> Read()
    {
        string[] sheets = [Sheet("app.css"), Sheet("charts.css")];
        return Enum.GetValues<PictureTheme>().ToDictionary(theme => theme, theme => Parse(theme, sheets));
    }

    private static string Sheet(string name)
    {
        using var stream = typeof(PictureColours).Assembly.GetManifestResourceStream($"Css/{name}")
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<media>@media[^{}]*\{\s*)?:root\s*\{(?<body>[^}]*)\}")]
    private static partial Regex RootBlock();

    [GeneratedRegex(@"--(?<name>[\w-]+)\s*:\s*(?<value>[^;]+);")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"var\(\s*--(?<name>[\w-]+)\s*(?:,(?<otherwise>[^()]*))?\)")]
    private static partial Regex Reference();
}
