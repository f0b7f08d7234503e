using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary>What a data query of SDMX asks to be shown of each series: its ends, its key, its values alone; and what is refused.</summary>
public sealed class SdmxShownTests : IAsyncLifetime
{
    private const string Data = "/api/v1/sdmx/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0/A.KEN+URY.coverage._T.TOTAL.*";
    private const string Rest = "/api/v1/sdmx/rest/data/DF_SOCIAL_PROTECTION/A.KEN+URY.coverage._T.TOTAL.";
    private static readonly XNamespace Gen = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";

    private readonly Dashboard dashboard = Dashboard.Over("""
        delete from indicators.coverage where ref_area in ('KEN', 'URY');
        insert into indicators.coverage by name
        select 'ilostat_sdg_0131' as source_id, '2022-04-17' as vintage, true as is_default, 'TOTAL' as contingency, '_T' as sex, area as ref_area,
            year as time_period, year - 2000 as obs_value, year - 2000 as coverage, '' as flags, 'SOC_TOTAL' as series_code, 'E' as obs_status
        from (values ('KEN'), ('URY')) as a(area), range(2010, 2015) as y(year)
        where area = 'KEN' or year < 2012;
        """);

    public ValueTask InitializeAsync() => dashboard.InitializeAsync();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("", "KEN 2010 2011 2012 2013 2014, URY 2010 2011")]
    [InlineData("?firstNObservations=1", "KEN 2010, URY 2010")]
    [InlineData("?lastNObservations=2", "KEN 2013 2014, URY 2010 2011")]
    [InlineData("?firstNObservations=1&lastNObservations=1", "KEN 2010 2014, URY 2010 2011")]
    [InlineData("?lastNObservations=1&endPeriod=2012", "KEN 2012, URY 2011")]
    [InlineData("?lastNObservations=99", "KEN 2010 2011 2012 2013 2014, URY 2010 2011")]
    public async Task Ends_OfEachSeries_InEveryFormat(string query, string expected)
    {
        var csv = (await Csv(Data + query)).Rows.GroupBy(row => row["REF_AREA"]).Select(series => $"{series.Key} {string.Join(' ', series.Select(row => row["TIME_PERIOD"]))}");
        var xml = XDocument.Parse(await dashboard.Found(Rest + query)).Descendants(Gen + "Series")
            .Select(series => $"{AreaOf(series)} {string.Join(' ', series.Elements(Gen + "Obs").Select(obs => obs.Element(Gen + "ObsDimension")!.Attribute("value")!.Value))}");
        using var json = JsonDocument.Parse(await dashboard.Found($"{Data}{(query.Length == 0 ? "?" : query + "&")}format=json"));

        Assert.Equal(expected, string.Join(", ", csv));
        Assert.Equal(expected, string.Join(", ", xml));
        Assert.Equal(expected.Split(", ").Select(series => series.Split(' ').Length - 1), SeriesOf(json).Select(series => series.GetProperty("observations").EnumerateObject().Count()));
    }

    [Theory]
    [InlineData("serieskeysonly")]
    [InlineData("nodata")]
    public async Task Keys_AreToldOnceASeries_WithoutObservations(string detail)
    {
        var (names, rows) = await Csv($"{Data}?detail={detail}");
        var xml = XDocument.Parse(await dashboard.Found($"{Rest}?detail={detail}"));
        using var json = JsonDocument.Parse(await dashboard.Found($"{Data}?detail={detail}&format=json"));

        Assert.Equal(["KEN", "URY"], rows.Select(row => row["REF_AREA"]));
        Assert.Equal(("", false, false), (rows[0]["TIME_PERIOD"], names.Contains("OBS_VALUE"), names.Contains("OBS_STATUS")));
        Assert.Equal(["KEN", "URY"], xml.Descendants(Gen + "Series").Select(AreaOf));
        Assert.Empty(xml.Descendants(Gen + "Obs"));
        Assert.Equal([0, 0], SeriesOf(json).Select(series => series.GetProperty("observations").EnumerateObject().Count()));
    }

    [Theory]
    [InlineData("detail=dataonly")]
    [InlineData("attributes=none")]
    public async Task Values_Alone_HaveNoAttributes(string query)
    {
        var (names, rows) = await Csv($"{Data}?{query}");
        var xml = XDocument.Parse(await dashboard.Found($"{Rest}?{query}"));
        using var json = JsonDocument.Parse(await dashboard.Found($"{Data}?{query}&format=json"));

        Assert.Equal(("OBS_VALUE", 7, "10"), (names[^1], rows.Count, rows[0]["OBS_VALUE"]));
        Assert.Empty(xml.Descendants(Gen + "Attributes"));
        Assert.Equal(7, xml.Descendants(Gen + "ObsValue").Count());
        Assert.All(SeriesOf(json).SelectMany(series => series.GetProperty("observations").EnumerateObject()), observation => Assert.Equal(1, observation.Value.GetArrayLength()));
        Assert.Empty(json.RootElement.GetProperty("data").GetProperty("structures")[0].GetProperty("attributes").GetProperty("observation").EnumerateArray());
        Assert.NotEmpty(XDocument.Parse(await dashboard.Found(Rest)).Descendants(Gen + "Attributes"));
    }

    [Theory]
    [InlineData("updatedAfter=2020-01-01T00:00:00", HttpStatusCode.NotImplemented)]
    [InlineData("includeHistory=true", HttpStatusCode.NotImplemented)]
    [InlineData("dimensionAtObservation=AllDimensions", HttpStatusCode.NotImplemented)]
    [InlineData("measures=none", HttpStatusCode.NotImplemented)]
    [InlineData("detail=everything", HttpStatusCode.BadRequest)]
    [InlineData("firstNObservations=0", HttpStatusCode.BadRequest)]
    [InlineData("lastNObservations=many", HttpStatusCode.BadRequest)]
    public async Task WhatIsNotMade_IsRefused_NeverPassedOver(string query, HttpStatusCode status)
    {
        foreach (var address in new[] { Data, Rest })
        {
            using var answer = await dashboard.Get($"{address}?{query}");
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal((status, query.Split('=')[0]), (answer.StatusCode, problem.RootElement.GetProperty("parameter").GetString()));
        }
    }

    [Theory]
    [InlineData("application/vnd.sdmx.data+csv;version=1.0.0", HttpStatusCode.OK, "1.0.0", "DATAFLOW,FREQ,REF_AREA")]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0", HttpStatusCode.OK, "2.0.0", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA")]
    [InlineData("application/vnd.sdmx.data+csv", HttpStatusCode.OK, "2.0.0", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA")]
    [InlineData("application/vnd.sdmx.data+csv;version=3.0", HttpStatusCode.NotAcceptable, null, "{")]
    [InlineData("application/vnd.sdmx.structurespecificdata+xml;version=2.1", HttpStatusCode.NotAcceptable, null, "{")]
    [InlineData("application/vnd.sdmx.data+xml;version=3.0.0", HttpStatusCode.NotAcceptable, null, "{")]
    [InlineData("application/vnd.sdmx.structurespecificdata+xml, application/vnd.sdmx.genericdata+xml;version=2.1;q=0.5", HttpStatusCode.OK, "2.1", "<?xml")]
    [InlineData("application/xml;q=0, text/csv", HttpStatusCode.OK, "2.0.0", "STRUCTURE")]
    public async Task Version_ThatIsAccepted_IsTheOneThatIsSent(string accept, HttpStatusCode status, string? version, string beginning)
    {
        using var answer = await dashboard.Get(Rest, ("Accept", accept));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((status, version), (answer.StatusCode, answer.Content.Headers.ContentType!.Parameters.FirstOrDefault(parameter => parameter.Name == "version")?.Value));
        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codelist/all/CL_SEX/1.0?references=none", "Codelist")]
    [InlineData("codelist/all/CL_SEX/1.0?references=parents", "Codelist DataStructure")]
    [InlineData("dataflow/all/DF_SOCIAL_PROTECTION/1.0?references=children", "DataStructure Dataflow")]
    [InlineData("dataflow/all/DF_SOCIAL_PROTECTION/1.0?references=all&detail=referencepartial", "Codelist ConceptScheme DataStructure Dataflow")]
    public async Task References_AreFollowed(string path, string kinds)
    {
        var xml = XDocument.Parse(await dashboard.Found($"/api/v1/sdmx/rest/{path}"));

        Assert.Equal(kinds, string.Join(' ', xml.Descendants().Select(element => element.Name.LocalName).Where(name => name is "Codelist" or "ConceptScheme" or "Dataflow" or "DataStructure").Distinct().Order(StringComparer.Ordinal)));
    }

    private static string AreaOf(XElement series) =>
        series.Element(Gen + "SeriesKey")!.Elements().Single(value => value.Attribute("id")!.Value == "REF_AREA").Attribute("value")!.Value;

    private static List<JsonElement> SeriesOf(JsonDocument json) =>
        [.. json.RootElement.GetProperty("data").GetProperty("dataSets")[0].GetProperty("series").EnumerateObject().Select(series => series.Value)];

    private async Task<(string[] Names, List<Dictionary<string, string>> Rows)> Csv(string url)
    {
        var lines = (await dashboard.Found(url)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return (names, [.. lines[1..].Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))]);
    }
}
