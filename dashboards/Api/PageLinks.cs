using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SpIndicators.Dashboards.Api;

/// <summary>The pages around this one, as <c>Link</c> headers (RFC 8288). Without a host: the answer is kept, and asked for under several.</summary>
internal static class PageLinks
{
    public static void Add(HttpContext context, long total, int limit, int offset)
    {
        List<string> links = [];
        if (offset + (long)limit < total)
        {
            links.Add(Link("next", offset + limit));
        }

        if (offset > 0)
        {
            links.Add(Link("prev", Math.Max(0, offset - limit)));
            links.Add(Link("first", 0));
        }

        if (links.Count > 0)
        {
            context.Response.Headers.Link = string.Join(", ", links);
        }

        string Link(string relation, int from)
        {
            var request = context.Request;
            var query = QueryString.Create(request.Query.Where(parameter => !parameter.Key.Equals(ApiParameters.Offset, StringComparison.OrdinalIgnoreCase)))
                .Add(ApiParameters.Offset, from.ToString(CultureInfo.InvariantCulture));
            return $"<{request.PathBase}{request.Path}{query}>; rel=\"{relation}\"";
        }
    }
}
