using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SpIndicators.Dashboards.Tests.Exports.Pictures;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports.Hostile;

/// <summary>Hostile names in XML, pictures, feeds and headers: well-formed, whole, and never more than a text.</summary>
public sealed class HostileTextTests(HostileDashboard hostile) : IClassFixture<HostileDashboard>
{
    private const string Sdmx = "/api/v1/sdmx";
    private static readonly XNamespace Str = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
    private static readonly XNamespace Com = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
    private static readonly XNamespace Gen = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>As many countries at a time as a view takes.</summary>
    public static TheoryData<string> Countries => [.. HostileNames.ByArea.Keys.Chunk(8).Select(codes => string.Join('~', codes)), $"~{HostileNames.Controls}"];

    public static TheoryData<string> Areas => [.. HostileNames.ByArea.Keys, HostileNames.Controls];

    [Fact]
    public async Task SdmxStructure_InXml_HasEveryNameWhole_AndInJson()
    {
        var xml = XDocument.Parse(await Text($"{Sdmx}/rest/codelist/all/CL_REF_AREA"), LoadOptions.PreserveWhitespace);
        var inXml = xml.Descendants(Str + "Code").ToDictionary(code => code.Attribute("id")!.Value, code => code.Elements(Com + "Name").Select(name => name.Value).Distinct());
        using var json = JsonDocument.Parse(await Text($"{Sdmx}/structure/codelist/*/CL_REF_AREA"));
        var inJson = json.RootElement.GetProperty("data").GetProperty("codelists")[0].GetProperty("codes").EnumerateArray()
            .ToDictionary(code => code.GetProperty("id").GetString()!, code => code.GetProperty("names").EnumerateObject().Select(name => name.Value.GetString()!).Append(code.GetProperty("name").GetString()!).Distinct());

        Assert.All(HostileNames.ByArea, area => Assert.Equal((area.Value, area.Value), (Assert.Single(inXml[area.Key]), Assert.Single(inJson[area.Key]))));
        Assert.Equal((HostileNames.WithoutControls, HostileNames.WithControls), (Assert.Single(inXml[HostileNames.Controls]), Assert.Single(inJson[HostileNames.Controls])));
    }

    [Fact]
    public async Task SdmxData_InXml_HaveEveryNoteWhole()
    {
        var xml = XDocument.Parse(await Text($"{Sdmx}/rest/data/DF_SOCIAL_PROTECTION/A..coverage"));
        var notes = xml.Descendants(Gen + "Obs").ToLookup(
            obs => Pairs(obs.Parent!.Element(Gen + "SeriesKey")!)["REF_AREA"], obs => Pairs(obs.Element(Gen + "Attributes")!).GetValueOrDefault("COMMENT_OBS"));

        Assert.All(HostileNames.ByArea, area => Assert.Equal(area.Value, Assert.Single(notes[area.Key])));
        Assert.Equal(HostileNames.WithoutControls, Assert.Single(notes[HostileNames.Controls]));

        static Dictionary<string, string> Pairs(XElement holder) => holder.Elements(Gen + "Value").ToDictionary(value => value.Attribute("id")!.Value, value => value.Attribute("value")!.Value);
    }

    [Fact]
    public async Task SdmxData_InJson_HaveEveryNameAndNoteWhole()
    {
        using var json = JsonDocument.Parse(await Text($"{Sdmx}/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0/A.*.coverage?format=json"));
        var data = json.RootElement.GetProperty("data");
        var structure = data.GetProperty("structures")[0];
        var places = structure.GetProperty("dimensions").GetProperty("series").EnumerateArray().ToList();
        var place = places.FindIndex(dimension => dimension.GetProperty("id").GetString() == "REF_AREA");
        var note = structure.GetProperty("attributes").GetProperty("observation").EnumerateArray().ToList().FindIndex(attribute => attribute.GetProperty("id").GetString() == "COMMENT_OBS");
        var areas = places[place].GetProperty("values").EnumerateArray().ToList();
        var notes = data.GetProperty("dataSets")[0].GetProperty("series").EnumerateObject().ToLookup(
            series => areas[int.Parse(series.Name.Split(':')[place], CultureInfo.InvariantCulture)].GetProperty("id").GetString()!,
            series => series.Value.GetProperty("observations").EnumerateObject().First().Value[note + 1].GetString());

        Assert.All(HostileNames.ByArea.Append(new(HostileNames.Controls, HostileNames.WithControls)), area =>
        {
            Assert.Equal(area.Value, Assert.Single(notes[area.Key]));
            Assert.Equal(area.Value, areas.Single(known => known.GetProperty("id").GetString() == area.Key).GetProperty("name").GetString());
        });
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public async Task Feed_OfCountries_HasTheirNamesWhole(string countries)
    {
        var feed = XDocument.Parse(await Text($"/revisions.atom?country={countries}"), LoadOptions.PreserveWhitespace);

        Assert.All(Names(countries), name =>
        {
            Assert.Contains(InXml(name), feed.Root!.Element(Atom + "title")!.Value, StringComparison.Ordinal);
            Assert.Contains(InXml(name), feed.Root!.Element(Atom + "entry")!.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        });
        Assert.All(feed.Descendants(), element => Assert.Equal(Atom, element.Name.Namespace));
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public async Task Picture_OfCountries_HasTheirNamesWhole_AndNothingThatRuns(string countries)
    {
        var svg = XDocument.Parse(await Text($"/compare.svg?chart=ranking&country={countries}"));
        var rows = svg.Descendants().Where(row => row.Attribute("data-area") is not null).ToDictionary(row => row.Attribute("data-area")!.Value);

        Assert.All(countries.Trim('~').Split('~'), code =>
        {
            var name = Pictured.Flat(InXml(Names(code).Single()));
            Assert.StartsWith(name, Pictured.Flat(string.Concat(rows[code].Elements(Pictured.Svg + "text").Select(text => text.Value))), StringComparison.Ordinal);
            Assert.StartsWith(name, Pictured.Flat(rows[code].Element(Pictured.Svg + "title")!.Value), StringComparison.Ordinal);
        });
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "b");
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public async Task Embed_OfCountries_HasTheirNamesAsTextAlone(string countries)
    {
        var page = await Html.Parse(await Text($"/compare.embed?chart=ranking&country={countries}"));

        Assert.Empty(page.QuerySelectorAll("script, b, [onclick]"));
        Assert.All(Names(countries), name => Assert.Contains(Pictured.Flat(InXml(name)), Pictured.Flat(page.Body!.TextContent), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metadata_OfAChart_NameTheSourceWhole()
    {
        var metadata = (await Text("/overview.metadata.json?country=~HAA")).AsJson();
        var source = metadata.GetProperty("sources")[0];

        Assert.All(["producer", "title", "licence", "attribution"], field => Assert.Equal(HostileNames.Source, source.GetProperty(field).GetString()));
        Assert.Contains($"{HostileNames.Source}, {HostileNames.Source} (2022-04-17)", metadata.GetProperty("chart").GetProperty("citationLong").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A brace too many ends an entry of BibTeX, and what comes after it is read as another.</summary>
    [Fact]
    public async Task Bibliography_WithABraceInAName_IsStillOneEntry()
    {
        var text = await Text("/overview.bib");
        var depth = 0;
        var ends = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (text[at] == '}' && depth == 0)
            {
                ends.Add(at);
            }
        }

        Assert.Equal(0, depth);
        Assert.Equal(text.TrimEnd().Length - 1, Assert.Single(ends));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task ReportPack_OfACountry_IsReadByEveryReader(string country)
    {
        var name = HostileNames.ByArea.GetValueOrDefault(country, HostileNames.WithControls);
        using var answer = await hostile.Dashboard.Get($"/country/{country}/report-pack.zip");
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        string Entry(string entry) => new StreamReader(zip.GetEntry(entry)!.Open()).ReadToEnd();
        // Double quotes of YAML are those of JSON.
        var yaml = (Entry("open-sdg/indicator-config/1-3-1.yml") + Entry("open-sdg/meta/1-3-1.yml")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);

        Assert.All(zip.Entries, entry => Assert.Matches("^([a-z0-9-]+/)*[a-z0-9._-]+$", entry.FullName));
        Assert.Equal(name, JsonDocument.Parse(yaml["national_geographical_coverage"]).RootElement.GetString());
        Assert.Equal(HostileNames.Source, JsonDocument.Parse(yaml["source_organisation_1"]).RootElement.GetString());
        Assert.All(zip.Entries.Where(entry => entry.FullName.EndsWith(".svg", StringComparison.Ordinal)), entry => XDocument.Load(entry.Open()));
        Assert.Contains(name, Entry("readme.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/overview.csv?country=~HAK")]
    [InlineData("/indicator.xlsx?country=HAA~HAL&time=2001..2020")]
    [InlineData("/overview.metadata.json")]
    [InlineData("/compare.svg?country=HAK~HAL")]
    [InlineData("/country/HAK.zip")]
    [InlineData("/country/HAM/report-pack.zip")]
    [InlineData("/api/v1/data/coverage.csv?country=HAK~HAL")]
    [InlineData("/api/v1/data/coverage.parquet?time=..2020")]
    public async Task Header_ThatNamesTheFile_HasNothingButPlainLetters(string address)
    {
        using var answer = await hostile.Dashboard.Get(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("^(inline|attachment); filename=[A-Za-z0-9._-]+(; filename\\*=UTF-8''[A-Za-z0-9._-]+)?$", Assert.Single(answer.Content.Headers.GetValues("Content-Disposition")));
    }

    [Theory]
    [InlineData("/overview.csv?country=KEN%0d%0aSet-Cookie:a=b")]
    [InlineData("/overview.csv?chart=%22%0d%0aSet-Cookie:a=b")]
    [InlineData("/country/..%2f..%2fetc%2fpasswd.csv")]
    [InlineData("/country/KEN%0d%0aSet-Cookie:a=b.csv")]
    [InlineData("/country/%3Cscript%3E/report-pack.zip")]
    [InlineData("/api/v1/data/..%2f..%2fcoverage.csv")]
    [InlineData("/api/v1/bulk/spindicators-..%2f..%2fkeys.duckdb")]
    public async Task Address_WithALineBreakOrAWayOut_IsRefused_AndNamesNoFile(string address)
    {
        using var answer = await hostile.Dashboard.Get(address);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    private static IEnumerable<string> Names(string countries) => countries.Trim('~').Split('~').Select(code => HostileNames.ByArea.GetValueOrDefault(code, HostileNames.WithControls));

    private static string InXml(string name) => name == HostileNames.WithControls ? HostileNames.WithoutControls : name;

    private async Task<string> Text(string address)
    {
        using var answer = await hostile.Dashboard.Get(address);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return text;
    }
}
