using System.Xml;
using SpIndicators.Dashboards.Exports.Data;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>The structure as an SDMX-ML 2.1 message: what stock clients of today ask for.</summary>
internal static class StructureMl
{
    public const string MediaType = "application/vnd.sdmx.structure+xml; version=2.1; charset=utf-8";

    private const string Str = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";

    public static byte[] Of(Structure structure, StructureAsked asked)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, SdmxMl.Settings))
        {
            xml.WriteStartElement("mes", "Structure", SdmxMl.Message);
            xml.WriteAttributeString("xmlns", "com", null, SdmxMl.Common);
            xml.WriteAttributeString("xmlns", "str", null, Str);
            xml.WriteStartElement("Header", SdmxMl.Message);
            SdmxMl.Header(xml, "structure", structure.Prepared);
            xml.WriteEndElement();
            xml.WriteStartElement("Structures", SdmxMl.Message);
            Write(xml, structure, asked);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, Structure structure, StructureAsked asked)
    {
        if (asked.HasDataflow)
        {
            xml.WriteStartElement("Dataflows", Str);
            Maintained(xml, "Dataflow", Structure.NameOf(Structure.Dataflow, "sdmx.dataflow"), "datastructure.Dataflow");
            xml.WriteStartElement("Structure", Str);
            SdmxMl.Ref(xml, Structure.Dsd, "DataStructure", "datastructure");
            Ends(xml, 3);
        }

        if (asked.HasCodeLists)
        {
            xml.WriteStartElement("Codelists", Str);
            foreach (var list in structure.CodeLists.Where(asked.Has))
            {
                Maintained(xml, "Codelist", Structure.NameOf(list.Id, $"sdmx.{list.Concept}"), "codelist.Codelist");
                foreach (var code in list.Codes)
                {
                    Item(xml, "Code", code, $"{Structure.Urn("codelist.Code", list.Id)}.{code.Id}");
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        if (asked.HasConcepts)
        {
            xml.WriteStartElement("Concepts", Str);
            Maintained(xml, "ConceptScheme", Structure.NameOf(Structure.Concepts, "sdmx.concepts"), "conceptscheme.ConceptScheme");
            foreach (var id in Structure.ConceptIds)
            {
                Item(xml, "Concept", Structure.NameOf(id, $"sdmx.{id}"), Structure.ConceptUrn(id));
            }

            Ends(xml, 2);
        }

        if (asked.HasDsd)
        {
            xml.WriteStartElement("DataStructures", Str);
            Maintained(xml, "DataStructure", Structure.NameOf(Structure.Dsd, "sdmx.structure"), "datastructure.DataStructure");
            Components(xml, structure);
            Ends(xml, 2);
        }
    }

    private static void Components(XmlWriter xml, Structure structure)
    {
        xml.WriteStartElement("DataStructureComponents", Str);
        List(xml, "DimensionList", "DimensionDescriptor");
        for (var i = 0; i < Structure.Dimensions.Count; i++)
        {
            Component(xml, structure, "Dimension", Structure.Dimensions[i], position: i + 1);
        }

        Component(xml, structure, "TimeDimension", Structure.Time, position: Structure.Dimensions.Count + 1);
        xml.WriteEndElement();
        List(xml, "AttributeList", "AttributeDescriptor");
        foreach (var id in Structure.Attributes)
        {
            Component(xml, structure, "Attribute", id);
        }

        xml.WriteEndElement();
        List(xml, "MeasureList", "MeasureDescriptor");
        Component(xml, structure, "PrimaryMeasure", Structure.Measure);
        Ends(xml, 2);
    }

    private static void Component(XmlWriter xml, Structure structure, string kind, string id, int? position = null)
    {
        xml.WriteStartElement(kind, Str);
        xml.WriteAttributeString("id", id);
        if (kind == "Attribute")
        {
            xml.WriteAttributeString("assignmentStatus", id == "UNIT_MEASURE" ? "Mandatory" : "Conditional");
        }

        if (position is { } place)
        {
            xml.WriteAttributeString("position", place.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        xml.WriteStartElement("ConceptIdentity", Str);
        xml.WriteStartElement("Ref");
        xml.WriteAttributeString("agencyID", Structure.Agency);
        xml.WriteAttributeString("maintainableParentID", Structure.Concepts);
        xml.WriteAttributeString("maintainableParentVersion", Structure.Version);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("class", "Concept");
        xml.WriteAttributeString("package", "conceptscheme");
        Ends(xml, 2);
        xml.WriteStartElement("LocalRepresentation", Str);
        if (structure.IsCoded(id))
        {
            xml.WriteStartElement("Enumeration", Str);
            SdmxMl.Ref(xml, $"CL_{id}", "Codelist", "codelist");
        }
        else
        {
            xml.WriteStartElement("TextFormat", Str);
            xml.WriteAttributeString("textType", id switch { Structure.Measure => "Double", Structure.Time => "ObservationalTimePeriod", _ => "String" });
        }

        Ends(xml, 2);
        if (kind == "Attribute")
        {
            xml.WriteStartElement("AttributeRelationship", Str);
            xml.WriteStartElement("PrimaryMeasure", Str);
            xml.WriteStartElement("Ref");
            xml.WriteAttributeString("id", Structure.Measure);
            Ends(xml, 3);
        }

        xml.WriteEndElement();
    }

    private static void List(XmlWriter xml, string name, string id)
    {
        xml.WriteStartElement(name, Str);
        xml.WriteAttributeString("id", id);
    }

    /// <summary>Left open for what it holds.</summary>
    private static void Maintained(XmlWriter xml, string element, CodeList.Code named, string kind)
    {
        xml.WriteStartElement(element, Str);
        xml.WriteAttributeString("id", named.Id);
        xml.WriteAttributeString("urn", Structure.Urn(kind, named.Id));
        xml.WriteAttributeString("agencyID", Structure.Agency);
        xml.WriteAttributeString("version", Structure.Version);
        xml.WriteAttributeString("isFinal", "true");
        Names(xml, named);
    }

    private static void Item(XmlWriter xml, string element, CodeList.Code named, string urn)
    {
        xml.WriteStartElement(element, Str);
        xml.WriteAttributeString("id", named.Id);
        xml.WriteAttributeString("urn", urn);
        Names(xml, named);
        xml.WriteEndElement();
    }

    private static void Names(XmlWriter xml, CodeList.Code named)
    {
        foreach (var (lang, name) in named.Names)
        {
            xml.WriteStartElement("Name", SdmxMl.Common);
            xml.WriteAttributeString("xml", "lang", null, lang);
            xml.WriteString(XmlLetters.Of(name));
            xml.WriteEndElement();
        }
    }

    private static void Ends(XmlWriter xml, int count)
    {
        for (var i = 0; i < count; i++)
        {
            xml.WriteEndElement();
        }
    }
}
