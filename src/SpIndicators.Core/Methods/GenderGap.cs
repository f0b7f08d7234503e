namespace SpIndicators.Core.Methods;

/// <summary>Coverage of women held against that of men, of the same contingency, area and year.</summary>
public static class GenderGap
{
    /// <summary>Points by which men are ahead; below zero, women are.</summary>
    public static double Points(double men, double women) => Coverage.Shown(men) - Coverage.Shown(women);

    /// <summary>Women's rate divided by men's; null where no man is covered, because nothing can be a share of nothing.</summary>
    public static double? Parity(double men, double women) =>
        Coverage.Shown(men) > 0 ? Coverage.Shown(women) / Coverage.Shown(men) : null;
}
