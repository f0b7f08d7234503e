using System.Globalization;
using System.IO.Compression;
using System.Text;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Architecture;
using SpIndicators.Tests.DuckDb;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Pipelines;

/// <summary>Keeping what was read before must never show: neither in the rows nor, for ever, in the size of the file.</summary>
public sealed class IncrementalRefreshTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Sources = ["ilostat_sdg_0131_aggregates", "unsd_sdg", "worldbank_wdi_per"];
    private readonly TemporaryHome home = TemporaryHome.OfSources(Sources);
    private readonly FlowModels flow = SmallFlow.Of(["ilostat_sdg_0131", .. Sources]);

    [Fact]
    public void Refresh_AfterOneChangedValue_GivesWhatAFullRebuildGives()
    {
        Germany("99.5");
        Refresh(force: false);
        Germany("12.25");

        var incremental = Fingerprints(Refresh(force: false));
        var full = Fingerprints(Refresh(force: true));

        Expect.Nothing(incremental.Except(full).Select(r => $"incremental: {r}").Concat(full.Except(incremental).Select(r => $"full: {r}")));
        Assert.InRange(incremental.Count, 150, 500);
        Assert.Contains(incremental, r => r.StartsWith("indicators.coverage ", StringComparison.Ordinal));
    }

    /// <summary>
    /// A derived table as large as all else together, and of other rows each time: it must be written where the one it
    /// replaces was, not behind it.
    /// </summary>
    private static readonly SqlModel Large = SqlModel.Parse("4_indicators/large.sql", """
        -- indicators.large
        -- grain  one number
        select hash(n.range + c.total) as a, hash(n.range * c.total) as b
        from range(1000000) as n, (select sum(coverage) as total from indicators.coverage) as c
        """);

    [Fact]
    public void PublishedFile_OverManyRefreshes_StopsGrowing()
    {
        var sizes = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            Germany((90 + i).ToString(CultureInfo.InvariantCulture));
            sizes.Add(new FileInfo(Refresh(flow.And(Large), force: false)).Length);
        }

        output.WriteLine("Bytes of the published files, one value changed each time: " + string.Join(", ", sizes));
        // What is replaced after the builder's first checkpoint still shares the file with what replaces it: some of the
        // small tables. Twice the large one would be 1.8 times the first file.
        Assert.All(sizes, size => Assert.InRange(size, 1, (long)(sizes[0] * 1.5)));
    }

    public void Dispose() => home.Dispose();

    /// <summary>The ILO's release with another value for Germany, any benefit, 2020.</summary>
    private void Germany(string value)
    {
        var embedded = Path.Combine(SourceTree.Root, "data", "snapshots", "ilostat_sdg_0131", "2022-04-17", "ilostat_sdg_0131.csv.gz");
        using var text = new StreamReader(new GZipStream(File.OpenRead(embedded), CompressionMode.Decompress), Encoding.UTF8);
        const string Line = "DEU,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,";
        var csv = text.ReadToEnd().Replace(Line + "99.5,", Line + value + ",", StringComparison.Ordinal);
        home.Add("ilostat_sdg_0131", "2022-04-17", TemporaryHome.Gzip(csv), 4494, "ilostat_sdg_0131.csv.gz");
    }

    private string Refresh(bool force) => Refresh(flow, force);

    private string Refresh(FlowModels models, bool force)
    {
        var result = new Refresh(models, home.Home, TimeProvider.System).Run(force, null, TestContext.Current.CancellationToken);
        Assert.True(result.Published);
        return home.Home.Warehouse.FileOf(result.Vintage);
    }

    /// <summary>Each relation with its rows' number and a sum over all cells: equal lines are equal tables.</summary>
    private static List<string> Fingerprints(string file)
    {
        using var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = file, ReadOnly = true });
        var relations = new List<string>();
        using (var command = connection.Command(
            "select table_schema || '.\"' || table_name || '\"' from information_schema.tables where table_schema in ('reference', 'clean', 'indicators') order by 1"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                relations.Add(reader.GetString(0));
            }
        }

        return [.. relations.Select(r =>
            $"{r.Replace("\"", "", StringComparison.Ordinal)} {connection.Value($"select count(*) || ' rows, ' || coalesce(sum(hash(t)), 0) from {r} as t")}")];
    }
}
