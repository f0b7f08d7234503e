namespace SpIndicators.Dashboards.Languages;

/// <summary>
/// Counts of persons as a speaker says them: "3.8 billion people", "3,8 milliards de personnes", "3.800 millones de
/// personas". One decimal of a million or (en, fr) a billion; thousands below a million; the whole number below 10,000.
/// Spanish counts thousands of millions: its "billón" is a million millions.
/// </summary>
internal static class PeopleInWords
{
    private const double Thousand = 1e3;
    private const double Million = 1e6;
    private const double Billion = 1e9;

    public static string Write(Formats format, Language language, double persons)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(persons);
        var exact = Rounded(persons, 1);
        if (exact < 10 * Thousand)
        {
            return Whole(format, language, exact);
        }

        var thousands = Rounded(persons, Thousand);
        if (thousands < Million)
        {
            return Whole(format, language, thousands);
        }

        var millions = Rounded(persons, Million / 10);
        if (millions < Billion)
        {
            return Scaled(format, language, millions, Million, "million", "million", "millón", "millones");
        }

        var billions = Rounded(persons, Billion / 10);
        return language == Language.Spanish
            ? Scaled(format, language, billions, Million, "", "", "millón", "millones")
            : Scaled(format, language, billions, Billion, "billion", "milliard", "", "");
    }

    private static double Rounded(double value, double unit) => Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;

    private static string Whole(Formats format, Language language, double persons)
    {
        var isOne = persons == 1 || (persons == 0 && language == Language.French);
        var noun = isOne ? language.Pick("person", "personne", "persona") : language.Pick("people", "personnes", "personas");
        return $"{format.Whole((long)persons)} {noun}";
    }

    private static string Scaled(
        Formats format, Language language, double persons, double unit, string english, string french, string spanish, string spanishPlural)
    {
        var count = Math.Round(persons / unit, 1);
        var number = format.Number(count, count == Math.Floor(count) ? 0 : 1);
        // French is plural from 2 on (1,9 million), Spanish from anything but 1 (1,9 millones).
        return language.Pick(
            $"{number} {english} people",
            $"{number} {french}{(count >= 2 ? "s" : "")} de personnes",
            $"{number} {(count == 1 ? spanish : spanishPlural)} de personas");
    }
}
