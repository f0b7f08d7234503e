using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>What a message of SDMX is written in.</summary>
internal enum SdmxFormat
{
    Csv,
    Json,
    Xml,
}

/// <summary>Finds what the client would like best of what there is.</summary>
internal static class SdmxFormats
{
    /// <summary><c>format=</c> counts before the header; null when nothing that is asked for is there.</summary>
    public static SdmxFormat? Chosen(HttpRequest request, SdmxFormat standard, SdmxFormat other)
    {
        if (request.Query["format"] is [{ Length: > 0 } asked])
        {
            return Of(asked) is { } named && (named == standard || named == other) ? named : null;
        }

        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).Select(type => type.MediaType.ToString()).ToList();
        if (accepted.Count == 0)
        {
            return standard;
        }

        foreach (var type in accepted)
        {
            if (type is "*/*" or "application/*" or "text/*")
            {
                return standard;
            }

            // A browser asks for a page, and takes XML too: it gets what there is.
            if (Of(type) is { } known && (known == standard || known == other))
            {
                return known;
            }
        }

        return null;
    }

    private static SdmxFormat? Of(string text) =>
        text.Contains("csv", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Csv
        : text.Contains("json", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Json
        : text.Contains("xml", StringComparison.OrdinalIgnoreCase) || text.Contains("generic", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Xml
        : null;
}
