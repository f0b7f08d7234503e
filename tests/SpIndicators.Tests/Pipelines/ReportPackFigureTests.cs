using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using SpIndicators.App;
using SpIndicators.App.Exporting;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Pipelines;

/// <summary>
/// The packed file for an SDG report over the real figures: tables read by DuckDB, drawings and metadata by readers of XML and JSON, each held
/// row by row against what is published; the table in the UN's layout also against the UN's own file.
/// </summary>
public sealed class ReportPackFigureTests(BuiltWarehouse warehouse) : IDisposable
{
    private const string Un = "unsd_sdg@2024-02-17";

    /// <summary>Fields that the schema and the documentation of Open SDG name, as far as we write them.</summary>
    private static readonly string[] OpenSdgFields =
    [
        "indicator_number", "indicator_name", "data_non_statistical", "reporting_status", "graph_type", "graph_title", "national_geographical_coverage", "computation_units", "data_footnote", "copyright",
        "SDG_GOAL", "SDG_TARGET", "SDG_INDICATOR", "SDG_SERIES_DESCR", "META_LAST_UPDATE", "STAT_CONC_DEF", "UNIT_MEASURE", "SOURCE_TYPE", "DATA_SOURCE", "COMPILING_ORG", "REC_USE_LIM", "OTHER_DOC",
        "source_active_1", "source_organisation_1", "source_url_text_1", "source_url_1", "source_release_date_1", "source_other_info_1",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spi-pack-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Packs_OfThreeCountries_InThreeLanguages_SayWhatIsPublished()
    {
        var home = Home();
        await using var server = await ExportServer.Start(home, Settings.Of(home), verbose: false, TimeProvider.System, TestContext.Current.CancellationToken);
        foreach (var country in new[] { "DEU", "SEN", "URY" })
        {
            foreach (var language in new[] { "en", "fr", "es" })
            {
                foreach (var (query, asked) in new[]
                {
                    ("", "is_default"), ("&time=2016..2019", "is_default and time_period between 2016 and 2019"), ($"&release={Un}", "c.source_id = 'unsd_sdg' and c.vintage = '2024-02-17'"),
                })
                {
                    using var zip = new ZipArchive(new MemoryStream(await server.Client.GetByteArrayAsync($"/country/{country}/report-pack.zip?lang={language}{query}", TestContext.Current.CancellationToken)));
                    var place = Path.Combine(folder.FullName, $"{country}-{language}-{query.Length}");
                    zip.ExtractToDirectory(place);
                    using var duckdb = Published(country, language, asked);
                    MustSayTheSame(duckdb, place, $"{country} {language} {query}");
                    MustBeSettingsOfOpenSdg(duckdb, place, language);
                    MustDrawTheSame(duckdb, Path.Combine(place, "charts"));
                    if (query.Contains("release", StringComparison.Ordinal))
                    {
                        MustBeTheUnsOwn(duckdb, place, country);
                    }
                }
            }
        }
    }

    /// <summary>What the tables of a pack must say, made by SQL of its own: <c>expected</c>.</summary>
    private DbConnection Published(string country, string language, string asked)
    {
        var duckdb = DuckDbProvider.Open(new DuckDbOptions());
        duckdb.Execute($"attach '{warehouse.Folder.FileOf(warehouse.Folder.Current()!.Value)}' as w (read_only)");
        duckdb.Execute($"""
            create table flagged as
            select c.*, k.un_series, k.name_{language} as component, s.title as un_title, a.m49, a.name_en as area_en,
                (select string_agg(l.name_{language} || ' (' || l.flag || ')', ' | ' order by list_position(string_split(c.flags, '|'), l.flag)) from w.reference.flag as l where list_contains(string_split(c.flags, '|'), l.flag)) as flag_words
            from w.indicators.coverage as c
            join w.indicators.contingency as k on k.contingency = c.contingency
            join w.indicators.ref_area as a on a.ref_area = c.ref_area
            join w.reference.series as s on s.source_id = 'unsd_sdg' and s.series_code = k.un_series
            where c.ref_area = '{country}' and {asked}
            """);
        duckdb.Execute("""
            create table expected as
            select *, nullif(concat_ws(' | ', nullif(comment_obs, ''), flag_words), '') as note, if(coalesce(obs_status, 'A') = 'A' and flags like '%break%', 'B', obs_status) as status from flagged
            """);
        return duckdb;
    }

    private static void MustSayTheSame(DbConnection duckdb, string place, string what)
    {
        var language = what.Split(' ')[1];
        var (percent, women, men) = language switch { "en" => ("Percent", "Female", "Male"), "fr" => ("Pour cent", "Femmes", "Hommes"), _ => ("Por ciento", "Mujeres", "Hombres") };
        string Table(string file) => $"read_csv('{Path.Combine(place, file)}', header = true, all_varchar = true, nullstr = '', quote = '\"', escape = '\"')";
        var published = duckdb.ExecuteScalar<long>("select count(*) from expected");
        Assert.InRange(published, 3, 100);
        Assert.True(duckdb.ExecuteScalar<long>("select count(*) from expected where flags <> ''") > 0 || what.Contains("time", StringComparison.Ordinal), $"{what}: no value with a flag, so nothing is tested.");
        foreach (var (file, read, expected) in new[]
        {
            ("data.csv", "select REF_AREA, CONTINGENCY, SEX, TIME_PERIOD::int, OBS_VALUE::double, SHOWN_VALUE::double, UNIT_MEASURE, OBS_STATUS, NATURE, FLAGS, COMMENT_OBS, SOURCE_ID, SOURCE_VINTAGE, SNAPSHOT_SHA256",
                "select ref_area, contingency, sex, time_period, obs_value, coverage, 'PT', obs_status, nature, nullif(flags, ''), nullif(comment_obs, ''), source_id, vintage, snapshot_sha256 from expected"),
            ("un-sdg/sdg-1-3-1.csv", """
                select "Goal", "Target", "Indicator", "SeriesCode", "SeriesDescription", "GeoAreaCode", "GeoAreaName", "TimePeriod"::int, "Value"::double, "Source", "FootNote", "[Nature]", "[Reporting Type]", "[Sex]", "[Units]", "[Observation Status]"
                """,
                "select '1', '1.3', '1.3.1', un_series, un_title, m49, area_en, time_period, obs_value, source_detail, note, nature, 'G', case sex when 'F' then 'FEMALE' when 'M' then 'MALE' else 'BOTHSEX' end, 'PERCENT', status from expected"),
            ("open-sdg/data/indicator_1-3-1.csv", "select columns(*)", $"""
                select time_period::varchar, if(contingency = 'TOTAL', null, component), case sex when 'F' then '{women}' when 'M' then '{men}' end, status, note, '{percent}', obs_value from expected
                """),
        })
        {
            duckdb.Execute($"create or replace table said as {read} from {Table(file)}");
            if (file.StartsWith("open-sdg", StringComparison.Ordinal))
            {
                Assert.Equal(["Year", "Observation status", "COMMENT_OBS", "Units", "Value"], duckdb.Query<string>("select column_name from duckdb_columns() where table_name = 'said' and column_index not in (2, 3) order by column_index"));
                duckdb.Execute("alter table said alter \"Value\" type double");
            }

            long Count(string sql) => duckdb.ExecuteScalar<long>($"select count(*) from ({sql})");
            Assert.Equal((what, file, published, 0, 0), (what, file, Count("from said"), Count($"from said except all ({expected})"), Count($"({expected}) except all from said")));
        }

        var readme = File.ReadAllText(Path.Combine(place, "readme.md"));
        foreach (var (flag, n) in duckdb.Query<(string Flag, long N)>("select flag, count(*) from (select unnest(string_split(flags, '|')) as flag from expected where flags <> '') group by flag"))
        {
            Assert.Contains($"- {flag} ({n})", readme, StringComparison.Ordinal);
        }
    }

    /// <summary>Texts in YAML's double quotes are texts of JSON.</summary>
    private static void MustBeSettingsOfOpenSdg(DbConnection duckdb, string place, string language)
    {
        string[] Lines(string part) => File.ReadAllLines(Path.Combine(place, "open-sdg", part, "1-3-1.yml"));
        var fields = Lines("indicator-config").Concat(Lines("meta")).Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => JsonDocument.Parse(line[1]).RootElement.Clone());

        Assert.Equal(OpenSdgFields.Order(StringComparer.Ordinal), fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.False, fields["data_non_statistical"].ValueKind);
        Assert.Equal("complete", fields["reporting_status"].GetString());
        Assert.Equal(duckdb.ExecuteScalar<string>($"select distinct a.name_{language} from expected join w.indicators.ref_area as a using (ref_area)"), fields["national_geographical_coverage"].GetString());
        Assert.Equal(duckdb.ExecuteScalar<string>("select distinct s.producer from expected join w.indicators.source as s using (source_id)"), fields["source_organisation_1"].GetString());
        Assert.Contains($" {duckdb.ExecuteScalar<long>("select count(*) from expected")} ", $"{fields["SOURCE_TYPE"].GetString()} ", StringComparison.Ordinal);
        Assert.Equal(language switch { "en" => "Percent", "fr" => "Pour cent", _ => "Por ciento" }, fields["computation_units"].GetString());
    }

    /// <summary>Gaps of the newest value of each contingency, and any benefit year by year.</summary>
    private static void MustDrawTheSame(DbConnection duckdb, string charts)
    {
        Assert.Equal(
            duckdb.Query<string>("select contingency || ' ' || round(max_by(gap_pp, time_period), 6)::decimal(9, 6)::varchar from expected where sex = if(contingency = 'MATERNITY', 'F', '_T') group by contingency order by all"),
            Marks("left-out").Select(mark => $"{mark.Area} {mark.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(
            duckdb.Query<string>("select time_period || ' ' || round(coverage, 6)::decimal(9, 6)::varchar from expected where contingency = 'TOTAL' and sex = '_T' order by time_period"),
            Marks("trend").Select(mark => $"{mark.Year} {mark.Value}"));

        IEnumerable<(string Area, string? Year, string Value)> Marks(string chart) => !File.Exists(Path.Combine(charts, $"{chart}.svg")) ? [] :
            from mark in XDocument.Load(Path.Combine(charts, $"{chart}.svg")).Descendants()
            where mark.Attribute("data-area") is not null && mark.Attribute("data-value") is not null
            select (mark.Attribute("data-area")!.Value, mark.Attribute("data-year")?.Value, double.Parse(mark.Attribute("data-value")!.Value, null).ToString("0.000000", null));
    }

    /// <summary>Names of series, years, values, notes and codes as the UN printed them; our notes stand behind, and B in place of A alone.</summary>
    private static void MustBeTheUnsOwn(DbConnection duckdb, string place, string country)
    {
        var printed = Path.Combine(SourceTree.Root, "data", "snapshots", "unsd_sdg", "2024-02-17", "unsd_sdg.csv.gz");
        var different = duckdb.Query<string>($"""
            with un as (
                from read_csv('{printed}', header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"')
                where "ISO3" = '{country}' and "Indicator" = '1.3.1' and "SeriesDescription" like '[ILO]%' and "Age" is null and "Quantile" is null and "Location" is null),
            ours as (from read_csv('{Path.Combine(place, "un-sdg/sdg-1-3-1.csv")}', header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"'))
            select coalesce(u."SeriesCode", o."SeriesCode") || ' ' || coalesce(u."TimePeriod", o."TimePeriod") || ' ' || coalesce(u."Sex", o."[Sex]")
            from un as u full join ours as o on o."SeriesCode" = u."SeriesCode" and o."TimePeriod" = u."TimePeriod" and o."[Sex]" = u."Sex"
            where (u."Goal", u."Target", u."Indicator", u."SeriesDescription", u."GeoAreaCode(M49)", u."GeoAreaName", u."Value"::double, u."Time_Detail", u."Source", u."Nature", u."Units", u."Reporting Type")
                is distinct from (o."Goal", o."Target", o."Indicator", o."SeriesDescription", o."GeoAreaCode", o."GeoAreaName", o."Value"::double, o."Time_Detail", o."Source", o."[Nature]", o."[Units]", o."[Reporting Type]")
                or not starts_with(coalesce(o."FootNote", ''), coalesce(u."FootNote", ''))
                or o."[Observation Status]" is distinct from if(o."FootNote" like '%(break)%', 'B', u."Observation Status")
            """);
        Expect.Nothing(different.Select(row => $"{country}: {row}"));
    }

    /// <summary>A home of this test's own, with the published file of all of them.</summary>
    private WarehouseHome Home()
    {
        var home = new WarehouseHome(Path.Combine(folder.FullName, "home"));
        Directory.CreateDirectory(home.Path);
        Directory.CreateSymbolicLink(home.Warehouse.Path, warehouse.Folder.Path);
        return home;
    }
}
