using System.Diagnostics;

namespace SpIndicators.Tests.Operations;

/// <summary>Waits for what another thread or process is about to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    public static Task Is(Func<bool> condition, string what) => Is(() => Task.FromResult(condition()), what);

    public static async Task Is(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Longest, $"After {Longest.TotalSeconds} seconds not yet: {what}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
