using System.Globalization;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Architecture;
using SpIndicators.Tests.Data;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A new vintage of one source, every figure of it halved, changes no number that is not made of that source.</summary>
public sealed class VintageIndependenceTests(BuiltWarehouse warehouse, ITestOutputHelper output)
{
    /// <summary>A value is made of a source when one of its inputs is, or a value that is an input of it.</summary>
    private const string Values = """
        with of_source as (
            select distinct indicator_id, ref_area, time_period, sex, contingency from indicators.indicator_input where source_id = $source
        ),
        dependent as (
            from of_source
            union
            select i.indicator_id, i.ref_area, i.time_period, i.sex, i.contingency
            from indicators.indicator_input as i
            join of_source as d on d.indicator_id = i.series_code and d.ref_area = i.source_area
        )
        select concat_ws(' ', v.indicator_id, v.ref_area, v.time_period, v.sex, v.contingency), v.obs_value, v.flags, d.indicator_id is not null
        from indicators.indicator_value as v
        left join dependent as d using (indicator_id, ref_area, time_period, sex, contingency)
        """;

    /// <summary>Halved, no country is near 100 any more and some indicators lose it: that check is for real releases.</summary>
    private static readonly FlowModels Flow = FlowModels.Embedded.WithoutChecks("indicators_did_not_lose_countries");

    [Theory]
    [InlineData("unuwider_grd", "2021", "social_contributions")]
    [InlineData("ilostat_sdg_0131", "2022-04-17", "obs_value")]
    public void Numbers_NotMadeOfASource_StayWhenItPublishes(string source, string vintage, string column)
    {
        using var home = TemporaryHome.OfSources([.. Directory.GetDirectories(Path.Combine(SourceTree.Root, "data", "snapshots")).Select(Path.GetFileName).OfType<string>().Where(s => s != source)]);
        var place = Directory.CreateDirectory(Path.Combine(home.Home.Snapshots, source)).FullName;
        var embedded = Path.Combine(SourceTree.Root, "data", "snapshots", source, vintage);
        Directory.CreateSymbolicLink(Path.Combine(place, vintage), embedded);
        var file = home.Add(source, "2026-11-01", Halved(Path.Combine(embedded, $"{source}.csv.gz"), column));
        TemporaryHome.EditCard(file, card => card["released_on"] = "2026-11-01");
        Directory.CreateDirectory(home.Home.Warehouse.Path);
        foreach (var published in Directory.GetFiles(warehouse.Folder.Path))
        {
            File.Copy(published, Path.Combine(home.Home.Warehouse.Path, Path.GetFileName(published)));
        }

        Assert.True(new Refresh(Flow, home.Home, TimeProvider.System).Run(false, null, TestContext.Current.CancellationToken).Published);

        var before = Rows(warehouse.Open(), source);
        using var next = new PublishedWarehouse(home.Home.Warehouse, TimeProvider.System);
        var after = Rows(next.TryOpen()!, source);
        var moved = before.Keys.Union(after.Keys).Where(k => !Same(before.GetValueOrDefault(k), after.GetValueOrDefault(k))).ToList();
        bool Depends(string key) => before.GetValueOrDefault(key)?.Depends is true || after.GetValueOrDefault(key)?.Depends is true;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{source}: {before.Values.Count(v => v.Depends)} of {before.Count} values are made of it, {moved.Count} moved"));
        Expect.Nothing(moved.Where(k => !Depends(k)).Select(k => $"{k}: {before.GetValueOrDefault(k)} became {after.GetValueOrDefault(k)}").Take(20));
        Assert.InRange(moved.Count, 50, before.Count);
    }

    private static Dictionary<string, Row> Rows(WarehouseSession session, string source)
    {
        using (session)
        {
            return session.Query<(string Key, double? Value, string Flags, bool Depends)>(Values, new { source })
                .ToDictionary(v => v.Key, v => new Row(v.Value, v.Flags, v.Depends), StringComparer.Ordinal);
        }
    }

    private static bool Same(Row? one, Row? other) =>
        one is not null && other is not null && one.Flags == other.Flags && one.Value is null == other.Value is null
        && Math.Abs((one.Value ?? 0) - (other.Value ?? 0)) <= 1e-12 * Math.Max(1, Math.Abs(one.Value ?? 0));

    private static string Halved(string file, string column)
    {
        using var packed = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        var records = CsvText.Records(text).Select(r => r.ToArray()).ToList();
        var at = Array.IndexOf(records[0], column);
        foreach (var record in records.Skip(1).Where(r => r[at].Length > 0))
        {
            record[at] = (double.Parse(record[at], CultureInfo.InvariantCulture) / 2).ToString("R", CultureInfo.InvariantCulture);
        }

        return string.Concat(records.Select(r => string.Join(',', r.Select(f => f.Contains(',', StringComparison.Ordinal) ? $"\"{f}\"" : f)) + "\n"));
    }

    private sealed record Row(double? Value, string Flags, bool Depends);
}
