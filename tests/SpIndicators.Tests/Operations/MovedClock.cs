namespace SpIndicators.Tests.Operations;

/// <summary>A clock that runs on from any moment and can be moved; waits take their real time.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long offset;

    public MovedClock(DateTimeOffset now) => MoveTo(now);

    public void Move(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);

    public void MoveTo(DateTimeOffset now) => Interlocked.Exchange(ref offset, (now - System.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref offset));
}
