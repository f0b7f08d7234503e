namespace SpIndicators.Tests.Architecture;

/// <summary>An architecture test collects what breaks its rule; the message shows all of it, uncut.</summary>
internal static class Expect
{
    public static void Nothing(IEnumerable<string> found)
    {
        var all = found.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} found:\n{string.Join('\n', all)}");
    }
}
