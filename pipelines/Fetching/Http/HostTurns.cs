using System.Collections.Concurrent;

namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>Keeps requests to one machine apart, whichever source they are for.</summary>
internal sealed class HostTurns(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until this machine may be asked again, and takes the turn.</summary>
    public async Task Wait(string host, TimeSpan gap, CancellationToken cancellation)
    {
        while (Take(host, gap) is { } wait)
        {
            await Task.Delay(wait, time, cancellation);
        }
    }

    /// <summary>The machine asked to be left alone: that is for all who ask it.</summary>
    public void NotBefore(string host, TimeSpan wait)
    {
        var until = time.GetUtcNow() + wait;
        next.AddOrUpdate(host, until, (_, before) => before > until ? before : until);
    }

    /// <summary>Null when the turn was taken, else how long it still is.</summary>
    private TimeSpan? Take(string host, TimeSpan gap)
    {
        var now = time.GetUtcNow();
        var after = now + gap;
        var due = next.GetOrAdd(host, now);
        return due > now ? due - now : next.TryUpdate(host, after, due) ? null : TimeSpan.Zero;
    }
}
