namespace SpIndicators.Core.Methods;

/// <summary>
/// Persons of an age, of a population published in bands: within a band ages count as equally many. The SQL model
/// <c>package_age_factor</c> states the same rule; a test holds the two against each other.
/// </summary>
public static class AgeBands
{
    /// <summary>Persons from an age up to, not including, another; the last band has no end.</summary>
    public sealed record Band(int From, int? To, double Persons);

    /// <summary>Persons under an age. The bands lie one after the other and begin at 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The age is negative or lies in the band without an end.</exception>
    public static double Under(IReadOnlyList<Band> bands, double age)
    {
        ThrowIfOutside(bands, age);
        return bands.Where(band => band.To is not null).Sum(band => band.Persons * Math.Clamp((age - band.From) / (band.To!.Value - band.From), 0, 1));
    }

    /// <summary>Persons of an age or older.</summary>
    /// <inheritdoc cref="Under" path="/exception"/>
    public static double From(IReadOnlyList<Band> bands, double age)
    {
        ThrowIfOutside(bands, age);
        return bands.Sum(band => band.To is { } to ? band.Persons * Math.Clamp((to - age) / (to - band.From), 0, 1) : band.Persons);
    }

    /// <summary>The age is a limit of bands, so that the persons are as published.</summary>
    public static bool IsPublished(IReadOnlyList<Band> bands, double age) => bands.Any(band => band.From == age);

    private static void ThrowIfOutside(IReadOnlyList<Band> bands, double age)
    {
        var last = bands.Where(band => band.To is not null).Max(band => band.To);
        if (!(age >= 0 && age <= last))
        {
            throw new ArgumentOutOfRangeException(nameof(age), age, $"The bands know ages from 0 to {last}.");
        }
    }
}
