using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Dapper;
using SpIndicators.Dashboards.Tests.Exports.Reading;
using SpIndicators.DuckDb;

namespace SpIndicators.Dashboards.Tests.Exports.Hostile;

/// <summary>Hostile names in every table that can be taken away, read back letter by letter by a reader that is not ours.</summary>
public sealed class HostileTableTests(HostileDashboard hostile) : IClassFixture<HostileDashboard>
{
    private const string Csv = "header = true, all_varchar = true, nullstr = '', quote = '\"', escape = '\"', allow_quoted_nulls = false, parallel = false";

    [Theory]
    [InlineData("/overview.csv", ",")]
    [InlineData("/overview.csv?csv=excel", ",")]
    [InlineData("/overview.csv?csv=excel&lang=fr", ";")]
    [InlineData("/api/v1/data/coverage.csv", ",")]
    [InlineData("/api/v1/data/coverage.csv?csv=excel&lang=es", ";")]
    [InlineData("/api/v1/data/all.csv", ",")]
    public async Task Csv_ReadByDuckDb_HasEveryNameWhole_AndNoFormula(string address, string between) =>
        MustBe(HostileNames.Harmless, Rows(await Bytes(address), $"read_csv($file, delim = '{between}', {Csv})"));

    [Theory]
    [InlineData("/overview.zip", "overview-map-2020-2026-01-01.csv", "overview-map-2020-2026-01-01.metadata.json")]
    [InlineData("/api/v1/data/coverage.zip", "data.csv", "metadata.json")]
    public async Task PackedFile_HasTheSameTable_UnderNamesThatEveryFileSystemTakes(string address, string table, string metadata)
    {
        using var zip = new ZipArchive(new MemoryStream(await Bytes(address)));
        var (package, sidecar) = (Json(zip, "datapackage.json"), Json(zip, metadata));

        Assert.All(zip.Entries, entry => Assert.Matches("^[A-Za-z0-9._-]+$", entry.FullName));
        MustBe(HostileNames.Harmless, Rows(Content(zip, table), $"read_csv($file, delim = ',', {Csv})"));
        Assert.Equal($"{HostileNames.Source}, {HostileNames.Source} (2022-04-17)", package.GetProperty("sources")[0].GetProperty("title").GetString());
        Assert.Equal(HostileNames.Source, package.GetProperty("licenses")[0].GetProperty("title").GetString());
        Assert.Equal(HostileNames.Source, sidecar.GetProperty("sources")[0].GetProperty("producer").GetString());
    }

    [Theory]
    [InlineData("/overview.json")]
    [InlineData("/api/v1/data/coverage.json")]
    public async Task Json_ReadByDuckDb_HasEveryNameAsItIs(string address) =>
        MustBe(name => name, Rows(await Bytes(address), "(select unnest(rows, recursive := true) from read_json($file, columns = {'rows': 'struct(REF_AREA varchar, REF_AREA_LABEL varchar, COMMENT_OBS varchar, OBS_STATUS varchar)[]'}, maximum_object_size = 99999999))"));

    [Fact]
    public async Task Parquet_ReadByDuckDb_HasEveryNameAsItIs() => MustBe(name => name, Rows(await Bytes("/api/v1/data/coverage.parquet"), "read_parquet($file)"));

    [Fact]
    public async Task Observations_ReadByDuckDb_HaveEveryNameAsItIs() =>
        MustBe(name => name, Rows(await Bytes("/api/v1/observations?limit=1000"), "(select ref_area as REF_AREA, ref_area_name as REF_AREA_LABEL, comment_obs as COMMENT_OBS, '' as OBS_STATUS from (select unnest(rows, recursive := true) from read_json($file, columns = {'rows': 'struct(ref_area varchar, ref_area_name varchar, comment_obs varchar)[]'}, maximum_object_size = 99999999)))"));

    [Theory]
    [InlineData("/overview.xlsx")]
    [InlineData("/api/v1/data/coverage.xlsx")]
    public async Task Workbook_ReadByAnotherLibrary_HasEveryNameWhole_AndNoFormula(string address)
    {
        var file = await Bytes(address);
        var workbook = ReadWorkbook.Of(file);
        using var zip = new ZipArchive(new MemoryStream(file));

        MustBe(HostileNames.Harmless, workbook["Data"].Table.Where(row => (string?)row["OBS_STATUS"] != "O").Select(row => ((string)row["REF_AREA"]!, (string?)row["REF_AREA_LABEL"], (string?)row["COMMENT_OBS"])));
        Assert.Contains(workbook["Sources"].Table, source => (string?)source["PRODUCER"] == HostileNames.Harmless(HostileNames.Source) && (string?)source["LICENCE"] == HostileNames.Harmless(HostileNames.Source));
        Assert.All(zip.Entries.Where(entry => entry.FullName.Contains("sheet", StringComparison.Ordinal)), sheet => Assert.DoesNotContain("<f>", new StreamReader(sheet.Open()).ReadToEnd(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/overview.sdmx.csv")]
    [InlineData("/api/v1/data/coverage.sdmx.csv")]
    [InlineData("/api/v1/sdmx/data/dataflow/SPINDICATORS/DF_SOCIAL_PROTECTION/1.0/*.*.coverage.*.*.*")]
    public async Task SdmxCsv_ReadByDuckDb_HasEveryNoteWhole(string address) => MustBe(
        HostileNames.Harmless,
        Read<(string Area, string? Note)>(await Bytes(address), $"select REF_AREA, COMMENT_OBS from read_csv($file, delim = ',', {Csv})").Select(row => (row.Area, (string?)null, row.Note)), hasNames: false);

    /// <param name="hasNames">Codes alone are written where it is false.</param>
    private static void MustBe(Func<string, string> written, IEnumerable<(string Area, string? Label, string? Note)> rows, bool hasNames = true)
    {
        var all = HostileNames.ByArea.Append(new(HostileNames.Controls, HostileNames.WithControls)).Select(area => (area.Key, hasNames ? written(area.Value) : null, written(area.Value))).ToList();

        Assert.Equal(all, rows.Where(row => row.Area.StartsWith('H')).Distinct().OrderBy(row => row.Area, StringComparer.Ordinal).Select(row => (row.Area, row.Label, row.Note!)));
    }

    private static List<(string, string?, string?)> Rows(byte[] file, string table) =>
        Read<(string, string?, string?)>(file, $"select REF_AREA, REF_AREA_LABEL, COMMENT_OBS from {table} where OBS_STATUS is distinct from 'O'");

    private static List<T> Read<T>(byte[] file, string sql)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file", file);
        using var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        return [.. duckdb.Query<T>(sql.Replace("$file", $"'{path}'", StringComparison.Ordinal))];
    }

    private static byte[] Content(ZipArchive zip, string name)
    {
        using var bytes = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static JsonElement Json(ZipArchive zip, string name)
    {
        using var document = JsonDocument.Parse(Content(zip, name));
        return document.RootElement.Clone();
    }

    private async Task<byte[]> Bytes(string address)
    {
        using var answer = await hostile.Dashboard.Get(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, System.Text.Encoding.UTF8.GetString(bytes));
        return bytes;
    }
}
