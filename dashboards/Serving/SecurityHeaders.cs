using Microsoft.AspNetCore.Builder;
using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Headers that keep a page to this server: no script, style, font, image or connection from elsewhere, none inline,
/// no framing, nothing asked of the device.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>blob: and data: for images the chart module makes of a drawing; everything else is a file of ours.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Of the one kind of page that pages of others may show: a picture and a link, no script, nothing remembered. Without frame-ancestors: anybody may, slides and files too.</summary>
    private const string EmbedPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: an error clears what was set before it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var isEmbed = ExportRequests.AskedBy(context)?.Format == ExportFormat.Embed;
            headers.ContentSecurityPolicy = isEmbed ? EmbedPolicy : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            if (!isEmbed)
            {
                headers.XFrameOptions = "DENY";
            }

            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = PermissionsPolicy;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
