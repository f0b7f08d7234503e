namespace SpIndicators.Operations.Storage;

/// <summary>An instant as the store keeps it: UTC ticks.</summary>
internal static class Instant
{
    public static long Ticks(this TimeProvider time) => time.GetUtcNow().UtcTicks;

    public static DateTimeOffset Of(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? Of(long? ticks) => ticks is { } known ? Of(known) : null;
}
