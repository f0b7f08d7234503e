namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>Which parts of the structure an address asks for.</summary>
/// <param name="CodeListId">Null for every list, where lists are asked for.</param>
internal sealed record StructureAsked(bool HasDataflow, bool HasDsd, bool HasConcepts, bool HasCodeLists, string? CodeListId = null)
{
    public const string ReferencesName = "references";

    /// <summary>What may come along.</summary>
    public static readonly IReadOnlyList<string> References = ["none", "all", "children", "descendants", "parents", "parentsandsiblings"];

    /// <summary>How much is told of each.</summary>
    public static readonly IReadOnlyList<string> Details = ["full", "referencepartial"];

    public bool Has(CodeList list) => HasCodeLists && (CodeListId is null || CodeListId == list.Id);

    /// <summary>Null for what there is not: another kind, agency, id or version.</summary>
    public static StructureAsked? Of(string kind, string? agency, string? id, string? version, string? references, IEnumerable<string> codeLists)
    {
        if (!Is(agency, Structure.Agency) || !(Is(version, Structure.Version) || version is "latest" or "+" or "~"))
        {
            return null;
        }

        // A list needs nothing; what needs others brings them when they are asked for, and what is needed is followed to who needs it.
        var withAll = references is "all" or "children" or "descendants" or "parentsandsiblings";
        var withParents = references is "all" or "parents" or "parentsandsiblings";
        var withSiblings = references is "all" or "parentsandsiblings";
        return kind.ToLowerInvariant() switch
        {
            "dataflow" when Is(id, Structure.Dataflow) => new(true, withAll, withAll && references != "children", withAll && references != "children"),
            "datastructure" when Is(id, Structure.Dsd) => new(withParents, true, withAll, withAll),
            "conceptscheme" when Is(id, Structure.Concepts) => new(false, withParents, true, withSiblings),
            "codelist" when Is(id, null) => new(false, withParents, withSiblings, true),
            "codelist" when codeLists.Contains(id) => new(false, withParents, withSiblings, true, withSiblings ? null : id),
            "structure" or "*" => new(true, true, true, true),
            _ => null,
        };
    }

    private static bool Is(string? asked, string? known) => asked is null or "" or "all" or "*" || asked == known;
}
