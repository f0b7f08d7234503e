using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace SpIndicators.Dashboards.Serving;

/// <summary>
/// Keeps rendered answers in memory under their <see cref="ReadKey"/> and content coding. A new vintage is a new key, so
/// nothing expires early or late; what is no longer asked for gives way when the room is full.
/// </summary>
internal sealed class SharedAnswers : IOutputCachePolicy
{
    private const long Room = 64L << 20;
    private const long LargestAnswer = 8L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static void Configure(OutputCacheOptions options)
    {
        options.SizeLimit = Room;
        options.MaximumBodySize = LargestAnswer;
        options.AddBasePolicy(new SharedAnswers());
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var key = ConditionalReading.KeyGiven(http);
        // Nobody waits for, and no room is given to, what is sent row by row.
        context.EnableOutputCaching = key is not null && !StreamedAttribute.IsOn(http.GetEndpoint());
        context.AllowCacheLookup = key is not null;
        context.AllowCacheStorage = key is not null && !IsEndless(http);
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = default;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["key"] = key ?? "";
        context.CacheVaryByRules.VaryByValues["coding"] = CodingOf(http);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // Of an answer that its reader did not wait for there may be a part, or nothing, under a status of 200.
        context.AllowCacheStorage &= ConditionalReading.IsShared(context.HttpContext.Response) && !context.HttpContext.RequestAborted.IsCancellationRequested;
        return ValueTask.CompletedTask;
    }

    /// <summary>Addresses with slips, free text or free numbers in them; keeping their pages would let anybody fill the room.</summary>
    private static bool IsEndless(HttpContext http) =>
        ReadKey.IsPage(http.GetEndpoint()) && http.RequestServices.GetRequiredService<PageView>() is { } view && (view.Ignored.Count > 0 || view.OwnState?.IsEndless == true);

    /// <summary>What the compression will choose for this reader.</summary>
    private static string CodingOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(http)?.EncodingName ?? "identity";
}
