using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Tests.Languages;

/// <summary>Numbers, dates and counts of people as each language writes them.</summary>
public sealed class FormatsTests
{
    [Theory]
    [InlineData("en", "0.4\u00a0points", "53.1\u00a0points", "one; two")]
    [InlineData("fr", "0,4\u00a0point", "53,1\u00a0points", "one\u00a0; two")]
    [InlineData("es", "0,4\u00a0puntos", "53,1\u00a0puntos", "one; two")]
    public void PointsAndLists_FollowTheLanguage(string code, string few, string many, string listed)
    {
        var formats = new Formats(Language.All.Single(language => language.Code == code));

        Assert.Equal([few, many, listed], [formats.Points(0.4), formats.Points(53.1), formats.Listed(["one", "two"])]);
    }

    [Theory]
    [InlineData("en", "Old-age pensions")]
    [InlineData("fr", "old-age pensions")]
    [InlineData("es", "old-age pensions")]
    public void NameAfterAColon_IsSmall_WhereTheLanguageHasItSo(string code, string written)
    {
        var formats = new Formats(Language.All.Single(language => language.Code == code));

        Assert.Equal([written, ""], [formats.AfterColon("Old-age pensions"), formats.AfterColon("")]);
    }

    [Theory]
    [InlineData(46.9, "46.9%", "46,9\u202f%", "46,9\u00a0%")]
    [InlineData(0, "0.0%", "0,0\u202f%", "0,0\u00a0%")]
    [InlineData(100, "100.0%", "100,0\u202f%", "100,0\u00a0%")]
    [InlineData(46.85, "46.9%", "46,9\u202f%", "46,9\u00a0%")]
    [InlineData(0.25, "0.3%", "0,3\u202f%", "0,3\u00a0%")]
    [InlineData(-0.04, "0.0%", "0,0\u202f%", "0,0\u00a0%")]
    [InlineData(-2.25, "−2.3%", "−2,3\u202f%", "−2,3\u00a0%")]
    public void Percent_HasOneDecimal_HalvesAwayFromZero(double value, string english, string french, string spanish) =>
        InEach(f => f.Percent(value)!, english, french, spanish);

    [Fact]
    public void Number_IsGroupedByThrees()
    {
        InEach(f => f.Number(1234567.891, 2), "1,234,567.89", "1\u202f234\u202f567,89", "1.234.567,89");
        InEach(f => f.Whole(-1703384), "−1,703,384", "−1\u202f703\u202f384", "−1.703.384");
    }

    [Theory]
    [InlineData(3.8e9, "3.8 billion people", "3,8 milliards de personnes", "3800 millones de personas")]
    [InlineData(4.0e9, "4 billion people", "4 milliards de personnes", "4000 millones de personas")]
    [InlineData(1.5e9, "1.5 billion people", "1,5 milliard de personnes", "1500 millones de personas")]
    [InlineData(999_960_000, "1 billion people", "1 milliard de personnes", "1000 millones de personas")]
    [InlineData(158_799_999, "158.8 million people", "158,8 millions de personnes", "158,8 millones de personas")]
    [InlineData(1.9e6, "1.9 million people", "1,9 million de personnes", "1,9 millones de personas")]
    [InlineData(1_000_000, "1 million people", "1 million de personnes", "1 millón de personas")]
    [InlineData(999_600, "1 million people", "1 million de personnes", "1 millón de personas")]
    [InlineData(415_499.9, "415,000 people", "415\u202f000 personnes", "415.000 personas")]
    [InlineData(9_999.4, "9,999 people", "9\u202f999 personnes", "9999 personas")]
    [InlineData(1, "1 person", "1 personne", "1 persona")]
    [InlineData(0, "0 people", "0 personne", "0 personas")]
    public void People_AreSaidInWords(double persons, string english, string french, string spanish) =>
        InEach(f => f.People(persons)!, english, french, spanish);

    [Fact]
    public void Dates_AreWrittenOut()
    {
        InEach(f => f.Date(new DateOnly(2022, 4, 17)), "17 April 2022", "17 avril 2022", "17 de abril de 2022");
        InEach(f => f.Date(new DateOnly(2026, 8, 1)), "1 August 2026", "1er août 2026", "1 de agosto de 2026");
    }

    [Theory]
    [InlineData("day", "2025-10-14", "of 14 October 2025", "du 14 octobre 2025", "del 14 de octubre de 2025")]
    [InlineData("month", "2025-10-01", "of October 2025", "d’octobre 2025", "de octubre de 2025")]
    [InlineData("month", "2026-07-01", "of July 2026", "de juillet 2026", "de julio de 2026")]
    [InlineData("quarter", "2019-07-01", "of the third quarter of 2019", "du troisième trimestre 2019", "del tercer trimestre de 2019")]
    [InlineData("year", "2024-01-01", "of 2024", "de 2024", "de 2024")]
    [InlineData("not_before", "2023-01-01", "of 2023 or later", "de 2023 ou après", "de 2023 o después")]
    public void Date_IsNoFinerThanItIsKnown(string precision, string day, string english, string french, string spanish) =>
        InEach(f => f.OfDate(RoughDate.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", null), precision)), english, french, spanish);

    [Fact]
    public void Vintage_IsWrittenOutWhereItIsADate()
    {
        InEach(f => f.Vintage("2026-07"), "July 2026", "juillet 2026", "julio de 2026");
        InEach(f => f.OfVintage("2026-07"), "of July 2026", "de juillet 2026", "de julio de 2026");
        InEach(f => f.OfVintage("2026-11-22.2"), "of 22 November 2026 (2)", "du 22 novembre 2026 (2)", "del 22 de noviembre de 2026 (2)");
        InEach(f => f.OfVintage("2019.Q1.G.03"), "2019.Q1.G.03", "2019.Q1.G.03", "2019.Q1.G.03");
        InEach(f => f.Vintage("2018-2022"), "2018-2022", "2018-2022", "2018-2022");
        InEach(f => f.Vintage("2022-04-17"), "17 April 2022", "17 avril 2022", "17 de abril de 2022");
        InEach(f => f.Vintage("2026-11-22.2"), "22 November 2026 (2)", "22 novembre 2026 (2)", "22 de noviembre de 2026 (2)");
        InEach(f => f.Vintage("2019.Q1.G.03"), "2019.Q1.G.03", "2019.Q1.G.03", "2019.Q1.G.03");
    }

    [Fact]
    public void Change_HasItsSign()
    {
        InEach(f => f.Change(1.25)!, "+1.3", "+1,3", "+1,3");
        InEach(f => f.Change(-1.25)!, "−1.3", "−1,3", "−1,3");
        InEach(f => f.Change(0.04)!, "0.0", "0,0", "0,0");
    }

    [Fact]
    public void Missing_StaysMissing()
    {
        var formats = new Formats(Language.English);

        Assert.Null(formats.Percent(null));
        Assert.Null(formats.Number(null));
        Assert.Null(formats.People(null));
        Assert.Null(formats.Points(null));
        Assert.Null(formats.Change(null));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e18)]
    public void NumberThatIsNone_IsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Formats(Language.English).Number(value));

    [Theory]
    [InlineData("Côte d’Ivoire", "cote d'ivoire")]
    [InlineData("ÉGYPTE", "egypte")]
    [InlineData("Åland Islands", "aland islands")]
    [InlineData("Cote\u0301", "cote")]
    [InlineData("Guinée-Bissau", "guinee bissau")]
    public void FoldedText_HasNoAccentsNorCapitals(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    private static void InEach(Func<Formats, string> write, string english, string french, string spanish) =>
        Assert.Equal([english, french, spanish], Language.All.Select(language => write(new Formats(language))));

    [Theory]
    [InlineData("en", 0.43, "0.4\u00a0s")]
    [InlineData("fr", 9.96, "10,0\u00a0s")]
    [InlineData("en", 59.9, "59\u00a0s")]
    [InlineData("es", 185, "3\u00a0min 5\u00a0s")]
    [InlineData("en", 7800, "2\u00a0h 10\u00a0min")]
    [InlineData("en", -5, "0.0\u00a0s")]
    public void Duration_IsToldNoFinerThanMatters(string code, double seconds, string written) =>
        Assert.Equal(written, Texts.In(Language.All.Single(l => l.Code == code)).Format.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("en", 640, "640\u00a0B")]
    [InlineData("fr", 1_234, "1,2\u00a0ko")]
    [InlineData("es", 45_363_200, "45,4\u00a0MB")]
    [InlineData("en", 2_000_000_000, "2.0\u00a0GB")]
    public void Bytes_HaveTheLettersOfTheLanguage(string code, long bytes, string written) =>
        Assert.Equal(written, Texts.In(Language.All.Single(l => l.Code == code)).Format.Bytes(bytes));

    [Fact]
    public void Moment_IsThatOfTheZone_AlsoAcrossMidnight() => Assert.Equal(
        "2 March 2026, 01:30",
        Texts.In(Language.English).Format.Moment(new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Africa/Nairobi")));
}
