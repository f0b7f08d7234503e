using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Core;

public sealed class CronInWordsTests
{
    [Theory]
    [InlineData("0 0 6 ? * MON", "every Monday at 06:00", "chaque lundi à 06:00", "cada lunes a las 06:00")]
    [InlineData("0 30 4 * * ?", "every day at 04:30", "chaque jour à 04:30", "cada día a las 04:30")]
    [InlineData("0 0 1 * * ?", "every day at 01:00", "chaque jour à 01:00", "cada día a la 01:00")]
    [InlineData("0 0 6,18 ? * MON-FRI", "Monday to Friday at 06:00 and 18:00", "du lundi au vendredi à 06:00 et 18:00", "de lunes a viernes a las 06:00 y 18:00")]
    [InlineData("0 15 7 ? * 2,4,6 *", "every Monday, Wednesday and Friday at 07:15", "chaque lundi, mercredi et vendredi à 07:15", "cada lunes, miércoles y viernes a las 07:15")]
    [InlineData("0 0 3 1 * ?", "on day 1 of the month at 03:00", "le 1er du mois à 03:00", "el día 1 del mes a las 03:00")]
    [InlineData("0 0 3 1,15 * ?", "on days 1 and 15 of the month at 03:00", "les 1er et 15 du mois à 03:00", "los días 1 y 15 del mes a las 03:00")]
    [InlineData("0 0 3 L * ?", "on the last day of the month at 03:00", "le dernier jour du mois à 03:00", "el último día del mes a las 03:00")]
    [InlineData("0 0 3 ? * MON#1", "on the first Monday of the month at 03:00", "le premier lundi du mois à 03:00", "el primer lunes del mes a las 03:00")]
    [InlineData("0 0 3 ? * 6L", "on the last Friday of the month at 03:00", "le dernier vendredi du mois à 03:00", "el último viernes del mes a las 03:00")]
    [InlineData("0 0 3 10 1/3 ?", "on day 10 of the month, in January, April, July and October at 03:00", "le 10 du mois, en janvier, avril, juillet et octobre à 03:00", "el día 10 del mes, en enero, abril, julio y octubre a las 03:00")]
    [InlineData("0 0 3 10 APR ?", "on day 10 of the month, in April at 03:00", "le 10 du mois, en avril à 03:00", "el día 10 del mes, en abril a las 03:00")]
    [InlineData("0 0/15 * * * ?", "every 15 minutes", "toutes les 15 minutes", "cada 15 minutos")]
    [InlineData("0 0 * * * ?", "every hour", "toutes les heures", "cada hora")]
    [InlineData("0 0 */6 ? * SAT,SUN", "every Saturday and Sunday, every 6 hours", "chaque samedi et dimanche, toutes les 6 heures", "cada sábado y domingo, cada 6 horas")]
    public void UsualCron_IsSaidAsPeopleDo(string cron, string english, string french, string spanish)
    {
        Assert.Equal(english, CronInWords.Say(cron, "en"));
        Assert.Equal(french, CronInWords.Say(cron, "fr"));
        Assert.Equal(spanish, CronInWords.Say(cron, "es"));
    }

    [Theory]
    [InlineData("0 7/20 8-17 ? * MON", "minutes 7/20, hours 8-17, days ?, months *, weekdays MON")]
    [InlineData("30 0 6 * * ?", "minutes 0, hours 6, days *, months *, weekdays ?")]
    [InlineData("0 0 6 15W * ?", "minutes 0, hours 6, days 15W, months *, weekdays ?")]
    [InlineData("0 0 6 * * ? 2027", "minutes 0, hours 6, days *, months *, weekdays ? (2027)")]
    [InlineData("0 0 6 ? * MON#9", "minutes 0, hours 6, days ?, months *, weekdays MON#9")]
    [InlineData("0 0 6 1 13 ?", "minutes 0, hours 6, days 1, months 13, weekdays ?")]
    [InlineData("0 6 * * 1", "0 6 * * 1")]
    [InlineData("", "")]
    public void UnusualCron_IsSaidFieldByField(string cron, string english) => Assert.Equal(english, CronInWords.Say(cron, "en"));
}
