using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Says <c>Vary: Accept-Encoding</c> with every answer that compression could apply to. The framework says it only where
/// it was asked to compress, and a cache on the way would hand those plain bytes to everybody.
/// </summary>
internal static class CodingVariants
{
    public static IApplicationBuilder UseCodingVariants(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        context.Response.OnStarting(() =>
        {
            // What is compressed already has been marked by whoever compressed it.
            if (compression.ShouldCompressResponse(context))
            {
                Mark(context.Response);
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>For answers without a body, of which the type cannot be asked.</summary>
    public static void Mark(HttpResponse response)
    {
        if (!response.Headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase))
        {
            response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }
    }
}
