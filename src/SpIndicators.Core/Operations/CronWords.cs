namespace SpIndicators.Core.Operations;

/// <summary>The words of one language that a cron expression is said in; {0} is what a phrase is about.</summary>
internal sealed record CronWords(
    string EveryDay, string EveryWeekday, string FromTo, string OnDay, string OnFirst, string OnLastDay, string OnNthWeekday, string OnLastWeekday,
    string InMonths, string At, string AtOne, string EveryMinutes, string EveryHour, string EveryHours, string And, string Fields)
{
    private static readonly CronWords English = new(
        "every day", "every {0}", "{0} to {1}", "on day {0} of the month", "on day 1 of the month", "on the last day of the month",
        "on the {0} {1} of the month", "on the last {0} of the month", ", in {0}", "at {0}", "at {0}",
        "every {0} minutes", "every hour", "every {0} hours", "and", "minutes {0}, hours {1}, days {2}, months {3}, weekdays {4}")
    {
        Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        Ordinals = ["first", "second", "third", "fourth", "fifth"],
        OnDays = "on days {0} of the month",
        One = "1",
    };

    private static readonly CronWords French = new(
        "chaque jour", "chaque {0}", "du {0} au {1}", "le {0} du mois", "le 1er du mois", "le dernier jour du mois",
        "le {0} {1} du mois", "le dernier {0} du mois", ", en {0}", "à {0}", "à {0}",
        "toutes les {0} minutes", "toutes les heures", "toutes les {0} heures", "et", "minutes {0}, heures {1}, jours {2}, mois {3}, jours de la semaine {4}")
    {
        Weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        Ordinals = ["premier", "deuxième", "troisième", "quatrième", "cinquième"],
        OnDays = "les {0} du mois",
        One = "1er",
    };

    private static readonly CronWords Spanish = new(
        "cada día", "cada {0}", "de {0} a {1}", "el día {0} del mes", "el día 1 del mes", "el último día del mes",
        "el {0} {1} del mes", "el último {0} del mes", ", en {0}", "a las {0}", "a la {0}",
        "cada {0} minutos", "cada hora", "cada {0} horas", "y", "minutos {0}, horas {1}, días {2}, meses {3}, días de la semana {4}")
    {
        Weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
        Months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        Ordinals = ["primer", "segundo", "tercer", "cuarto", "quinto"],
        OnDays = "los días {0} del mes",
        One = "1",
    };

    public required string[] Weekdays { get; init; }

    public required string[] Months { get; init; }

    public required string[] Ordinals { get; init; }

    /// <summary>For more than one day of the month.</summary>
    public required string OnDays { get; init; }

    /// <summary>The first day of a month in such a list: French says "1er".</summary>
    public required string One { get; init; }

    /// <summary>English for a language there are no words for.</summary>
    public static CronWords Of(string language) => language switch
    {
        "fr" => French,
        "es" => Spanish,
        _ => English,
    };

    /// <summary>"a, b and c"; Spanish "y" is "e" before an i: none of these words begins with one.</summary>
    public string List(IReadOnlyList<string> words) => words.Count == 1
        ? words[0]
        : $"{string.Join(", ", words.Take(words.Count - 1))} {And} {words[^1]}";
}
