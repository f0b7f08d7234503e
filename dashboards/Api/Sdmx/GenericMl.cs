using System.Data.Common;
using System.Globalization;
using System.Xml;
using SpIndicators.Dashboards.Exports.Data;
using SpIndicators.Dashboards.Exports.Sdmx;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>Observations as an SDMX-ML 2.1 message of generic data, written as they are read.</summary>
internal static class GenericMl
{
    public const string MediaType = "application/vnd.sdmx.genericdata+xml; version=2.1; charset=utf-8";

    private const string Gen = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    private const int FlushEvery = 500;
    private static readonly int Time = ColumnOf(Structure.Time);
    private static readonly int Value = ColumnOf(Structure.Measure);

    public static async Task Write(DbDataReader rows, Stream to, string prepared, SeriesDetail detail, CancellationToken cancellation)
    {
        // A writer of XML sends when it is full and waits until that is done; the answer is sent portion by portion instead.
        using var portion = new MemoryStream();
        await using var xml = XmlWriter.Create(portion, SdmxMl.Settings);
        xml.WriteStartElement("mes", "GenericData", SdmxMl.Message);
        xml.WriteAttributeString("xmlns", "gen", null, Gen);
        xml.WriteAttributeString("xmlns", "com", null, SdmxMl.Common);
        xml.WriteStartElement("Header", SdmxMl.Message);
        SdmxMl.Header(xml, "data", prepared);
        xml.WriteStartElement("Structure", SdmxMl.Message);
        xml.WriteAttributeString("structureID", Structure.Dsd);
        xml.WriteAttributeString("dimensionAtObservation", Structure.Time);
        xml.WriteStartElement("Structure", SdmxMl.Common);
        SdmxMl.Ref(xml, Structure.Dsd, "DataStructure", "datastructure");
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
        xml.WriteStartElement("DataSet", SdmxMl.Message);
        xml.WriteAttributeString("structureRef", Structure.Dsd);
        xml.WriteAttributeString("action", "Information");
        string[]? series = null;
        for (var n = 1; rows.Read(); n++)
        {
            var key = Enumerable.Range(0, Structure.Dimensions.Count).Select(rows.GetString).ToArray();
            if (series is null || !key.SequenceEqual(series))
            {
                Series(xml, key, isFirst: series is null);
                series = key;
            }

            if (detail != SeriesDetail.KeysOnly)
            {
                Observation(xml, rows, hasAttributes: detail == SeriesDetail.Full);
            }

            if (n % FlushEvery == 0)
            {
                await Send();
            }
        }

        // Closes what is open.
        await xml.WriteEndDocumentAsync();
        await Send();

        async Task Send()
        {
            await xml.FlushAsync();
            await to.WriteAsync(portion.GetBuffer().AsMemory(0, (int)portion.Length), cancellation);
            portion.SetLength(0);
        }
    }

    private static void Series(XmlWriter xml, string[] key, bool isFirst)
    {
        if (!isFirst)
        {
            xml.WriteEndElement();
        }

        xml.WriteStartElement("Series", Gen);
        xml.WriteStartElement("SeriesKey", Gen);
        for (var i = 0; i < key.Length; i++)
        {
            Pair(xml, Structure.Dimensions[i], key[i]);
        }

        xml.WriteEndElement();
    }

    private static void Observation(XmlWriter xml, DbDataReader rows, bool hasAttributes)
    {
        xml.WriteStartElement("Obs", Gen);
        xml.WriteStartElement("ObsDimension", Gen);
        xml.WriteAttributeString("id", Structure.Time);
        xml.WriteAttributeString("value", rows.GetInt64(Time).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        if (!rows.IsDBNull(Value))
        {
            xml.WriteStartElement("ObsValue", Gen);
            xml.WriteAttributeString("value", rows.GetDouble(Value).ToString("R", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        if (hasAttributes)
        {
            Attributes(xml, rows);
        }

        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, DbDataReader rows)
    {
        xml.WriteStartElement("Attributes", Gen);
        for (var i = Value + 1; i < rows.FieldCount; i++)
        {
            if (!rows.IsDBNull(i) && rows.GetString(i) is { Length: > 0 } text)
            {
                Pair(xml, rows.GetName(i), text);
            }
        }

        xml.WriteEndElement();
    }

    private static void Pair(XmlWriter xml, string id, string value)
    {
        xml.WriteStartElement("Value", Gen);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("value", XmlLetters.Of(value));
        xml.WriteEndElement();
    }

    private static int ColumnOf(string name) => SdmxCsv.Columns.Select(column => column.Name).ToList().IndexOf(name);
}
