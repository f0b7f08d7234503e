namespace SpIndicators.Core.Methods;

/// <summary>
/// Aggregates of the custodian: averages weighted by each rate's own denominator
/// (UN metadata of SDG 1.3.1: "weighted averages ... with weights equal to the denominators").
/// </summary>
public static class WeightedMean
{
    /// <summary>Weighted mean of the values; members with no weight do not count.</summary>
    /// <exception cref="ArgumentException">No member has a positive weight.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a number, or a weight is negative or not one.</exception>
    public static double Of(IEnumerable<(double Value, double Weight)> members)
    {
        double sum = 0, weights = 0;
        foreach (var (value, weight) in members)
        {
            if (!double.IsFinite(weight) || weight < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(members), weight, "A weight is a number from 0 upwards.");
            }

            if (!double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(members), value, "A value is a number; leave out members without one.");
            }

            sum += value * weight;
            weights += weight;
        }

        return weights > 0 ? sum / weights : throw new ArgumentException("No member has a positive weight.", nameof(members));
    }
}
