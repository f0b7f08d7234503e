using SpIndicators.Pipelines;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Warehouse.Publishing;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>From an agency's answer to what readers see: the ILO's embedded release, served once more in the layout of its SDMX service, with one figure changed and one new.</summary>
public sealed class FetchedFlowTests : IAsyncDisposable
{
    private readonly FetchBench bench = new();

    [Fact]
    public async Task AnswerOfTheIlo_OnceLanded_IsPublishedWithItsRevisions()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var clone = Path.Combine(Architecture.SourceTree.Root, "data", "snapshots", Source, "2022-04-17", $"{Source}.csv.gz");
        var text = await Unpacked(clone);
        bench.Home.Add(Source, "2022-04-17", TemporaryHome.Gzip(text), 4494, $"{Source}.csv.gz");
        var flow = SmallFlow.Of(Source);
        var before = new Refresh(flow, bench.Home.Home, TimeProvider.System).Run(false, null, cancellation);
        bench.Server.On(SdmxPath, AsSdmx(text), "text/csv");

        var landed = await bench.Landed(Source);
        var after = new Refresh(flow, bench.Home.Home, TimeProvider.System).Run(false, null, cancellation);

        Assert.True(after.Published);
        Assert.Equal((4495L, 2 * before.Observations + 1, before.Rejected * 2), (landed.Rows, after.Observations, after.Rejected));
        using var warehouse = new PublishedWarehouse(bench.Home.Home.Warehouse, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        Assert.Equal(
            [("DEU", 2020, 99.6), ("DEU", 2023, 99.7)],
            session.Query<(string, int, double)>($"select ref_area, time_period::int, obs_value from clean.observation where source_id = '{Source}' and vintage = '2026-11-23' and series_code = 'SOC_CONTIG_TOTAL' and sex = '_T' and ref_area = 'DEU' and time_period >= 2020 order by all"));
        Assert.Equal(
            [("added", 2023, null, 99.7), ("changed", 2020, 99.5, 99.6)],
            session.Query<(string, int, double?, double?)>("select change, time_period::int, value_from, value_to from indicators.revision where ref_area = 'DEU' order by all"));
        Assert.Equal(landed.Snapshot.Sha256, session.Query<string>("select distinct snapshot_sha256 from indicators.snapshot where vintage = '2026-11-23'").Single());
    }

    [Fact]
    public async Task AgencyThatFails_ChangesNothingReadersSee()
    {
        bench.Home.Add(Source, "2022-04-17", SpIndicators.Tests.Pipelines.BadInput.SpoiledSnapshot.Good);
        var refresh = new Refresh(SmallFlow.Of(Source), bench.Home.Home, TimeProvider.System);
        var before = refresh.Run(false, null, TestContext.Current.CancellationToken);
        bench.Server.On(SdmxPath, "<html>down</html>", "text/html").On(BulkPath, (context, _) => AgencyServer.Status(context, 500));

        await bench.IsRefused(Source, "sent a web page", "answered 500");

        var after = refresh.Run(false, null, TestContext.Current.CancellationToken);
        Assert.False(after.Published);
        Assert.Equal(before.Vintage, after.Vintage);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static async Task<string> Unpacked(string file)
    {
        using var text = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress));
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The embedded figures (ILO, CC BY 4.0) in the other layout, the last line first, one changed and one SYNTHETIC.</summary>
    private static string AsSdmx(string bulk)
    {
        var lines = bulk.TrimEnd('\n').Split('\n').Skip(1).Reverse().Select(l => l.Split(',')).ToList();
        // Notes with commas are quoted; none of these lines needs more than its first seven fields.
        var same = lines.Select(f => Sdmx(f[0], f is ["DEU", _, _, "SEX_T", "SOC_CONTIG_TOTAL", "2020", ..] ? "99.6" : f[6], f[5], f[3], f[4], f[1]));
        return SdmxHeader + string.Concat(same) + Sdmx("DEU", "99.7", "2023", source: lines[0][1]);
    }
}
