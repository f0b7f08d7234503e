namespace SpIndicators.Dashboards.State;

/// <summary>By which rule a country's peers are chosen: the same words in the address of every page that shows peers.</summary>
public static class PeersRule
{
    public const string None = "none";

    /// <summary>The rules in the address and in the data; null for none.</summary>
    public static readonly IReadOnlyList<(string InUrl, string? InData)> All =
        [("income", "income"), ("region", "region"), ("neighbours", "neighbour"), (None, null)];

    public static string? InData(string inUrl) => All.First(rule => rule.InUrl == inUrl).InData;

    internal static Parsed<string> Read(string text)
    {
        var rule = All.FirstOrDefault(known => string.Equals(known.InUrl, text, StringComparison.OrdinalIgnoreCase));
        return rule.InUrl is null ? Parsed.Invalid<string>("ignored.peers") : Parsed.Value(rule.InUrl);
    }
}
