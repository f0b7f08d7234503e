namespace SpIndicators.Core.Methods;

/// <summary>A country beside others: those of a rule, or neighbours a reader chooses.</summary>
public static class Peers
{
    /// <summary>Fewer peers with a value than this have no median worth telling.</summary>
    public const int Minimum = 5;

    /// <summary>Points by which a country's coverage is above the median of its peers; null with fewer than <see cref="Minimum"/>.</summary>
    public static double? MedianGap(double own, IEnumerable<double> peers) =>
        peers.Select(Coverage.Shown).Order().ToList() is { Count: >= Minimum } sorted
            ? Coverage.Shown(own) - ((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2)
            : null;
}
