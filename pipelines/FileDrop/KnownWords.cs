using System.Globalization;
using CsvHelper;
using SpIndicators.Core.Operations;

namespace SpIndicators.Pipelines.FileDrop;

/// <summary>Codes, and the names in three languages that stand for them, from the code lists; what the form says comes first.</summary>
internal sealed class KnownWords
{
    private readonly Dictionary<DropPart, Dictionary<string, string>> codes;
    private readonly Dictionary<DropPart, string> examples;

    private KnownWords(Dictionary<DropPart, Dictionary<string, string>> codes, Dictionary<DropPart, string> examples) => (this.codes, this.examples) = (codes, examples);

    public static KnownWords Of(WarehouseHome home, DropMapping mapping)
    {
        var lists = new Dictionary<DropPart, (Dictionary<string, string> Words, IReadOnlyDictionary<string, string> Given)>
        {
            [DropPart.Area] = (Read(home, "ref_area", "iso3", "name_en", "name_fr", "name_es", "iso2"), mapping.AreaWords),
            [DropPart.Contingency] = (Read(home, "contingency", "contingency", "ilostat_code", "un_series", "short_en", "short_fr", "short_es", "name_en", "name_fr", "name_es"), mapping.ContingencyWords),
            [DropPart.Sex] = (Sexes(), mapping.SexWords),
            [DropPart.Status] = (Read(home, "obs_status", "code"), new Dictionary<string, string>()),
        };
        foreach (var (words, given) in lists.Values)
        {
            var known = words.Values.ToHashSet(StringComparer.Ordinal);
            foreach (var (word, code) in given.Where(g => known.Contains(g.Value)))
            {
                words[word.Trim()] = code;
            }
        }

        return new KnownWords(lists.ToDictionary(l => l.Key, l => l.Value.Words), new()
        {
            [DropPart.Area] = "codes have three letters (KEN), names are those of the list of countries",
            [DropPart.Contingency] = $"codes are {string.Join(", ", lists[DropPart.Contingency].Words.Values.Distinct())}",
            [DropPart.Sex] = "codes are _T (all), F (women), M (men)",
            [DropPart.Status] = $"codes are {string.Join(", ", lists[DropPart.Status].Words.Values.Distinct())}",
        });
    }

    /// <summary>Null where nobody knows the word.</summary>
    public string? Code(DropPart part, string word) => codes[part].GetValueOrDefault(word.Trim());

    /// <summary>What would be known.</summary>
    public string Bound(DropPart part) => examples[part];

    private static Dictionary<string, string> Sexes() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["_T"] = "_T", ["T"] = "_T", ["total"] = "_T", ["SEX_T"] = "_T", ["both sexes"] = "_T", ["ensemble"] = "_T", ["ambos sexos"] = "_T",
        ["F"] = "F", ["SEX_F"] = "F", ["female"] = "F", ["women"] = "F", ["femmes"] = "F", ["mujeres"] = "F",
        ["M"] = "M", ["SEX_M"] = "M", ["male"] = "M", ["men"] = "M", ["hommes"] = "M", ["hombres"] = "M",
    };

    /// <summary>Codes first: a name that is another's code stands for the code.</summary>
    private static Dictionary<string, string> Read(WarehouseHome home, string list, string code, params string[] names)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(home.Reference, $"{list}.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(string Code, string[] Names)>();
        while (csv.Read())
        {
            rows.Add((csv.GetField(code), [.. names.Select(name => csv.GetField(name))]));
        }

        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        rows.ForEach(row => words.TryAdd(row.Code, row.Code));
        rows.ForEach(row => Array.ForEach(row.Names, name => words.TryAdd(name, row.Code)));
        words.Remove("");
        return words;
    }
}
