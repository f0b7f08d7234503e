using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Fiscal;

/// <summary>
/// A gap in per cent of GDP as far as it is known: where nobody publishes who is covered, it lies between two ends. Every page asks
/// here whether it is one number, and says it by these words.
/// </summary>
/// <param name="AtLeast">Benefits of unknown coverage count as no gap.</param>
/// <param name="AtMost">They count as all gap; null where not even that can be computed.</param>
public readonly record struct GapSpan(double AtLeast, double? AtMost)
{
    /// <summary>Half of the last digit that is ever shown of a gap.</summary>
    private const double LeastDifference = 0.005;

    public bool IsRange => AtMost is not { } most || most - AtLeast >= LeastDifference;

    /// <summary>What stays of it when so much is raised.</summary>
    public GapSpan Less(double raised) => new(Math.Max(0, AtLeast - raised), AtMost is { } most ? Math.Max(0, most - raised) : null);

    /// <summary>The same in another unit, of which the lower end is known: both ends go by the same factor.</summary>
    public GapSpan In(double lowerEnd) => new(lowerEnd, !IsRange ? lowerEnd : AtLeast > 0 ? lowerEnd * AtMost / AtLeast : null);

    /// <summary>"1.84%", "1.84% to 2.90%", or "at least 1.84%" where the upper end is not known or reads the same.</summary>
    /// <param name="bare">How the first of two numbers is said, when the unit need not be said twice.</param>
    public string InFull(Texts texts, Func<double, string> say, Func<double, string>? bare = null) =>
        IsRange && AtMost is { } most && say(most) != say(AtLeast) ? texts["fiscal.range", (bare ?? say)(AtLeast), say(most)] : InBrief(texts, say(AtLeast));

    /// <summary>"1.84%", or "at least 1.84%": for a cell, and for its lower end in any other unit.</summary>
    public string InBrief(Texts texts, string lowerEnd) => IsRange ? texts["fiscal.atleast", lowerEnd] : lowerEnd;
}
