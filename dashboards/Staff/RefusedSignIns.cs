using System.Globalization;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;

namespace SpIndicators.Dashboards.Staff;

/// <summary>
/// Writes refused sign-ins into the audit log, which nothing ever leaves: so no more than one entry a minute for each name
/// and address, with the number of tries, and past twenty such pairs one for all the others together. Nobody fills the disk.
/// </summary>
public sealed partial class RefusedSignIns(IAuditLog audit, TimeProvider time, ILogger<RefusedSignIns> log) : IAsyncDisposable
{
    private const string Action = "user.sign-in.refused";
    private const string Others = "various";
    private const int MostPairs = 20;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Name, string Address), Tally> tallies = [];
    private readonly Lock gate = new();
    private ITimer? timer;

    /// <param name="name">The account's; never what was typed where there is none of that name: it may be a password in the wrong field.</param>
    /// <remarks>Takes no token: whoever drops the connection is written down all the same.</remarks>
    public Task Tell(string name, string address, string reason)
    {
        var pair = (Name: name, Address: address);
        lock (gate)
        {
            timer ??= time.CreateTimer(_ => _ = Flush(), null, Span, Span);
            if (!tallies.ContainsKey(pair) && tallies.Count >= MostPairs)
            {
                pair = (Others, Others);
            }

            if (tallies.TryGetValue(pair, out var tally))
            {
                tallies[pair] = tally with { More = tally.More + 1, Reason = reason };
                return Task.CompletedTask;
            }

            tallies[pair] = new(time.GetUtcNow(), 0, reason);
        }

        // Outside: a store that waits for its disk must not make every other refusal wait.
        return Write(pair.Name, pair.Address, reason);
    }

    /// <summary>Writes what was counted since; pairs that were quiet for their minute are forgotten.</summary>
    internal async Task Flush(bool all = false)
    {
        List<((string Name, string Address) Pair, Tally Tally)> due;
        lock (gate)
        {
            var now = time.GetUtcNow();
            due = [.. tallies.Where(tally => all || now - tally.Value.Since >= Span).Select(tally => (tally.Key, tally.Value))];
            foreach (var (pair, tally) in due)
            {
                if (tally.More == 0)
                {
                    tallies.Remove(pair);
                }
                else
                {
                    tallies[pair] = tally with { Since = now, More = 0 };
                }
            }
        }

        foreach (var (pair, tally) in due.Where(tally => tally.Tally.More > 0))
        {
            try
            {
                await Write(pair.Name, pair.Address, string.Create(CultureInfo.InvariantCulture, $"{tally.Reason}; {tally.More} more since {tally.Since.UtcDateTime:HH:mm:ss} UTC"));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                LogUnwritten(log, failure, tally.More, pair.Name, pair.Address);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
        {
            await timer.DisposeAsync();
            await Flush(all: true);
        }
    }

    private Task Write(string name, string address, string details)
    {
        LogRefused(log, name, address, details);
        return audit.Write($"from {address}", Action, name, details, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused for {Name} from {Address}: {Details}")]
    private static partial void LogRefused(ILogger logger, string name, string address, string details);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} refused sign-ins for {Name} from {Address} could not be written into the audit log.")]
    private static partial void LogUnwritten(ILogger logger, Exception failure, long count, string name, string address);

    /// <param name="More">Tries since then that no entry tells of yet.</param>
    private sealed record Tally(DateTimeOffset Since, long More, string Reason);
}
