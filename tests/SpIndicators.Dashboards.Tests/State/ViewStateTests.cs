using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.State;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.State;

/// <summary>The address says the view, wholly, and nothing that stands in it can break a page.</summary>
public sealed class ViewStateTests
{
    private static readonly ReleaseKey Standard = new("ilostat_sdg_0131", "2022-04-17");
    private static readonly ReleaseKey Other = new("unsd_sdg", "2019.Q1.G.03");
    private static readonly string[] Codes = ["KEN", "SEN", "UGA", "DEU", "URY", "X01", "001", "BRA", "IND", "CHN"];

    private static readonly Vocabulary Known = new(
        Codes.Select(code => new Area(code, "country", code, code, code, true)), ["TOTAL", "OLDAGE", "POOR"], [Standard, Other], Standard);

    [Fact]
    public void Default_IsWrittenAsNothing() => Assert.Equal("", Urls.Query(ViewState.Default));

    [Fact]
    public void View_IsWrittenInOneOrder_OnlyWhatDiffers()
    {
        var state = new ViewState
        {
            Vintage = SmallWarehouse.Vintage("2026-09-01.2"), Language = Language.French, Release = Other, MaxAge = 8, Measure = Measure.People,
            Time = TimeSelection.Range(2015, null), Sex = "F", Contingency = "OLDAGE", Countries = new(["KEN", "SEN"]),
        };

        Assert.Equal(
            "/indicator?country=KEN~SEN&contingency=OLDAGE&sex=F&time=2015..latest&measure=people&maxAge=8&release=unsd_sdg%402019.Q1.G.03&lang=fr&vintage=2026-09-01.2",
            Urls.Indicator(state));
        Assert.Equal("?country=~KEN", Urls.Query(ViewState.Default with { Countries = new(["KEN"]) }));
    }

    [Fact]
    public void AnyView_WrittenAndRead_IsTheSame() => Prop.ForAll(Views().ToArbitrary(), state =>
    {
        var (read, ignored) = Read(Urls.Query(state));
        return (read == state && ignored.Count == 0).Label($"{Urls.Query(state)} is read as {Urls.Query(read)}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyText_IsReadWithoutFailing_AndWhatIsReadIsAView() => Prop.ForAll(Queries().ToArbitrary(), query =>
    {
        var (read, _) = Read(query);
        return (Read(Urls.Query(read)).State == read).Label(query);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("country=ken+sen", "?country=KEN~SEN")]
    [InlineData("country=~KEN", "?country=~KEN")]
    [InlineData("country=KEN,SEN~KEN", "?country=KEN~SEN")]
    [InlineData("country=KEN&country=SEN", "?country=KEN~SEN")]
    [InlineData("sex=_T&contingency=&time=LATEST&maxAge=5&measure=gap&lang=EN", "")]
    [InlineData("release=ilostat_sdg_0131@2022-04-17", "")]
    [InlineData("time=2020..", "?time=2020..latest")]
    [InlineData("time=..2020", "?time=earliest..2020")]
    [InlineData("time=..", "?time=earliest..latest")]
    [InlineData("country=,,KEN,%20,IND,", "?country=KEN~IND")]
    [InlineData("country=,~,&country=&country=%20", "")]
    [InlineData("TIME=2020&Sex=f", "?sex=F&time=2020")]
    public void OtherSpellings_AreUnderstood(string query, string canonical)
    {
        var (state, ignored) = Read(query);

        Assert.Equal(canonical, Urls.Query(state));
        Assert.Empty(ignored);
    }

    [Theory]
    [InlineData("country=XXX~KEN", "country", "XXX", "ignored.country", "?country=~KEN")]
    [InlineData("contingency=SICKNESS", "contingency", "SICKNESS", "ignored.contingency", "")]
    [InlineData("sex=Q", "sex", "Q", "ignored.sex", "")]
    [InlineData("time=20200", "time", "20200", "ignored.time", "")]
    [InlineData("time=1066", "time", "1066", "ignored.time", "")]
    [InlineData("time=2020..2010", "time", "2020..2010", "ignored.time.order", "")]
    [InlineData("time=2010..2015..2020", "time", "2010..2015..2020", "ignored.time", "")]
    [InlineData("measure=size", "measure", "size", "ignored.measure", "")]
    [InlineData("maxAge=31", "maxAge", "31", "ignored.maxAge", "")]
    [InlineData("maxAge=-1", "maxAge", "-1", "ignored.maxAge", "")]
    [InlineData("release=unsd_sdg", "release", "unsd_sdg", "ignored.release", "")]
    [InlineData("lang=de", "lang", "de", "ignored.lang", "")]
    [InlineData("vintage=today", "vintage", "today", "ignored.vintage", "")]
    [InlineData("vintage=2001-01-01", "vintage", "2001-01-01", "ignored.vintage.gone", "")]
    [InlineData("sex=F&sex=M", "sex", "M", "ignored.twice", "?sex=F")]
    [InlineData("utm_source=mail", "utm_source", "mail", "ignored.unknown", "")]
    public void Slip_IsLeftOutAndNamed(string query, string name, string value, string reason, string canonical)
    {
        var (state, ignored) = Read(query);

        Assert.Equal(canonical, Urls.Query(state));
        var slip = Assert.Single(ignored);
        Assert.Equal((name, value, reason), (slip.Name, slip.Value, slip.Reason));
        Assert.NotEmpty(Texts.In(Language.Spanish)[slip.Reason, slip.Bound]);
    }

    [Fact]
    public void NinthCountry_IsLeftOutAndNamed()
    {
        var (state, ignored) = Read("country=" + string.Join('~', Codes));

        Assert.Equal(Codes.Take(8), state.Countries);
        Assert.Equal([("IND", "8"), ("CHN", "8")], ignored.Select(i => (i.Value, i.Bound)));
    }

    [Fact]
    public void EndlessSlips_AreNotAllRepeated()
    {
        var (_, ignored) = Read(string.Join('&', Enumerable.Range(0, 500).Select(i => $"x{i}={new string('y', 1000)}")));

        Assert.True(ignored.Count <= 10);
        Assert.All(ignored, slip => Assert.True(slip.Value.Length <= 41));
    }

    private static (ViewState State, IReadOnlyList<IgnoredParameter> Ignored) Read(string query)
    {
        var reader = new ViewStateReader(QueryHelpers.ParseQuery(query));
        var language = reader.ReadLanguage();
        var vintage = reader.ReadVintage(asked => asked.Day.Year > 2020);
        return (reader.Read(language, vintage, Known), reader.Ignored);
    }

    private static Gen<ViewState> Views() =>
        from countries in Gen.SubListOf(Codes)
        from contingency in Gen.Elements("TOTAL", "OLDAGE", "POOR")
        from sex in Gen.Elements("_T", "F", "M")
        from time in Times()
        from measure in Gen.Elements(Enum.GetValues<Measure>())
        from maxAge in Gen.Choose(0, ViewState.OldestMaxAge)
        from release in Gen.Elements<ReleaseKey?>(null, Other)
        from language in Gen.Elements(Language.All.ToArray())
        from vintage in Gen.Elements("", "2026-01-01", "2026-12-31.17")
        select new ViewState
        {
            Countries = new(countries.Take(ViewState.MostCountries)), Contingency = contingency, Sex = sex, Time = time, Measure = measure, MaxAge = maxAge,
            Release = release, Language = language, Vintage = vintage.Length == 0 ? null : SmallWarehouse.Vintage(vintage),
        };

    private static Gen<TimeSelection> Times() =>
        from year in Gen.Choose(TimeSelection.FirstYear, TimeSelection.LastYear)
        from span in Gen.Choose(0, 20)
        from time in Gen.Elements(
            TimeSelection.Latest, TimeSelection.Of(year), TimeSelection.Range(year - span < TimeSelection.FirstYear ? year : year - span, year),
            TimeSelection.Range(year, null), TimeSelection.Range(null, year), TimeSelection.Range(null, null))
        select time;

    /// <summary>Our parameters with values that are nearly right, and any text at all.</summary>
    private static Gen<string> Queries() =>
        from parts in Gen.ListOf(
            from name in Gen.Elements("country", "contingency", "sex", "time", "measure", "maxAge", "release", "lang", "vintage", "", "é", "%00")
            from value in Gen.OneOf(
                ArbMap.Default.GeneratorFor<string>(), Gen.Elements("KEN", "~", "2020..", "..", "_T", "fr", "@", "2026-01-01.1", "%ZZ", "&", "=", "+"))
            from escaped in Gen.Elements(true, false)
            select $"{name}={(escaped ? Uri.EscapeDataString(value ?? "") : value)}")
        select "?" + string.Join('&', parts);
}
