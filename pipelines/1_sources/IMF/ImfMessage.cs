using System.Globalization;
using System.Xml;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.Pipelines.Sources.IMF;

/// <summary>A structure-specific SDMX message as it stands, read once from front to back.</summary>
internal sealed class ImfMessage
{
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true };

    public List<(string Country, string Indicator, string Scale, string Year, string Value)> Cells { get; } = [];

    /// <summary>By indicator.</summary>
    public Dictionary<string, string> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>The last year that is no estimate, by country and indicator.</summary>
    public Dictionary<(string Country, string Indicator), string> LastActual { get; } = [];

    public DateOnly? Published { get; private set; }

    public static ImfMessage Read(Stream bytes)
    {
        var message = new ImfMessage();
        try
        {
            using var xml = XmlReader.Create(bytes, Careful);
            message.Read(xml);
        }
        catch (XmlException broken)
        {
            throw new FetchException($"is not XML: {broken.Message.TrimEnd('.')}", broken);
        }

        return message;
    }

    private void Read(XmlReader xml)
    {
        var isData = false;
        var (country, indicator, scale) = ("", "", "");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "StructureSpecificData":
                    isData = true;
                    break;
                case "Error" or "ErrorMessage":
                    throw new FetchException($"is an error: {Words(xml)}");
                case "DataSet":
                    Published = Day(xml.GetAttribute("PUBLICATION_DATE"));
                    break;
                case "Group":
                    ReadGroup(xml);
                    break;
                case "Series":
                    (country, indicator, scale) = (Needed(xml, "COUNTRY"), Needed(xml, "INDICATOR"), xml.GetAttribute("SCALE") ?? "");
                    if (Needed(xml, "FREQUENCY") is var frequency and not "A")
                    {
                        throw new FetchException($"has the frequency '{frequency}', where yearly figures (A) were expected");
                    }

                    break;
                // A year without a value has no row.
                case "Obs" when xml.GetAttribute("OBS_VALUE") is { Length: > 0 } value:
                    Cells.Add((country, indicator, scale, Needed(xml, "TIME_PERIOD"), value));
                    break;
            }
        }

        if (!isData)
        {
            throw new FetchException("is XML, but no SDMX data message");
        }
    }

    private void ReadGroup(XmlReader xml)
    {
        if (xml.GetAttribute("INDICATOR") is not { } indicator)
        {
            return;
        }

        if (xml.GetAttribute("UNIT") is { Length: > 0 } unit)
        {
            Units[indicator] = unit;
        }

        if (xml.GetAttribute("COUNTRY") is { } country && xml.GetAttribute("LATEST_ACTUAL_ANNUAL_DATA") is { Length: > 0 } year)
        {
            LastActual[(country, indicator)] = year;
        }
    }

    private static string Needed(XmlReader xml, string attribute) =>
        xml.GetAttribute(attribute) ?? throw new FetchException($"lacks {attribute} in a {xml.LocalName}");

    private static DateOnly? Day(string? moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? DateOnly.FromDateTime(at.UtcDateTime) : null;

    private static string Words(XmlReader xml) => string.Join(' ', xml.ReadInnerXml().Split('<', '>').Where((_, i) => i % 2 == 0).Select(t => t.Trim()).Where(t => t.Length > 0));
}
