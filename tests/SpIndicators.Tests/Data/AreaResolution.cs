namespace SpIndicators.Tests.Data;

/// <summary>The rule of data/reference/README.md that turns a printed area into one of our codes.</summary>
internal sealed class AreaResolution
{
    private readonly HashSet<string> _countries;
    private readonly HashSet<string> _groups;
    private readonly HashSet<string> _others;
    private readonly Dictionary<string, string> _byM49;
    private readonly Dictionary<(string SourceId, string Code), string> _aliases;

    private AreaResolution()
    {
        var areas = ReferenceTable.Read("ref_area");
        _countries = [.. areas.Column("iso3")];
        _byM49 = areas.Rows.Where(row => areas.Cell(row, "m49").Length > 0)
            .ToDictionary(row => areas.Cell(row, "m49"), row => areas.Cell(row, "iso3"));
        _groups = [.. ReferenceTable.Read("groups").Column("group_code")];
        _others = [.. ReferenceTable.Read("other_area").Column("ref_area")];
        var aliases = ReferenceTable.Read("area_alias");
        _aliases = aliases.Rows.ToDictionary(
            row => (aliases.Cell(row, "source_id"), aliases.Cell(row, "source_code")),
            row => aliases.Cell(row, "ref_area"));
    }

    public static AreaResolution FromReferenceLists { get; } = new();

    public IEnumerable<string> AliasTargets => _aliases.Values;

    public bool Knows(string refArea) =>
        _countries.Contains(refArea) || _groups.Contains(refArea) || _others.Contains(refArea);

    /// <summary>Null when the lists do not know the code.</summary>
    public string? Resolve(SourceCard source, string code)
    {
        if (_aliases.TryGetValue((source.SourceId, code), out var alias))
        {
            return alias;
        }
        if (source.AreaScheme == "m49" && _byM49.TryGetValue(code, out var country))
        {
            return country;
        }
        var printedCodeIsOurs = source.AreaScheme == "m49" ? _groups.Contains(code) : _countries.Contains(code) || _groups.Contains(code);
        return printedCodeIsOurs ? code : null;
    }
}
