using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Staff;

/// <summary>
/// How many forms with a password one address may send in a minute, whatever names stand in them: each costs a hash, and
/// the lock of a name does not see one password tried on many names. The way to a provider and back has a limit of its own.
/// </summary>
internal static class TryLimit
{
    public const string Policy = "password tries";
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddTryLimit(this IServiceCollection services, SignInOptions options) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method) ? Limit(context, options.TriesAMinute) : None);

        // Not by endpoint: the handler answers the provider's answers itself.
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.Request.Path.StartsWithSegments(Urls.ProviderPath) || context.Request.Path.StartsWithSegments(Urls.ProviderAnswerPath)
                ? Limit(context, options.ProviderTriesAMinute)
                : None);
        limits.OnRejected = async (rejected, _) =>
        {
            var context = rejected.HttpContext;
            context.Response.Headers.RetryAfter = "60";
            await context.RequestServices.GetRequiredService<RefusedSignIns>().Tell("–", RemoteAddress.Of(context), "too many tries in a minute");
            await NotYours.AnswerToMany(context, new ViewStateReader(context.Request.Query).ReadLanguage());
        };
    });

    private static RateLimitPartition<string> None => RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Limit(HttpContext context, int tries) => RateLimitPartition.GetFixedWindowLimiter(
        RemoteAddress.Of(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = Span });
}
