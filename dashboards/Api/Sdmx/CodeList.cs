using SpIndicators.Dashboards.Languages;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>A list of codes with names in the languages of the pages.</summary>
/// <param name="Concept">What the codes are codes of; the list is called after it.</param>
internal sealed record CodeList(string Concept, IReadOnlyList<CodeList.Code> Codes)
{
    public string Id => $"CL_{Concept}";

    /// <summary>Every list of the data structure, as one edition uses it.</summary>
    public static IReadOnlyList<CodeList> All(WarehouseSession session) =>
    [
        OfWords("FREQ", "A"),
        new("REF_AREA", session.Query<Code>("select ref_area as Id, name_en as En, name_fr as Fr, name_es as Es from indicators.ref_area order by ref_area")),
        new("INDICATOR", session.Query<Code>("select indicator_id as Id, title_en as En, title_fr as Fr, title_es as Es from indicators.indicator order by indicator_id")),
        OfWords("SEX", "_T", "F", "M"),
        new("CONTINGENCY", [.. session.Query<Code>("select contingency as Id, name_en as En, name_fr as Fr, name_es as Es from indicators.contingency order by sort_order"), .. OfWords("CONTINGENCY", "_Z").Codes]),
        new("SOURCE_RELEASE", session.Query<Code>("""
            select replace(u.source_id || '_' || u.vintage, '.', '-') as Id,
                coalesce(s.producer || ', ' || s.title, u.source_id) || ' (' || u.vintage || ')' as En,
                coalesce(s.producer || ', ' || s.title_fr, u.source_id) || ' (' || u.vintage || ')' as Fr,
                coalesce(s.producer || ', ' || s.title_es, u.source_id) || ' (' || u.vintage || ')' as Es
            from (select source_id, vintage from indicators.coverage union select source_id, vintage from indicators.indicator_value) as u
            left join indicators.source as s on s.source_id = u.source_id
            order by Id
            """)),
        new("UNIT_MEASURE", session.Query<Code>("""
            select distinct i.unit_measure as Id, coalesce(u.name_en, i.unit_en) as En, coalesce(u.name_fr, i.unit_fr) as Fr, coalesce(u.name_es, i.unit_es) as Es
            from indicators.indicator as i left join reference.unit as u on u.code = i.unit_measure
            qualify row_number() over (partition by i.unit_measure order by i.indicator_id) = 1
            order by Id
            """)),
        OfWords("OBS_STATUS", "A", "B", "E", "F", "I", "O", "P", "U"),
        OfWords("NATURE", "C", "CA", "E", "M", "G", "N"),
        OfWords("CONFIDENCE", "A", "B", "C", "D"),
    ];

    private static CodeList OfWords(string concept, params IEnumerable<string> codes) => new(concept, [.. codes.Select(code => Code.Worded(code, $"sdmx.{concept}.{code}"))]);

    /// <summary>A code, or anything else that has an id and a name.</summary>
    internal sealed record Code(string Id, string En, string Fr, string Es)
    {
        public static Code Worded(string id, string words) => new(id, Texts.In(Language.English)[words], Texts.In(Language.French)[words], Texts.In(Language.Spanish)[words]);

        public IEnumerable<(string Lang, string Name)> Names => [("en", En), ("fr", Fr), ("es", Es)];
    }
}
