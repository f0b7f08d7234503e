using System.Text.Json.Nodes;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.Tests.Fetching;

/// <summary>The UN's SDG API: pages that must stay one answer, and spellings that are its own.</summary>
public sealed class UnSdgFetchTests : IAsyncDisposable
{
    private const string Source = "unsd_sdg";
    private const string Path = "/SDGAPI/v1/sdg/Series/Data";
    private readonly FetchBench bench = new FetchBench().Small(Source, 0, "SI_COV_BENFTS").Card(Source, c => c with { Ways = [c.Ways[0] with { PageSize = 2 }] });

    [Fact]
    public async Task Row_AsTheApiPrintsIt_IsWrittenInTheColumnsOfTheSource()
    {
        Pages([Row("4", 2020.0, "7.50", sex: "BOTHSEX")]);

        var landed = await bench.Landed(Source);

        Assert.Equal(
            "1,1.3,1.3.1,SI_COV_BENFTS,\"[ILO] Proportion of population covered, by sex (%)\",004,Afghanistan,,2020,7.50,2020,ILO estimates,Note one; Note two,E,PERCENT,G,BOTHSEX,,,,A",
            FetchBench.Lines(landed.Snapshot)[1]);
        Assert.Contains("prints no ISO3 codes", landed.Snapshot.Notes, StringComparison.Ordinal);
        Assert.EndsWith("?seriesCode=SI_COV_BENFTS&pageSize=2&page=1", Assert.Single(landed.Requests).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_OfARecordedAnswer_HasTheFieldsThatAreExpected()
    {
        // Another series; its breakdown by activity is the one thing that 1.3.1 has not.
        var recorded = JsonNode.Parse(Payload.Text("unsdg_Indicator_Data_6.4.2_page1_abbreviated.json"))!.AsObject();
        (recorded["totalElements"], recorded["totalPages"]) = (1, 1);
        bench.Small(Source, 0, "ER_H2O_STRESS").Server.On(Path, recorded.ToJsonString());
        await bench.IsRefused(Source, "has a new field in dimensions: 'Activity'.");
        recorded["data"]![0]!["dimensions"]!.AsObject().Remove("Activity");
        bench.Server.On(Path, recorded.ToJsonString());

        var landed = await bench.Landed(Source);

        Assert.Equal("6,6.4,6.4.2,ER_H2O_STRESS,Level of water stress: freshwater withdrawal as a proportion of available freshwater resources (%),004,Afghanistan,,2000,54.76,,Food and Agriculture Organisation of United Nations (FAO),,E,PERCENT,G,,,,,I", FetchBench.Lines(landed.Snapshot)[1]);
    }

    [Fact]
    public async Task Pages_OfOneAnswer_AreReadToTheLast()
    {
        Pages([Row("858", 2020.0, "93.8"), Row("4", 2020.0, "7.5")], [Row("276", 2020.0, "99.5"), Row("276", 2019.5, "1")], [Row("1", 2020.0, "NaN")]);

        var landed = await bench.Landed(Source);

        Assert.Equal(["001 2020 NaN", "004 2020 7.5", "276 2019.5 1", "276 2020 99.5", "858 2020 93.8"], FetchBench.Lines(landed.Snapshot).Skip(1).Select(Short));
        Assert.Equal([2L, 2L, 1L], landed.Requests.Select(r => r.Rows));
        Assert.Equal(3, bench.Server.Asked.Count);
    }

    [Fact]
    public async Task Pages_AsTheyAreRead_AreTold()
    {
        var told = new Told();
        bench.Progress = told;
        Pages([Row("858", 2020.0, "93.8"), Row("4", 2020.0, "7.5")], [Row("276", 2020.0, "99.5"), Row("276", 2019.5, "1")], [Row("1", 2020.0, "2")]);

        await bench.Landed(Source);

        Assert.Equal([(1, 1), (2, 3), (3, 3)], told.Steps);
    }

    [Fact]
    public async Task Answer_ThatShrinksMidway_IsRefused()
    {
        Page(1, 2, 3, Row("4", 2020.0, "1"), Row("8", 2020.0, "2"));
        Page(2, 1, 2, Row("12", 2020.0, "3"));

        await bench.IsRefused(Source, "says 2 rows on 1 pages where the page before said 3 on 2: the data changed while they were read");
    }

    [Fact]
    public async Task Page_WithoutRows_IsRefused()
    {
        Page(1, 2, 3, Row("4", 2020.0, "1"), Row("8", 2020.0, "2"));
        Page(2, 2, 3);

        await bench.IsRefused(Source, "has no rows on page 2 of 2");
    }

    [Fact]
    public async Task Pages_ThatDoNotAddUp_AreRefused()
    {
        Page(1, 2, 4, Row("4", 2020.0, "1"), Row("8", 2020.0, "2"));
        Page(2, 2, 4, Row("12", 2020.0, "3"));

        await bench.IsRefused(Source, "makes 3 rows up to page 2 of 2, where 4 were promised in all");
    }

    [Fact]
    public async Task Page_SentTwice_IsRefused()
    {
        Page(1, 2, 4, Row("4", 2020.0, "1"), Row("8", 2020.0, "2"));
        Page(2, 2, 4, Row("4", 2020.0, "1"), Row("8", 2020.0, "2"));

        await bench.IsRefused(Source, "sent a line twice, word for word: SI_COV_BENFTS, 004, 2020");
    }

    [Fact]
    public async Task Page_OfAnotherNumber_IsRefused()
    {
        Page(1, 2, 3, Row("4", 2020.0, "1"), Row("8", 2020.0, "2"));
        bench.Server.On($"{Path}?seriesCode=SI_COV_BENFTS&pageSize=2&page=2", Body(1, 2, 3, Row("4", 2020.0, "1"), Row("8", 2020.0, "2")));

        await bench.IsRefused(Source, "is page 1 where page 2 was asked for");
    }

    [Fact]
    public async Task Series_WithoutRows_IsRefused()
    {
        Page(1, 0, 0);

        await bench.IsRefused(Source, "has no rows");
    }

    [Theory]
    [InlineData("geoAreaCode", "areaCode", "lacks the field in a row: 'geoAreaCode' and has a new field in a row: 'areaCode'")]
    [InlineData("totalElements", "total", "lacks the field in the page: 'totalElements'")]
    [InlineData("\"Units\"", "\"Unit\"", "has a new field in attributes: 'Unit'")]
    [InlineData("\"SI_COV_BENFTS\"", "\"SI_COV_CHLD\"", "has rows of the series 'SI_COV_CHLD' where 'SI_COV_BENFTS' was asked for")]
    [InlineData("\"7.5\"", "{}", "has an object where text or a number was expected")]
    [InlineData("]}", "]", "is not JSON")]
    public async Task Page_OfAnotherShape_IsRefusedByName(string words, string instead, string reason)
    {
        var body = Body(1, 1, 1, Row("4", 2020.0, "7.5"));
        bench.Server.On(Path, body.Replace(words, instead, StringComparison.Ordinal));

        await bench.IsRefused(Source, reason);
    }

    [Fact]
    public async Task Years_ThatWereAskedFor_AreTakenHereBecauseTheServiceGivesAll()
    {
        Pages([Row("4", 2019.0, "1"), Row("4", 2020.0, "2")], [Row("4", 2021.0, "3")]);
        await bench.Landed(Source);
        Pages([Row("4", 2019.0, "10"), Row("4", 2020.0, "20")], [Row("4", 2021.0, "30")]);

        var landed = await bench.Landed(Source, 2020, 2020);

        Assert.Equal(["004 2019 1", "004 2020 20", "004 2021 3"], FetchBench.Lines(landed.Snapshot).Skip(1).Select(Short));
        Assert.Contains("Only 2020 to 2020 fetched (1 lines); the other 2 lines are those of vintage 2026-11-23.", landed.Snapshot.Notes, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    /// <summary>Area, year and value of a line; the description has no comma in these tests' short lines beyond its quotes.</summary>
    private static string Short(string line)
    {
        var fields = line[(line.LastIndexOf("\",", StringComparison.Ordinal) + 2)..].Split(',');
        return $"{fields[0]} {fields[3]} {fields[4]}";
    }

    private sealed class Told : IProgress<FetchProgress>
    {
        public List<(int Done, int Total)> Steps { get; } = [];

        public void Report(FetchProgress value) => Steps.Add((value.Done, value.Total));
    }

    private void Pages(params string[][] pages)
    {
        for (var i = 0; i < pages.Length; i++)
        {
            Page(i + 1, pages.Length, pages.Sum(p => p.Length), pages[i]);
        }
    }

    private void Page(int number, int pages, int total, params string[] rows) =>
        bench.Server.On($"{Path}?seriesCode=SI_COV_BENFTS&pageSize=2&page={number}", Body(number, pages, total, rows));

    private static string Body(int number, int pages, int total, params string[] rows) =>
        $$"""{"size":2,"totalElements":{{total}},"totalPages":{{pages}},"pageNumber":{{number}},"attributes":[],"dimensions":[],"data":[{{string.Join(',', rows)}}]}""";

    /// <summary>SYNTHETIC: the fields of a recorded row with other values.</summary>
    private static string Row(string area, double year, string value, string sex = "BOTHSEX") =>
        $$"""
        {"goal":["1"],"target":["1.3"],"indicator":["1.3.1"],"series":"SI_COV_BENFTS","seriesDescription":"[ILO] Proportion of population covered, by sex (%)","seriesCount":"1",
        "geoAreaCode":"{{area}}","geoAreaName":"Afghanistan","timePeriodStart":{{year.ToString("0.0", null)}},"value":"{{value}}","valueType":"Float","time_detail":"2020","timeCoverage":null,
        "upperBound":null,"lowerBound":null,"basePeriod":null,"source":"ILO estimates","geoInfoUrl":null,"footnotes":["Note one","","Note two"],
        "attributes":{"Nature":"E","Units":"PERCENT","Observation Status":"A"},"dimensions":{"Reporting Type":"G","Sex":"{{sex}}"} }
        """;
}
