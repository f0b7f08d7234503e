using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Serving;

/// <summary>When a schedule next asks the agencies for figures, as one request tells it; null when no schedule does.</summary>
internal sealed record NextUpdate(DateTimeOffset? At);

/// <summary>
/// Knows the next update for every page's footer. The scheduler is asked once a minute at most; when it does not answer,
/// readers get their page without the line.
/// </summary>
internal sealed partial class NextUpdates(IServiceProvider services, TimeProvider time, ILogger<NextUpdates> log)
{
    private static readonly TimeSpan LastsFor = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private Task<DateTimeOffset?> known = Task.FromResult<DateTimeOffset?>(null);
    private DateTimeOffset until = DateTimeOffset.MinValue;

    public Task<DateTimeOffset?> Look()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now >= until && known.IsCompleted)
            {
                until = now + LastsFor;
                known = Ask(now);
            }

            return known;
        }
    }

    private async Task<DateTimeOffset?> Ask(DateTimeOffset now)
    {
        if (services.GetService<IRefreshScheduler>() is not { } scheduler)
        {
            return null;
        }

        try
        {
            var times = from schedule in await scheduler.List(CancellationToken.None)
                        where !schedule.Schedule.IsPaused
                        from next in schedule.Next
                        where next > now
                        orderby next
                        select (DateTimeOffset?)next;
            return times.FirstOrDefault();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogSilent(failure);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler does not say when it runs next; pages do without.")]
    private partial void LogSilent(Exception failure);
}

/// <summary>Gives each page the next update before its key is made: a page that says another day is another page.</summary>
internal static class NextUpdateMiddleware
{
    public static IApplicationBuilder UseNextUpdate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (ReadKey.IsPage(context.GetEndpoint()))
        {
            context.Features.Set(new NextUpdate(await context.RequestServices.GetRequiredService<NextUpdates>().Look()));
        }

        await next(context);
    });
}
