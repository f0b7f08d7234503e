using System.Text.Json.Nodes;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>The structure as an SDMX-JSON 2.0 message.</summary>
internal static class StructureJson
{
    public const string MediaType = "application/vnd.sdmx.structure+json; version=2.0.0; charset=utf-8";

    private const string Schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

    public static JsonObject Of(Structure structure, StructureAsked asked)
    {
        var data = new JsonObject();
        if (asked.HasDataflow)
        {
            var flow = Named(Structure.NameOf(Structure.Dataflow, "sdmx.dataflow"), isMaintained: true);
            flow["structure"] = Structure.Urn("datastructure.DataStructure", Structure.Dsd);
            data["dataflows"] = new JsonArray(flow);
        }

        if (asked.HasDsd)
        {
            var dsd = Named(Structure.NameOf(Structure.Dsd, "sdmx.structure"), isMaintained: true);
            dsd["dataStructureComponents"] = Components(structure);
            data["dataStructures"] = new JsonArray(dsd);
        }

        if (asked.HasConcepts)
        {
            var scheme = Named(Structure.NameOf(Structure.Concepts, "sdmx.concepts"), isMaintained: true);
            scheme["concepts"] = new JsonArray([.. Structure.ConceptIds.Select(id => Named(Structure.NameOf(id, $"sdmx.{id}")))]);
            data["conceptSchemes"] = new JsonArray(scheme);
        }

        var lists = new JsonArray();
        foreach (var list in structure.CodeLists.Where(asked.Has))
        {
            var written = Named(Structure.NameOf(list.Id, $"sdmx.{list.Concept}"), isMaintained: true);
            written["codes"] = new JsonArray([.. list.Codes.Select(code => Named(code))]);
            lists.Add((JsonNode)written);
        }

        if (lists.Count > 0)
        {
            data["codelists"] = lists;
        }

        return new()
        {
            ["meta"] = Meta(Schema, "structure", structure),
            ["data"] = data,
        };
    }

    /// <summary>What messages of SDMX-JSON begin with.</summary>
    public static JsonObject Meta(string schema, string id, Structure structure) => new()
    {
        ["schema"] = schema,
        ["id"] = id,
        ["test"] = false,
        ["prepared"] = structure.Prepared,
        ["contentLanguages"] = new JsonArray("en", "fr", "es"),
        ["sender"] = new JsonObject { ["id"] = Structure.Agency },
    };

    /// <summary>Id and names in the languages of the pages.</summary>
    public static JsonObject Named(CodeList.Code code, bool isMaintained = false)
    {
        var names = new JsonObject();
        foreach (var (lang, name) in code.Names)
        {
            names[lang] = name;
        }

        var named = new JsonObject { ["id"] = code.Id, ["name"] = code.En, ["names"] = names };
        if (isMaintained)
        {
            (named["version"], named["agencyID"]) = (Structure.Version, Structure.Agency);
        }

        return named;
    }

    private static JsonObject Components(Structure structure)
    {
        var time = Component(structure, Structure.Time);
        time["localRepresentation"] = new JsonObject { ["format"] = new JsonObject { ["dataType"] = "GregorianYear" } };
        return new()
        {
            ["dimensionList"] = new JsonObject
            {
                ["id"] = "DimensionDescriptor",
                ["dimensions"] = new JsonArray([.. Structure.Dimensions.Select((id, position) =>
                {
                    var dimension = Component(structure, id);
                    dimension["position"] = position;
                    return dimension;
                })]),
                ["timeDimension"] = time,
            },
            ["measureList"] = new JsonObject { ["id"] = "MeasureDescriptor", ["measures"] = new JsonArray(Component(structure, Structure.Measure)) },
            ["attributeList"] = new JsonObject
            {
                ["id"] = "AttributeDescriptor",
                ["attributes"] = new JsonArray([.. Structure.Attributes.Select(id =>
                {
                    var attribute = Component(structure, id);
                    attribute["usage"] = id == "UNIT_MEASURE" ? "mandatory" : "optional";
                    attribute["attributeRelationship"] = new JsonObject { ["observation"] = new JsonObject() };
                    return attribute;
                })]),
            },
        };
    }

    private static JsonObject Component(Structure structure, string id)
    {
        var component = new JsonObject { ["id"] = id, ["conceptIdentity"] = Structure.ConceptUrn(id) };
        component["localRepresentation"] = structure.IsCoded(id)
            ? new JsonObject { ["enumeration"] = Structure.Urn("codelist.Codelist", $"CL_{id}") }
            : new JsonObject { ["format"] = new JsonObject { ["dataType"] = id == Structure.Measure ? "Double" : "String" } };
        return component;
    }
}
