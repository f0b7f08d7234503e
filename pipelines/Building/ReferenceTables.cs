using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Pipelines.Building;

/// <summary>
/// The schema <c>reference</c>: every code list of <c>data/reference</c> as text, and the cards of sources, snapshots
/// and indicators as tables. Any stage may read it.
/// </summary>
internal static class ReferenceTables
{
    private const string ReadList = "select * from read_csv(getvariable('list_file'), header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')";
    private static readonly string[] IndicatorWords = ["title", "definition", "unit", "caveats"];
    private static readonly string[] Languages = ["en", "fr", "es"];

    /// <summary>Tables that the program fills itself: no file may take their name.</summary>
    private static readonly string[] Cards = ["corrections", "indicator", "snapshot", "source"];

    /// <summary>
    /// The columns each list must have, from <c>reference_columns.txt</c>: without it a renamed column would be DuckDB's
    /// complaint about some model far away. More columns than these are nobody's harm.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, string[]> Columns = ReadColumns();

    /// <summary>Fills the schema, and returns a fingerprint of the bytes of each list, by relation.</summary>
    public static IReadOnlyDictionary<string, string> Load(DbConnection connection, WarehouseHome home, FlowModels flow, IReadOnlyList<Snapshot> snapshots)
    {
        // One transaction: each commit would wait for the disk.
        using var transaction = connection.BeginTransaction();
        var lists = LoadLists(connection, home);
        CheckColumns(connection, home);
        if (Columns.Keys.FirstOrDefault(list => !File.Exists(Path.Combine(home.Reference, $"{list}.csv"))) is { } missing)
        {
            throw new ReferenceException($"{Path.Combine(home.Reference, $"{missing}.csv")} is not there: it is one of the code lists that come with the program.");
        }

        LoadText(connection, "corrections", flow.Corrections);
        LoadSources(connection, flow);
        LoadSnapshots(connection, snapshots);
        LoadIndicators(connection, flow);
        transaction.Commit();
        return lists;
    }

    /// <summary>Reads the lists that have changed, and drops all else of the schema.</summary>
    private static Dictionary<string, string> LoadLists(DbConnection connection, WarehouseHome home)
    {
        connection.Execute("create schema if not exists reference; create table if not exists meta.kept_list(list varchar, fingerprint varchar)");
        var kept = connection.Query<(string List, string Fingerprint)>("from meta.kept_list").ToHashSet();
        var lists = Files(home).Select(file => (
            File: file,
            Name: Path.GetFileNameWithoutExtension(file),
            Fingerprint: KeptTables.Fingerprint(DuckDbProvider.EngineVersion, ReadList, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))))).ToList();
        var unchanged = lists.Where(l => kept.Contains((l.Name, l.Fingerprint))).Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        var there = connection.Query<string>("select table_name from information_schema.tables where table_schema = 'reference'").ToHashSet(StringComparer.Ordinal);
        foreach (var table in there.Except(unchanged))
        {
            connection.Execute($"drop table reference.{table}");
        }

        connection.Execute("delete from meta.kept_list");
        using var rows = DuckDbProvider.CreateAppender(connection, "meta", "kept_list");
        foreach (var (file, name, fingerprint) in lists)
        {
            if (!unchanged.Contains(name) || !there.Contains(name))
            {
                LoadList(connection, name, file);
            }

            rows.Add(name).Add(fingerprint).EndRow();
        }

        rows.Complete();
        return lists.ToDictionary(list => $"reference.{list.Name}", list => list.Fingerprint, StringComparer.Ordinal);
    }

    /// <summary>Changes when any code list, source card or correction does.</summary>
    public static string Fingerprint(WarehouseHome home)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(home))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(WarehouseHome home) =>
        Directory.EnumerateFiles(home.Reference, "*.csv").Order(StringComparer.Ordinal);

    private static void LoadList(DbConnection connection, string name, string file)
    {
        if (Cards.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_') || !char.IsAsciiLetter(name[0]))
        {
            throw new ReferenceException($"{file} cannot be a code list: a list is named by letters, digits and _, and not {string.Join(", ", Cards)}, which the program fills itself.");
        }

        try
        {
            LoadCsv(connection, name, file);
        }
        catch (DbException failure)
        {
            throw new ReferenceException($"{file} cannot be read: {failure.Message.Split('\n')[0].Trim()}", failure);
        }
    }

    private static void CheckColumns(DbConnection connection, WarehouseHome home)
    {
        var found = connection.Query<(string List, string Column)>(
            "select table_name, column_name from duckdb_columns() where schema_name = 'reference' order by table_name, column_index").ToLookup(c => c.List, c => c.Column);
        foreach (var list in found)
        {
            var missing = Columns.GetValueOrDefault(list.Key, []).Except(list, StringComparer.OrdinalIgnoreCase).ToList();
            if (missing.Count > 0)
            {
                throw new ReferenceException(
                    $"{Path.Combine(home.Reference, $"{list.Key}.csv")}: the header has no column {string.Join(", no column ", missing)}; found are {string.Join(", ", list)}.");
            }
        }
    }

    private static Dictionary<string, string[]> ReadColumns()
    {
        using var text = new StreamReader(typeof(ReferenceTables).Assembly.GetManifestResourceStream("reference_columns.txt")!);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => line[1].Split(", "), StringComparer.Ordinal);
    }

    private static void LoadCsv(DbConnection connection, string name, string file)
    {
        connection.Execute("set variable list_file = $file", new { file });
        connection.Execute($"create table reference.{name} as {ReadList}");
    }

    private static void LoadText(DbConnection connection, string name, string csv)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, csv);
            LoadCsv(connection, name, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void LoadSources(DbConnection connection, FlowModels flow)
    {
        connection.Execute("""
            create table reference.source(source_id varchar, producer varchar, title varchar, title_fr varchar, title_es varchar, citation varchar, licence varchar,
                attribution varchar, url varchar, cadence varchar, area_scheme varchar, is_wide boolean, is_undated boolean, is_uploaded boolean)
            """);
        using var rows = DuckDbProvider.CreateAppender(connection, "reference", "source");
        foreach (var s in flow.Sources.Values.OrderBy(s => s.SourceId, StringComparer.Ordinal))
        {
            rows.Add(s.SourceId).Add(s.Producer).Add(s.Title).Add(s.TitleFr).Add(s.TitleEs).Add(s.Citation).Add(s.Licence)
                .Add(s.Attribution).Add(s.Url).Add(s.Cadence).Add(s.AreaScheme).Add(s.IsWide).Add(s.IsUndated).Add(s.IsUploaded).EndRow();
        }

        rows.Complete();
    }

    private static void LoadSnapshots(DbConnection connection, IReadOnlyList<Snapshot> snapshots)
    {
        connection.Execute("""
            create table reference.snapshot(source_id varchar, vintage varchar, released_on date, released_on_precision varchar, released_on_basis varchar,
                retrieved_at timestamp, retrieved_at_basis varchar,
                file_name varchar, bytes bigint, sha256 varchar, rows bigint, citation varchar, notes varchar)
            """);
        using var rows = DuckDbProvider.CreateAppender(connection, "reference", "snapshot");
        foreach (var s in snapshots)
        {
            rows.Add(s.SourceId).Add(s.Vintage).Add(s.ReleasedOn).Add(s.ReleasedOnPrecision).Add(s.ReleasedOnBasis)
                .Add(s.RetrievedAt.UtcDateTime).Add(s.RetrievedAtBasis)
                .Add(s.FileName).Add(s.Bytes).Add(s.Sha256).Add(s.Rows).Add(s.Citation).Add(s.Notes).EndRow();
        }

        rows.Complete();
    }

    private static void LoadIndicators(DbConnection connection, FlowModels flow)
    {
        var words = from word in IndicatorWords from language in Languages select $"{word}_{language} varchar";
        connection.Execute($"""
            create table reference.indicator(indicator_id varchar, formula varchar, expression varchar, inputs varchar, unit_measure varchar,
                direction varchar, topic varchar, sources varchar, {string.Join(", ", words)})
            """);
        using var rows = DuckDbProvider.CreateAppender(connection, "reference", "indicator");
        foreach (var json in flow.IndicatorCards)
        {
            using var document = JsonDocument.Parse(json);
            var card = document.RootElement;
            string Text(string name) => card.GetProperty(name).GetString()!;
            rows.Add(Text("indicator_id")).Add(Text("formula")).Add(Text("expression")).Add(card.GetProperty("inputs").GetRawText()).Add(Text("unit_measure")).Add(Text("direction")).Add(Text("topic"));
            rows.Add(string.Join(", ", card.GetProperty("sources").EnumerateArray().Select(s => s.GetString())));
            foreach (var (word, language) in from word in IndicatorWords from language in Languages select (word, language))
            {
                rows.Add(card.GetProperty(word).GetProperty(language).GetString());
            }

            rows.EndRow();
        }

        rows.Complete();
    }
}
