using System.Text;
using System.Xml;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>What messages of SDMX-ML 2.1 have in common.</summary>
internal static class SdmxMl
{
    public const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    public const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";

    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Async = true, CloseOutput = false, NewLineHandling = NewLineHandling.Entitize };

    public static void Header(XmlWriter xml, string id, string prepared)
    {
        xml.WriteElementString("ID", Message, id);
        xml.WriteElementString("Test", Message, "false");
        xml.WriteElementString("Prepared", Message, prepared);
        xml.WriteStartElement("Sender", Message);
        xml.WriteAttributeString("id", Structure.Agency);
        xml.WriteEndElement();
    }

    /// <summary>A reference within the agency's own structure.</summary>
    public static void Ref(XmlWriter xml, string id, string kind, string package)
    {
        xml.WriteStartElement("Ref");
        xml.WriteAttributeString("agencyID", Structure.Agency);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("version", Structure.Version);
        xml.WriteAttributeString("class", kind);
        xml.WriteAttributeString("package", package);
        xml.WriteEndElement();
    }
}
