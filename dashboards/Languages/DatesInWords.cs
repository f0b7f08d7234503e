using System.Globalization;

namespace SpIndicators.Dashboards.Languages;

/// <summary>Dates as a speaker says them, and no finer than they are known: "17 April 2022", "octobre 2025", "2023 o después".</summary>
internal static class DatesInWords
{
    private static readonly Dictionary<Language, string[]> Months = new()
    {
        [Language.English] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        [Language.French] = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        [Language.Spanish] = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    };

    private static readonly Dictionary<Language, string[]> Quarters = new()
    {
        [Language.English] = ["first", "second", "third", "fourth"],
        [Language.French] = ["premier", "deuxième", "troisième", "quatrième"],
        [Language.Spanish] = ["primer", "segundo", "tercer", "cuarto"],
    };

    public static string Write(Language language, RoughDate date)
    {
        var year = Number(date.Day.Year);
        var month = Months[language][date.Day.Month - 1];
        var quarter = Quarters[language][(date.Day.Month - 1) / 3];
        return date.Precision switch
        {
            DatePrecision.Day => language.Pick(
                $"{Number(date.Day.Day)} {month} {year}",
                $"{(date.Day.Day == 1 ? "1er" : Number(date.Day.Day))} {month} {year}",
                $"{Number(date.Day.Day)} de {month} de {year}"),
            DatePrecision.Month => language.Pick($"{month} {year}", $"{month} {year}", $"{month} de {year}"),
            DatePrecision.Quarter => language.Pick($"{quarter} quarter of {year}", $"{quarter} trimestre {year}", $"{quarter} trimestre de {year}"),
            DatePrecision.Year => year,
            _ => language.Pick($"{year} or later", $"{year} ou après", $"{year} o después"),
        };
    }

    /// <summary>With the word that ties it to a noun: "of October 2025", "d’octobre 2025", "del primer trimestre de 2019".</summary>
    public static string Tied(Language language, RoughDate date)
    {
        var written = Write(language, date);
        return date.Precision switch
        {
            DatePrecision.Day => language.Pick($"of {written}", $"du {written}", $"del {written}"),
            DatePrecision.Quarter => language.Pick($"of the {written}", $"du {written}", $"del {written}"),
            _ => language.Pick($"of {written}", written[0] is 'a' or 'o' ? $"d’{written}" : $"de {written}", $"de {written}"),
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
