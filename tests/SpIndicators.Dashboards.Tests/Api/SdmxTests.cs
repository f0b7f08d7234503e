using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using SpIndicators.Dashboards.Tests.Fixtures;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary>The REST interface of SDMX: its structure says what its data hold, and both of its forms answer alike.</summary>
public sealed class SdmxTests(Dashboard dashboard) : IClassFixture<Dashboard>, IDisposable
{
    private const string Structures = "/api/v1/sdmx/structure";
    private const string Data = "/api/v1/sdmx/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0";
    private const string Rest = "/api/v1/sdmx/rest";
    private static readonly string[] Dimensions = ["FREQ", "REF_AREA", "INDICATOR", "SEX", "CONTINGENCY", "SOURCE_RELEASE"];
    private static readonly XNamespace Str = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
    private static readonly XNamespace Gen = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spi-sdmx-");

    [Fact]
    public async Task CodeLists_InBothForms_HaveEveryCodeOfTheData()
    {
        using var message = JsonDocument.Parse(await dashboard.Found($"{Structures}/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0?references=all"));
        var lists = message.RootElement.GetProperty("data").GetProperty("codelists").EnumerateArray()
            .ToDictionary(list => list.GetProperty("id").GetString()!, list => list.GetProperty("codes").EnumerateArray().Select(code => code.GetProperty("id").GetString()!).ToList());
        var xml = XDocument.Parse(await dashboard.Found($"{Rest}/dataflow/all/DF_SOCIAL_PROTECTION/latest?references=all"));
        var inXml = xml.Descendants(Str + "Codelist").ToDictionary(list => list.Attribute("id")!.Value, list => list.Elements(Str + "Code").Select(code => code.Attribute("id")!.Value).ToList());
        var rows = await Csv($"{Data}/*");

        Assert.Equal(["CL_CONFIDENCE", "CL_CONTINGENCY", "CL_FREQ", "CL_INDICATOR", "CL_NATURE", "CL_OBS_STATUS", "CL_REF_AREA", "CL_SEX", "CL_SOURCE_RELEASE", "CL_UNIT_MEASURE"], lists.Keys.Order());
        Assert.Equal(lists.OrderBy(list => list.Key), inXml.OrderBy(list => list.Key));
        Assert.True(rows.Count > 30, $"Only {rows.Count} rows.");
        foreach (var (id, codes) in lists.Where(list => list.Key != "CL_UNIT_MEASURE"))
        {
            Assert.Subset(codes.ToHashSet(), rows.Select(row => row[id[3..]]).Where(code => code.Length > 0).ToHashSet());
        }
    }

    [Fact]
    public async Task Structure_NamesItsDimensionsInOrder_AndEverythingInThreeLanguages()
    {
        using var message = JsonDocument.Parse(await dashboard.Found($"{Structures}/datastructure/SPINDICATORS/DSD_SOCIAL_PROTECTION?references=children"));
        var data = message.RootElement.GetProperty("data");
        var parts = data.GetProperty("dataStructures")[0].GetProperty("dataStructureComponents");
        var xml = XDocument.Parse(await dashboard.Found($"{Rest}/datastructure/SPINDICATORS/DSD_SOCIAL_PROTECTION/1.0"));

        Assert.Equal(Dimensions, parts.GetProperty("dimensionList").GetProperty("dimensions").EnumerateArray().Select(d => d.GetProperty("id").GetString()));
        Assert.Equal("TIME_PERIOD", parts.GetProperty("dimensionList").GetProperty("timeDimension").GetProperty("id").GetString());
        Assert.Equal([.. Dimensions, "TIME_PERIOD"], xml.Descendants(Str + "DimensionList").Elements().Select(d => d.Attribute("id")!.Value));
        Assert.All(data.GetProperty("codelists").EnumerateArray(), list => Assert.Equal(["en", "fr", "es"], list.GetProperty("names").EnumerateObject().Select(name => name.Name)));
        Assert.Equal("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SPINDICATORS:CL_SEX(1.0)",
            parts.GetProperty("dimensionList").GetProperty("dimensions")[3].GetProperty("localRepresentation").GetProperty("enumeration").GetString());
    }

    [Theory]
    [InlineData("A.DEU.coverage._T.TOTAL.*", "DEU 2020")]
    [InlineData("A.DEU+URY.coverage..TOTAL.", "DEU 2020, URY 2020")]
    [InlineData("A.DEU,URY.coverage._T.TOTAL", "DEU 2020, URY 2020")]
    [InlineData("*.KEN.coverage.*.*.*", "KEN 2020, KEN 2009")]
    [InlineData("*.KEN.coverage.*.*.*?c[TIME_PERIOD]=ge:2005+le:2015", "KEN 2009")]
    [InlineData("*.KEN.coverage.*.*.*?startPeriod=2010-Q1", "KEN 2020")]
    [InlineData("*?c[REF_AREA]=KEN&c[INDICATOR]=coverage&c[TIME_PERIOD]=2020", "KEN 2020")]
    [InlineData("*.URY.coverage._T.POOR.unsd_sdg_2020-10-19", "URY 2019")]
    public async Task Key_InTheWordsOfEitherVersion_ChoosesItsObservations(string key, string observations)
    {
        var rows = await Csv($"{Data}/{key}");
        var again = XDocument.Parse(await dashboard.Found($"{Rest}/data/SPINDICATORS,DF_SOCIAL_PROTECTION,1.0/{key}"));

        Assert.Equal(observations, string.Join(", ", rows.Select(row => $"{row["REF_AREA"]} {row["TIME_PERIOD"]}")));
        var inXml = again.Descendants(Gen + "Obs").Select(obs => (
            Series: string.Join('.', obs.Parent!.Element(Gen + "SeriesKey")!.Elements().Select(value => value.Attribute("value")!.Value)),
            Year: obs.Element(Gen + "ObsDimension")!.Attribute("value")!.Value,
            Value: obs.Element(Gen + "ObsValue")!.Attribute("value")!.Value));
        Assert.Equal(
            rows.Select(row => (string.Join('.', Dimensions.Select(id => row[id])), row["TIME_PERIOD"], row["OBS_VALUE"])),
            inXml);
    }

    [Fact]
    public async Task EveryObservation_InXml_IsTheOneOfCsv()
    {
        var rows = await Csv($"{Data}/*");
        var xml = XDocument.Parse(await dashboard.Found($"{Rest}/data/DF_SOCIAL_PROTECTION/all"));

        Assert.Equal(rows.Select(row => row["OBS_VALUE"]), xml.Descendants(Gen + "Obs").Select(obs => obs.Element(Gen + "ObsValue")!.Attribute("value")!.Value));
    }

    [Fact]
    public async Task EveryObservation_InJson_IsTheOneOfCsv()
    {
        var file = Path.Combine(folder.FullName, "data.csv");
        await File.WriteAllTextAsync(file, await dashboard.Found($"{Data}/*"), TestContext.Current.CancellationToken);
        using var memory = DuckDbProvider.Open(new DuckDbOptions());
        var rows = memory.Query($"select * exclude (STRUCTURE, STRUCTURE_ID, ACTION) from read_csv('{file}', all_varchar = true)")
            .Select(row => string.Join(" | ", ((IDictionary<string, object?>)row).Values.Select(cell => cell ?? ""))).ToList();
        using var message = JsonDocument.Parse(await dashboard.Found($"{Data}/*?format=json"));

        Assert.True(rows.Count > 30, $"Only {rows.Count} rows.");
        Assert.Equal(rows, Observations(message.RootElement.GetProperty("data")));
    }

    /// <summary>Read as the standard says: places in lists where a component has a list, else the values themselves.</summary>
    private static IEnumerable<string> Observations(JsonElement data)
    {
        var structure = data.GetProperty("structures")[0];
        var attributes = structure.GetProperty("attributes").GetProperty("observation").EnumerateArray().ToList();
        var ofSeries = structure.GetProperty("dimensions").GetProperty("series").EnumerateArray().ToList();
        var time = structure.GetProperty("dimensions").GetProperty("observation")[0];
        Assert.Equal(Dimensions, ofSeries.OrderBy(dimension => dimension.GetProperty("keyPosition").GetInt32()).Select(dimension => dimension.GetProperty("id").GetString()!));
        foreach (var series in data.GetProperty("dataSets")[0].GetProperty("series").EnumerateObject())
        {
            var key = series.Name.Split(':').Select((place, i) => ofSeries[i].GetProperty("values")[int.Parse(place, CultureInfo.InvariantCulture)].GetProperty("id").GetString());
            foreach (var observation in series.Value.GetProperty("observations").EnumerateObject())
            {
                var cells = observation.Value.EnumerateArray().ToList();
                var year = time.GetProperty("values")[int.Parse(observation.Name, CultureInfo.InvariantCulture)].GetProperty("value").GetString();
                var told = cells.Skip(1).Select((cell, i) =>
                    cell.ValueKind == JsonValueKind.Null ? ""
                    : attributes[i].TryGetProperty("values", out var values) ? values[cell.GetInt32()].GetProperty("id").GetString()
                    : cell.GetString());
                yield return string.Join(" | ", [.. key, year, cells[0].ValueKind == JsonValueKind.Null ? "" : cells[0].GetRawText(), .. told]);
            }
        }
    }

    [Fact]
    public async Task Releases_BesidesTheDefaultOne_AreOnlyForWhoNamesThem() =>
        Assert.Equal(["ilostat_sdg_0131_2022-04-17"], (await Csv($"{Data}/*.*.coverage.*.*.*")).Select(row => row["SOURCE_RELEASE"]).Distinct());

    [Theory]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all?format=csv", "", "application/vnd.sdmx.data+csv")]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all", "application/vnd.sdmx.data+csv;version=1.0.0", "application/vnd.sdmx.data+csv")]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all", "text/html, application/xml;q=0.9, */*;q=0.8", "application/vnd.sdmx.genericdata+xml")]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all", "application/vnd.sdmx.data+json;version=2.0.0", "application/vnd.sdmx.data+json")]
    [InlineData("/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0/*?format=json", "", "application/vnd.sdmx.data+json")]
    [InlineData("/rest/codelist/all/CL_SEX", "*/*", "application/vnd.sdmx.structure+xml")]
    [InlineData("/structure/codelist/*/CL_SEX", "application/vnd.sdmx.structure+xml;version=2.1", "application/vnd.sdmx.structure+xml")]
    [InlineData("/structure/codelist", "", "application/vnd.sdmx.structure+json")]
    public async Task Format_IsTheOneAskedFor(string path, string accept, string type)
    {
        using var answer = accept.Length == 0 ? await dashboard.Get("/api/v1/sdmx" + path) : await dashboard.Get("/api/v1/sdmx" + path, ("Accept", accept));

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0/A.XXX", HttpStatusCode.NotFound)]
    [InlineData("/data/dataflow/ESTAT/DF_SOCIAL_PROTECTION/1.0/*", HttpStatusCode.NotFound)]
    [InlineData("/rest/data/DF_OTHER/all", HttpStatusCode.NotFound)]
    [InlineData("/rest/hierarchicalcodelist/all", HttpStatusCode.NotFound)]
    [InlineData("/rest/codelist/all/CL_NONE", HttpStatusCode.NotFound)]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/A.B.C.D.E.F.G", HttpStatusCode.BadRequest)]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all?startPeriod=soon", HttpStatusCode.BadRequest)]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all?c[COLOUR]=red", HttpStatusCode.BadRequest)]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all?surprise=1", HttpStatusCode.BadRequest)]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/all?format=pdf", HttpStatusCode.NotAcceptable)]
    [InlineData("/rest/data/DF_SOCIAL_PROTECTION/KEN'%20or%201=1--", HttpStatusCode.NotFound)]
    public async Task Question_ThatCannotBeAnswered_IsAProblemWithTheStatusOfSdmx(string path, HttpStatusCode status)
    {
        using var answer = await dashboard.Get("/api/v1/sdmx" + path);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Json_OfTheFirstEdition_IsNotWhatIsWritten()
    {
        using var answer = await dashboard.Get($"{Rest}/data/DF_SOCIAL_PROTECTION/all", ("Accept", "application/vnd.sdmx.data+json;version=1.0.0"));

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_InAnotherFormat_HasAnotherKey()
    {
        var url = $"{Rest}/data/DF_SOCIAL_PROTECTION/all";
        using var xml = await dashboard.Get(url);
        using var csv = await dashboard.Get(url, ("Accept", "application/vnd.sdmx.data+csv"), ("If-None-Match", xml.Headers.ETag!.ToString()));
        using var again = await dashboard.Get(url, ("If-None-Match", xml.Headers.ETag.ToString()));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (csv.StatusCode, again.StatusCode));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The rows by column; codes and numbers have no commas, and what comes after them is not looked at.</summary>
    private async Task<List<Dictionary<string, string>>> Csv(string url)
    {
        var lines = (await dashboard.Found(url)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return [.. lines[1..].Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
