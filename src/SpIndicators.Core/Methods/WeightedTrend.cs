namespace SpIndicators.Core.Methods;

/// <summary>
/// A straight line through coverage by year, fitted by weighted least squares: the newest observation counts 1, one a year
/// older 1/2, then 1/3. Neither <see cref="Level"/> nor the limits are held to 0 and 100; whoever shows them does that.
/// </summary>
/// <param name="Slope">Points a year.</param>
/// <param name="Level">Height of the line in the target year.</param>
/// <param name="Low">Lower limit of the 80 per cent prediction interval around the level.</param>
/// <param name="High">Its upper limit.</param>
public sealed record WeightedTrend(double Slope, double Level, double Low, double High)
{
    /// <summary>Observations a line needs.</summary>
    public const int Minimum = 3;

    /// <summary>Years its observations must span.</summary>
    public const int MinimumSpan = 4;

    /// <summary>The line of the observations; null below the minimum of data.</summary>
    /// <param name="observations">Coverage as shown, one a year.</param>
    /// <param name="targetYear">The year it is extended to.</param>
    /// <param name="tValue">Of the interval, as a function of the degrees of freedom (observations less two).</param>
    public static WeightedTrend? Of(IReadOnlyCollection<(int Year, double Coverage)> observations, int targetYear, Func<int, double> tValue)
    {
        var newest = observations.Select(o => o.Year).DefaultIfEmpty().Max();
        if (observations.Count < Minimum || newest - observations.Min(o => o.Year) < MinimumSpan)
        {
            return null;
        }

        // Around the weighted means, while the SQL sums distances to the target year: two ways to one line.
        var points = observations.Select(o => (X: (double)(o.Year - targetYear), Y: o.Coverage, W: 1.0 / (1 + newest - o.Year))).ToList();
        var weight = points.Sum(p => p.W);
        var meanX = points.Sum(p => p.W * p.X) / weight;
        var meanY = points.Sum(p => p.W * p.Y) / weight;
        var squares = points.Sum(p => p.W * (p.X - meanX) * (p.X - meanX));
        var slope = points.Sum(p => p.W * (p.X - meanX) * (p.Y - meanY)) / squares;
        var level = meanY - (slope * meanX);

        var residual = points.Sum(p => p.W * Math.Pow(p.Y - level - (slope * p.X), 2)) / (points.Count - 2);
        var half = tValue(points.Count - 2) * Math.Sqrt(residual * (1 + (1 / weight) + (meanX * meanX / squares)));
        return new WeightedTrend(slope, level, level - half, level + half);
    }
}
