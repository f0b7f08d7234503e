namespace SpIndicators.Core.Methods;

/// <summary>A country beside others: those of a rule, or neighbours a reader chooses.</summary>
public static class Peers
{
    /// <summary>Fewer peers with a value than this have no median worth telling.</summary>
    public const int Minimum = 5;

    /// <summary>Points by which a country's coverage is above the median of its peers; null with fewer than <paramref name="minimum"/>.</summary>
    public static double? MedianGap(double own, IEnumerable<double> peers, int minimum = Minimum) =>
        peers.Select(Coverage.Shown).Order().ToList() is var sorted && sorted.Count >= minimum
            ? Coverage.Shown(own) - ((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2)
            : null;
}
