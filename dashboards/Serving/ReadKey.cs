using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using SpIndicators.Dashboards.Exports;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// What an answer depends on, in one text: program, vintage, language, path and normalised query. Two requests with the
/// same key get the same answer, so it is the key of the cache and the ETag.
/// </summary>
public sealed class ReadKey(TimeProvider time)
{
    /// <summary>
    /// Less than the five minutes for which the framework signs the markers of interactive components
    /// (ServerComponentSerializationSettings.DataExpiration), with a minute to spare.
    /// </summary>
    public static readonly TimeSpan IslandsLast = TimeSpan.FromMinutes(4);

    // Markers are signed with keys that need not outlive the process.
    private static readonly string Process = Guid.NewGuid().ToString("N");

    private readonly Lock gate = new();
    private string? program;

    public string OfPage(HttpContext context, PageView view)
    {
        var endpoint = context.GetEndpoint()!;
        var key = new StringBuilder()
            .Append(Program(endpoint)).Append('\n')
            .Append(view.Session.Vintage).Append('\n')
            // A frozen page tells whether there are newer figures.
            .Append(view.Newer).Append('\n')
            .Append(view.State.Language).Append('\n')
            .Append(context.Request.PathBase).Append(view.Url(state => state)).Append('\n')
            .AppendJoin('\n', view.Ignored.Select(p => $"{p.Name}={p.Value}:{p.Reason}")).Append('\n')
            // Cards and codes to embed hold the whole address: what was made for one host is nobody else's.
            .Append(ExportRequests.OriginOf(context)).Append('\n')
            .Append(view.NextUpdate?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n')
            // Enhanced navigation gets its page with a framing comment that a plain load has not.
            .Append(IsEnhancedNavigation(context.Request) ? "enhanced" : "plain");
        if (ExportRequests.KeyOf(context, time) is { } file)
        {
            return key.Append('\n').Append(file).ToString();
        }

        if (endpoint.Metadata.GetMetadata<HasIslandsAttribute>() is not null)
        {
            var span = time.GetUtcNow().Ticks / IslandsLast.Ticks;
            key.Append('\n').Append(Process).Append('\n').Append(span.ToString(CultureInfo.InvariantCulture));
        }

        return key.ToString();
    }

    /// <summary>The key of an answer of the API: parameters in any order are the same question.</summary>
    public string OfApi(HttpContext context, string vintage) => new StringBuilder()
        .Append(Program(context.GetEndpoint()!)).Append('\n')
        .Append(vintage).Append('\n')
        .Append(context.Request.PathBase).Append(context.Request.Path).Append('\n')
        // The same address in another format is another answer.
        .Append(context.Request.Path.StartsWithSegments(Urls.ApiSdmxPath) ? context.Request.Headers.Accept.ToString() : "").Append('\n')
        .AppendJoin('\n', context.Request.Query.OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}"))
        .ToString();

    /// <summary>
    /// Weak: one ETag stands for the plain and the compressed bytes, and the signature in an interactive component's
    /// marker differs from rendering to rendering while the page means the same.
    /// </summary>
    public static string ETagOf(string key) =>
        $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}\"";

    public static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static bool IsEnhancedNavigation(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("blazor-enhanced-nav=on", StringComparison.Ordinal);

    /// <summary>Changes when the code of the pages or any file they link to does.</summary>
    private string Program(Endpoint endpoint)
    {
        lock (gate)
        {
            return program ??= Stamp(endpoint.Metadata.GetMetadata<ResourceAssetCollection>());
        }
    }

    private static string Stamp(ResourceAssetCollection? assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ReadKey).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var asset in (assets ?? ResourceAssetCollection.Empty).OrderBy(asset => asset.Url, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(asset.Url));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
