using System.Net;
using System.Text.Json;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary><c>/api/v1</c> against the rows of the fixture.</summary>
public sealed class ApiTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public async Task Observations_WithoutParameters_AreTheCoverageOfTheDefaultRelease()
    {
        var answer = await Ask("/api/v1/observations");

        Assert.Equal(SmallWarehouse.FirstVintage, answer.GetProperty("vintage").GetString());
        Assert.Equal(("en", 13, 1000, 0), (
            answer.GetProperty("lang").GetString(), answer.GetProperty("total").GetInt32(),
            answer.GetProperty("limit").GetInt32(), answer.GetProperty("offset").GetInt32()));
        Assert.Equal(13, answer.GetProperty("rows").GetArrayLength());
        Assert.All(answer.GetProperty("rows").EnumerateArray(), row =>
        {
            Assert.Equal("coverage", row.GetProperty("indicator_id").GetString());
            Assert.Equal("ilostat_sdg_0131", row.GetProperty("source_id").GetString());
            Assert.Equal(string.Concat(Enumerable.Repeat("ab", 32)), row.GetProperty("snapshot_sha256").GetString());
            Assert.StartsWith("SOC_", row.GetProperty("series_code").GetString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("DEU", 99.5)]
    [InlineData("URY", 93.8)]
    [InlineData("X01", 46.9)]
    [InlineData("ESC", 0)]
    public async Task Coverage_OfAnArea_IsThePublishedFigure(string area, double value)
    {
        var row = await One($"/api/v1/observations?country={area}&contingency=TOTAL&time=2020&sex=T");

        Assert.Equal(value, row.GetProperty("obs_value").GetDouble());
        Assert.Equal(value, row.GetProperty("shown_value").GetDouble());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("obs_status").ValueKind);
    }

    [Fact]
    public async Task Coverage_Above100_KeepsWhatWasPublishedAndSaysWhatIsShownAndWhy()
    {
        var row = await One("/api/v1/observations?release=unsd_sdg@2020-10-19");

        Assert.Equal(267.28646, row.GetProperty("obs_value").GetDouble());
        Assert.Equal(100, row.GetProperty("shown_value").GetDouble());
        Assert.Equal(["capped", "withdrawn"], row.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal("2024-02-17", row.GetProperty("withdrawn_in").GetString());
        Assert.Equal("2020-10-19", row.GetProperty("vintage").GetString());
    }

    [Theory]
    [InlineData("coverage_gap", 53.1, "PP")]
    [InlineData("people_uncovered", 0.531 * 7.8e9, "PS")]
    public async Task Derived_OfTheWorld_IsComputedFromTheFigureAndItsDenominator(string indicator, double value, string unit)
    {
        var row = await One($"/api/v1/observations?indicator={indicator}&country=X01&contingency=TOTAL");

        Assert.Equal(value, row.GetProperty("obs_value").GetDouble(), value * 1e-12);
        Assert.Equal(unit, row.GetProperty("unit_measure").GetString());
        Assert.Equal(indicator == "people_uncovered" ? "worldbank_wdi 2026-07: SP.POP.TOTL" : null, row.GetProperty("denominator_series").GetString());
        Assert.Equal(indicator == "people_uncovered" ? "SP.POP.TOTL (total population)" : null, row.GetProperty("denominator_name").GetString());
    }

    [Fact]
    public async Task People_WhereNoDenominatorIsKnown_HaveNoRowRatherThanAZero()
    {
        var answer = await Ask("/api/v1/observations?indicator=people_uncovered&country=KEN~SEN");

        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        Assert.Empty(answer.GetProperty("rows").EnumerateArray());
    }

    [Theory]
    [InlineData("country=KEN~SEN&contingency=TOTAL", "KEN 2009, SEN 2020")]
    [InlineData("country=KEN+SEN&time=latest", "KEN 2020, SEN 2020")]
    [InlineData("country=,,KEN,%20,SEN,&country=&time=latest", "KEN 2020, SEN 2020")]
    [InlineData("country=KEN&country=SEN&time=2005..2010", "KEN 2009")]
    [InlineData("country=KEN&sex=F", "KEN 2020")]
    [InlineData("country=KEN&time=earliest..2015", "KEN 2009")]
    [InlineData("limit=2&offset=3&contingency=TOTAL", "DEU 2020, EGY 2020")]
    public async Task Filters_AloneAndTogether_KeepWhatTheySay(string query, string rows)
    {
        var answer = await Ask("/api/v1/observations?" + query);

        Assert.Equal(rows, string.Join(", ", answer.GetProperty("rows").EnumerateArray()
            .Select(r => $"{r.GetProperty("ref_area").GetString()} {r.GetProperty("time_period").GetInt32()}")));
    }

    [Theory]
    [InlineData("country=X01", "ilostat_sdg_0131 2022-04-17")]
    [InlineData("country=X01&indicator=people_uncovered", "ilostat_sdg_0131 2022-04-17, worldbank_wdi 2026-07")]
    [InlineData("release=unsd_sdg@2020-10-19", "unsd_sdg 2020-10-19")]
    public async Task EveryRow_IsAccompaniedByItsSources_AndByNoOther(string query, string sources)
    {
        var answer = await Ask("/api/v1/observations?" + query);

        Assert.Equal(sources, string.Join(", ", answer.GetProperty("sources").EnumerateArray()
            .Select(s => $"{s.GetProperty("source_id").GetString()} {s.GetProperty("vintage").GetString()}")));
        Assert.Equal(4, answer.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task Source_OfARow_HasWhatACitationNeeds_WithDatesNoFinerThanKnown()
    {
        var answer = await Ask("/api/v1/observations?country=X01&indicator=people_uncovered&lang=fr");
        var sources = answer.GetProperty("sources").EnumerateArray().ToList();
        string? Of(int source, string field) => sources[source].GetProperty(field).GetString();

        Assert.Equal(
            ("ILO", "ODD 1.3.1", "ILO, export of 17 April 2022", "Source: ILO", "CC BY 4.0", "https://example.org/data"),
            (Of(0, "producer"), Of(0, "title"), Of(0, "citation"), Of(0, "attribution"), Of(0, "licence"), Of(0, "url")));
        Assert.Equal(("2022-04-17", "day", "2026-11-22"), (Of(0, "released"), Of(0, "released_precision"), Of(0, "retrieved_at")));
        Assert.Equal(("2026-07", "month", "as the card says"), (Of(1, "released"), Of(1, "released_precision"), Of(1, "citation")));
        Assert.Equal("publié au-dessus de 100, affiché à 100", answer.GetProperty("flags").GetProperty("capped").GetString());
    }

    [Theory]
    [InlineData("country=deu~ury&contingency=total&time=LATEST&sex=t&indicator=Coverage")]
    [InlineData("country=DEU&country=Ury&country=deu&contingency=Total&time=2020&sex=_t")]
    [InlineData("country=deu,ury&time=EARLIEST..Latest&contingency=TOTAL&release=ILOSTAT_SDG_0131@2022-04-17")]
    public async Task Codes_InAnyCase_AreUnderstoodAndAnsweredInTheirOwn(string query)
    {
        var rows = (await Ask("/api/v1/observations?" + query)).GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(["DEU", "URY"], rows.Select(r => r.GetProperty("ref_area").GetString()));
        Assert.All(rows, r => Assert.Equal(
            ("coverage", "TOTAL", "_T"),
            (r.GetProperty("indicator_id").GetString(), r.GetProperty("contingency").GetString(), r.GetProperty("sex").GetString())));
    }

    [Theory]
    [InlineData("contingency=SICKNESS", "one of TOTAL, OLDAGE, POOR")]
    [InlineData("indicator=happiness", "one of coverage, coverage_gap, gender_gap, mean_gap, people_uncovered")]
    [InlineData("sex=X", "one of T, F, M")]
    [InlineData("release=nobody@2020", "one of ilostat_sdg_0131@2022-04-17, unsd_sdg@2024-02-17, unsd_sdg@2020-10-19")]
    [InlineData("lang=de", "one of en, fr, es")]
    public async Task Problem_OfAParameterWithAList_GivesTheList(string query, string list)
    {
        using var response = await dashboard.Get("/api/v1/observations?" + query);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith(list, problem.RootElement.GetProperty("bound").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Egypt", "Coverage")]
    [InlineData("fr", "Égypte", "Couverture")]
    [InlineData("es", "Egipto", "Cobertura")]
    public async Task Names_AreInTheLanguageAskedFor(string lang, string area, string title)
    {
        var row = await One($"/api/v1/observations?country=EGY&lang={lang}");
        var indicators = await Ask($"/api/v1/indicators?lang={lang}");

        Assert.Equal(area, row.GetProperty("ref_area_name").GetString());
        Assert.Equal(title, indicators.GetProperty("rows")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("limit=0", "limit", "0")]
    [InlineData("limit=10001", "limit", "10001")]
    [InlineData("limit=ten", "limit", "ten")]
    [InlineData("limit=1&limit=2", "limit", "1,2")]
    [InlineData("offset=-1", "offset", "-1")]
    [InlineData("country=KEN~XXX", "country", "XXX")]
    [InlineData("country=", "country", "")]
    [InlineData("country=,,~%20,", "country", ",,~ ,")]
    [InlineData("country=,,KEN,;,URY", "country", ";")]
    [InlineData("contingency=SICKNESS", "contingency", "SICKNESS")]
    [InlineData("sex=X", "sex", "X")]
    [InlineData("time=20", "time", "20")]
    [InlineData("time=2020..2010", "time", "2020..2010")]
    [InlineData("release=nobody@2020", "release", "nobody@2020")]
    [InlineData("indicator=happiness", "indicator", "happiness")]
    [InlineData("lang=de", "lang", "de")]
    [InlineData("vintage=2020-01-01", "vintage", "2020-01-01")]
    [InlineData("vintage=yesterday", "vintage", "yesterday")]
    [InlineData("surprise=1", "surprise", "1")]
    [InlineData("sex=F'%20or%201=1%20--", "sex", "F' or 1=1 --")]
    [InlineData("release=unsd_sdg@2020-10-19'%3B%20drop%20table%20x", "release", "unsd_sdg@2020-10-19'; drop table x")]
    public async Task BadParameter_IsAProblemThatNamesItItsBoundAndWhatWasReceived(string query, string parameter, string received)
    {
        using var response = await dashboard.Get("/api/v1/observations?" + query);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
        Assert.Equal(received, problem.RootElement.GetProperty("received").GetString());
        Assert.NotEmpty(problem.RootElement.GetProperty("bound").GetString()!);
        Assert.Contains($"'{received}'", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Ask(string url)
    {
        using var response = await dashboard.Get(url);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private async Task<JsonElement> One(string url) => Assert.Single((await Ask(url)).GetProperty("rows").EnumerateArray().ToList());
}
