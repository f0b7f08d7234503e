using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Values;

/// <summary>Large numbers and dollars as people say them, on every page alike.</summary>
internal static class Money
{
    /// <summary>From here on a number has a noun of its own: French and Spanish say "millions de dollars", but "350 000 dollars".</summary>
    private const double Million = 1e6;

    /// <summary>"88.9 billion" of dollars or people, without the noun.</summary>
    public static string Scaled(Texts texts, double value) => Math.Abs(value) switch
    {
        >= 1e12 => texts["number.trillions", texts.Format.Number(value / 1e12)],
        >= 1e9 => texts["number.billions", texts.Format.Number(value / 1e9)],
        >= Million => texts["number.millions", texts.Format.Number(value / Million)],
        _ => texts.Format.Number(value, 0),
    };

    public static string Usd(Texts texts, double value) => texts[Math.Abs(value) >= Million ? "unit.say.USD.millions" : "unit.say.USD", Scaled(texts, value)];
}
