using System.Linq.Expressions;
using System.Text.Json;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.FullFeed;

/// <summary>A request as Hangfire keeps it: what its pages show, and the request itself as JSON.</summary>
internal static class HangfireRequest
{
    public static Expression<Func<HangfireRefreshJob, Task>> Of(RefreshRequest request)
    {
        var title = $"{request.Schedule}: {request.Trigger}, {request.Who}, {request.Attempt}/{request.MaxAttempts}";
        var words = JsonSerializer.Serialize(request);

        // Hangfire puts the context in when it calls.
        return job => job.RunRequest(title, words, null!);
    }
}
