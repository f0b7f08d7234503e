namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// How long to wait before the next attempt: doubled each time, a fifth longer or shorter at random, so that schedules
/// that failed together do not come back together; never more than a day.
/// </summary>
internal static class RetryWaits
{
    private const double Spread = 0.2;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <param name="failed">The attempt that failed, from 1.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan After(int failed, TimeSpan first, double chance)
    {
        var doubled = first * Math.Pow(2, failed - 1);
        return (doubled < Longest ? doubled : Longest) * (1 + (Spread * ((2 * chance) - 1)));
    }
}
