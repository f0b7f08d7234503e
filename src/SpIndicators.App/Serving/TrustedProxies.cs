using Microsoft.AspNetCore.HttpOverrides;

namespace SpIndicators.App.Serving;

/// <summary>
/// Behind a proxy that ends TLS, who asks and how (https) stands in the headers it adds. They are believed from the proxies
/// the setting names, and from nobody else: anybody can write them. The name of the host is the one the proxy passes on.
/// </summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app, Addresses proxies)
    {
        if (proxies.IsEmpty)
        {
            return;
        }

        // Every hop is in the list, so the first that is not is the reader, however many there are.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
