using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Pages.Staff.Upload;

/// <summary>What is filled in, as controls have it: texts; and what of it the file drop is told.</summary>
public sealed class UploadForm
{
    /// <summary>In place of a column: one value for all rows.</summary>
    public const string SameForAll = "=";

    /// <summary>Names of columns as files have them, in three languages and in the agencies' codes; small letters.</summary>
    private static readonly Dictionary<DropPart, string[]> Usual = new()
    {
        [DropPart.Area] = ["ref_area", "country", "pays", "país", "pais", "iso3", "area"],
        [DropPart.Contingency] = ["contingency", "éventualité", "contingencia", "branch", "branche", "rama", "classif1", "series"],
        [DropPart.Sex] = ["sex", "sexe", "sexo", "gender"],
        [DropPart.Year] = ["time", "year", "année", "annee", "an", "año", "ano", "time_period"],
        [DropPart.Value] = ["obs_value", "value", "valeur", "valor", "rate", "taux", "tasa", "coverage", "couverture", "cobertura", "%"],
        [DropPart.Status] = ["obs_status", "status", "statut", "estado"],
        [DropPart.Note] = ["note", "notes", "remarque", "nota", "comment"],
    };

    private readonly Dictionary<DropPart, string> columns = [];
    private readonly Dictionary<DropPart, string> constants = new() { [DropPart.Sex] = "_T" };
    private readonly Dictionary<DropPart, Dictionary<string, string>> words = [];

    public string? Sheet { get; set; }

    public int HeaderRow { get; set; } = 1;

    /// <summary>"" finds it out.</summary>
    public string Delimiter { get; set; } = "";

    public string DecimalMark { get; set; } = ".";

    public bool AreShares { get; set; }

    public string Producer { get; set; } = "";

    public string Citation { get; set; } = "";

    public string Licence { get; set; } = "";

    public DropOrigin Origin => new(Producer, Citation, Licence);

    /// <summary>Whose, what to cite, and on what terms: without them nothing is uploaded.</summary>
    public bool IsOriginTold => !string.IsNullOrWhiteSpace(Producer) && !string.IsNullOrWhiteSpace(Citation) && !string.IsNullOrWhiteSpace(Licence);

    public DropMapping Mapping => new()
    {
        Sheet = string.IsNullOrEmpty(Sheet) ? null : Sheet,
        HeaderRow = HeaderRow,
        Delimiter = Delimiter.Length > 0 ? Delimiter[0] : null,
        DecimalMark = DecimalMark[0],
        ValuesAreShares = AreShares,
        Area = Of(DropPart.Area),
        Contingency = Of(DropPart.Contingency),
        Sex = Of(DropPart.Sex),
        Year = Of(DropPart.Year),
        Value = Of(DropPart.Value),
        Status = Of(DropPart.Status),
        Note = Of(DropPart.Note),
        AreaWords = Words(DropPart.Area),
        ContingencyWords = Words(DropPart.Contingency),
        SexWords = Words(DropPart.Sex),
    };

    /// <summary>"" where nothing is chosen.</summary>
    public string Column(DropPart part) => columns.GetValueOrDefault(part, "");

    public void Choose(DropPart part, string column) => columns[part] = column;

    public string Constant(DropPart part) => constants.GetValueOrDefault(part, "");

    public void Set(DropPart part, string constant) => constants[part] = constant;

    /// <summary>Codes that words of the file were given.</summary>
    public IReadOnlyDictionary<string, string> Words(DropPart part) => words.GetValueOrDefault(part, []);

    public void Give(DropWord word, string code)
    {
        var given = words.TryGetValue(word.Part, out var there) ? there : words[word.Part] = new(StringComparer.OrdinalIgnoreCase);
        given.Remove(word.Word);
        Given.Remove(word);
        if (code.Length > 0)
        {
            given.Add(word.Word, code);
            Given.Add(word);
        }
    }

    /// <summary>Words that have a code now: it may be another tomorrow.</summary>
    public List<DropWord> Given { get; } = [];

    /// <summary>Chooses columns by their usual names, where nothing is chosen or what was chosen is not in this file.</summary>
    public void Guess(IReadOnlyList<string> found)
    {
        foreach (var (part, names) in Usual)
        {
            var chosen = Column(part);
            if (chosen == SameForAll || (chosen.Length > 0 && found.Contains(chosen)))
            {
                continue;
            }

            columns[part] = found.FirstOrDefault(column => names.Contains(column.Trim().ToLowerInvariant())) ?? (part == DropPart.Sex ? SameForAll : "");
        }
    }

    private DropColumn Of(DropPart part) => Column(part) switch
    {
        "" => default,
        SameForAll => new DropColumn(null, Constant(part)),
        var column => new DropColumn(column, null),
    };
}
