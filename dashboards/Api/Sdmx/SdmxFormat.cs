using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

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
    /// <param name="request">What is asked, and how.</param>
    /// <param name="known">What there is; the first for whoever names none.</param>
    public static SdmxFormat? Chosen(HttpRequest request, params IReadOnlyList<SdmxFormat> known)
    {
        if (request.Query["format"] is [{ Length: > 0 } asked])
        {
            return Of(asked) is { } named && known.Contains(named) ? named : null;
        }

        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).ToList();
        if (accepted.Count == 0)
        {
            return known[0];
        }

        foreach (var type in accepted)
        {
            var name = type.MediaType.ToString();
            if (name is "*/*" or "application/*" or "text/*")
            {
                return known[0];
            }

            // A browser asks for a page, and takes XML too: it gets what there is.
            if (Of(name) is { } format && known.Contains(format) && !IsOldJson(format, type))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>SDMX-JSON 1.0 has another form than 2.0: a client that names it could not read ours.</summary>
    private static bool IsOldJson(SdmxFormat format, MediaTypeHeaderValue type) =>
        format == SdmxFormat.Json && type.Parameters.Any(parameter => parameter.Name == "version" && parameter.Value.StartsWith("1", StringComparison.Ordinal));

    private static SdmxFormat? Of(string text) =>
        text.Contains("csv", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Csv
        : text.Contains("json", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Json
        : text.Contains("xml", StringComparison.OrdinalIgnoreCase) || text.Contains("generic", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Xml
        : null;
}
