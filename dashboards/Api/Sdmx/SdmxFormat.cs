using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SpIndicators.Dashboards.Api.Sdmx;

/// <summary>What a message of SDMX is written in.</summary>
internal enum SdmxFormat
{
    Csv,

    /// <summary>SDMX-CSV 1.0; only for who asks for that version.</summary>
    OldCsv,
    Json,
    Xml,
}

/// <summary>Finds what the client would like best of what there is.</summary>
internal static class SdmxFormats
{
    /// <summary>The parameter that says it in the address.</summary>
    public const string Name = "format";

    /// <summary><c>format=</c> counts before the header; null when nothing that is asked for is there.</summary>
    /// <param name="request">What is asked, and how.</param>
    /// <param name="known">What there is; the first for whoever names none.</param>
    public static SdmxFormat? Chosen(HttpRequest request, params IReadOnlyList<SdmxFormat> known)
    {
        if (request.Query[Name] is { Count: > 0 } asked)
        {
            return asked is [{ } one] && Of(one) is { } named && known.Contains(named) ? named : null;
        }

        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).ToList();
        if (accepted.Count == 0)
        {
            return known[0];
        }

        foreach (var type in accepted.Where(type => type.Quality is not 0))
        {
            var name = type.MediaType.ToString();
            if (name is "*/*" or "application/*" or "text/*")
            {
                return known[0];
            }

            // A browser asks for a page, and takes XML too: it gets what there is.
            if (Of(name) is { } format && InVersion(format, type) is { } written && known.Contains(written))
            {
                return written;
            }
        }

        return null;
    }

    /// <summary>A client that names a version could not read another.</summary>
    private static SdmxFormat? InVersion(SdmxFormat format, MediaTypeHeaderValue type)
    {
        var version = type.Parameters.FirstOrDefault(parameter => parameter.Name == "version")?.Value.ToString().Trim('"').Split('.')[0];
        return (format, version) switch
        {
            (_, null or "2") => format,
            (SdmxFormat.Csv, "1") => SdmxFormat.OldCsv,
            _ => null,
        };
    }

    /// <summary>Of XML the generic form: the one made after the structure is another language.</summary>
    private static SdmxFormat? Of(string text) =>
        text.Contains("structurespecific", StringComparison.OrdinalIgnoreCase) ? null
        : text.Contains("csv", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Csv
        : text.Contains("json", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Json
        : text.Contains("xml", StringComparison.OrdinalIgnoreCase) || text.Contains("generic", StringComparison.OrdinalIgnoreCase) ? SdmxFormat.Xml
        : null;
}
