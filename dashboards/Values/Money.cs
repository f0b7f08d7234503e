using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Values;

/// <summary>Large numbers and dollars as people say them, on every page alike.</summary>
internal static class Money
{
    /// <summary>From here on a number has a noun of its own: French and Spanish say "millions de dollars", but "350 000 dollars".</summary>
    private const double Million = 1e6;

    private const double Billion = 1e9;
    private const double Trillion = 1e12;

    /// <summary>"88.9 billion" of dollars or people, without the noun. Spanish counts thousands of millions ("88.900 millones"), French thousands of "milliards".</summary>
    public static string Scaled(Texts texts, double value) => Math.Abs(value) switch
    {
        >= Trillion when texts.Language == Language.French => texts.Amount("number.billions", Hundreds(value / Billion), 0),
        >= Trillion => texts.Amount("number.trillions", value / Trillion, 1),
        >= Billion when texts.Language == Language.Spanish => texts.Amount("number.millions", Hundreds(value / Million), 0),
        >= Billion => texts.Amount("number.billions", value / Billion, 1),
        >= Million => texts.Amount("number.millions", value / Million, 1),
        _ => texts.Format.Number(value, 0),
    };

    public static string Usd(Texts texts, double value) => texts[Math.Abs(value) >= Million ? "unit.say.USD.millions" : "unit.say.USD", Scaled(texts, value)];

    /// <summary>No more digits than "2.1 billion" has.</summary>
    private static double Hundreds(double value) => Math.Round(value / 100, MidpointRounding.AwayFromZero) * 100;
}
