using System.Globalization;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines.Building;
using SpIndicators.Tests.Architecture;
using SpIndicators.Tests.Data;

namespace SpIndicators.Tests.Pipelines;

/// <summary>
/// Golden/source[.layout]/{given,expected}.csv: real lines of each source with its oddities, a few bad lines, and the
/// rows they mean. All are read by the builder itself, as vintages of one home, once as given and once with their
/// columns turned round.
/// </summary>
public sealed class GoldenRows : IDisposable
{
    private const string Folder = "tests/SpIndicators.Tests/Pipelines/Golden";
    private const string Reversed = "reversed";
    private readonly TemporaryHome home = TemporaryHome.Empty();
    private readonly System.Data.Common.DbConnection built;

    public GoldenRows()
    {
        foreach (var name in Names)
        {
            var given = Records(name, "given.csv").ToList();
            home.Add(SourceOf(name), name, Csv(given));
            home.Add(SourceOf(name), name + Reversed, Csv(given.Select(line => line.Reverse().ToArray())));
        }

        var file = home.Aside("golden.duckdb");
        new WarehouseBuilder(SmallFlow.StagingOnly, home.Home, TimeProvider.System).Build(file, null, TestContext.Current.CancellationToken);
        built = DuckDbProvider.Open(new DuckDbOptions { DataSource = file });
    }

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, Folder)).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary><c>unsd_sdg.2019</c> is a layout of <c>unsd_sdg</c>.</summary>
    public static string SourceOf(string name) => name.Split('.')[0];

    /// <summary>The rows as the file of expectations states them, in its columns' order.</summary>
    public static IReadOnlyList<string> Expected(string name) =>
        [.. Records(name, "expected.csv").Skip(1).Select(Row).Order(StringComparer.Ordinal)];

    /// <summary>The rows the flow made, in the order of the expectations' columns.</summary>
    public IReadOnlyList<string> Read(string name, bool reversed = false)
    {
        var columns = Records(name, "expected.csv").First();
        using var command = built.CreateCommand();
        // The unit is the row's own, else that of its series, as clean.observation has it.
        command.CommandText = $"""
            select r.* exclude (source_id, vintage, snapshot_sha256, retrieved_at, released_on, is_newest) replace (coalesce(r.unit_measure, s.unit_measure) as unit_measure)
            from clean.stg_{SourceOf(name)} as r
            left join reference.series as s on s.source_id = r.source_id and s.series_code = r.series_code
            where r.vintage = '{name}{(reversed ? Reversed : "")}'
            """;
        using var reader = command.ExecuteReader();
        Assert.Equal(columns, Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Row([.. Enumerable.Range(0, reader.FieldCount).Select(i =>
                reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        built.Dispose();
        home.Dispose();
    }

    /// <summary>A row as one line; the seventh cell is the value, whose spelling does not matter.</summary>
    private static string Row(string[] cells)
    {
        cells[6] = double.TryParse(cells[6], CultureInfo.InvariantCulture, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : cells[6];
        return string.Join(" | ", cells);
    }

    private static IEnumerable<string[]> Records(string name, string file) =>
        CsvText.Records(new StringReader(SourceTree.Read($"{Folder}/{name}/{file}")));

    private static string Csv(IEnumerable<string[]> records) =>
        string.Concat(records.Select(r => string.Join(',', r.Select(Quoted)) + "\n"));

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
