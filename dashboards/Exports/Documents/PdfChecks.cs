using System.Text;

namespace SpIndicators.Dashboards.Exports.Documents;

/// <summary>What can be told of a PDF from its plain objects, without reading it as a whole: Chromium compresses only the contents of pages.</summary>
internal static class PdfChecks
{
    public static int Pages(ReadOnlySpan<byte> pdf)
    {
        var mark = "/Type /Page"u8;
        var count = 0;
        for (var at = pdf.IndexOf(mark); at >= 0; at = pdf.IndexOf(mark))
        {
            pdf = pdf[(at + mark.Length)..];
            // "/Type /Pages" is their list.
            count += pdf is [(byte)'s', ..] ? 0 : 1;
        }

        return count;
    }

    /// <summary>What a reader for the blind needs and is not there; empty for a document that is as it should be.</summary>
    public static IReadOnlyList<string> Lacks(ReadOnlySpan<byte> pdf, string language)
    {
        List<string> lacks = [];
        foreach (var needed in new[] { "%PDF-", "/StructTreeRoot", "/MarkInfo", $"/Lang ({language})", "/Title", "%%EOF" })
        {
            if (pdf.IndexOf(Encoding.ASCII.GetBytes(needed)) < 0)
            {
                lacks.Add(needed);
            }
        }

        return lacks;
    }
}
