namespace SpIndicators.Tests.Fetching;

/// <summary>Waits of up to half an hour are over at once, and the clock has moved on by them. Longer ones, which are limits, take their time.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private readonly Lock guard = new();
    private TimeSpan skipped;

    /// <summary>What was waited for, in turn.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public TimeSpan Skipped
    {
        get
        {
            lock (guard)
            {
                return skipped;
            }
        }
    }

    /// <summary>Begins at the noon of a day.</summary>
    public DateTimeOffset Start { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Start + Skipped;

    public override long GetTimestamp() => Skipped.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > Longest || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        lock (guard)
        {
            skipped += dueTime;
            Waits.Add(dueTime);
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
