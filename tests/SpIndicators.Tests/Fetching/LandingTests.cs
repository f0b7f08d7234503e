using System.Text.Json.Nodes;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Pipelines;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>A snapshot lands whole, with a card that a build accepts, or not at all.</summary>
public sealed class LandingTests : IAsyncDisposable
{
    private readonly FetchBench bench = Bench();

    [Fact]
    public async Task LandedSnapshot_IsWhatItsCardSays()
    {
        bench.Server.On(SdmxPath, Two, "text/csv");

        var landed = await bench.Landed(Source);

        SnapshotVerification.Verify(landed.Snapshot, bench.Flow.Sources[Source]);
        var card = JsonNode.Parse(await File.ReadAllTextAsync(landed.Snapshot.CardPath, TestContext.Current.CancellationToken))!;
        Assert.Equal("International Labour Organization (ILO)", card["producer"]!.GetValue<string>());
        Assert.Equal("ILO, ILOSTAT, SDG indicator 1.3.1 (SDG_0131_SEX_SOC_RT), retrieved 23 November 2026", card["citation"]!.GetValue<string>());
        Assert.Equal("CC BY 4.0", card["licence"]!.GetValue<string>());
        Assert.EndsWith("DF_SDG_0131_SEX_SOC_RT?format=csv", card["url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(card["requests"]!.AsArray())!["rows"]!.GetValue<long>());
        Assert.Equal([$"{Source}/2026-11-23/{Source}.csv.gz", $"{Source}/2026-11-23/{Source}.csv.gz.snapshot.json"], bench.Snapshots());
    }

    [Fact]
    public async Task SameText_AsAnEmbeddedSnapshotWhoseCardHasNoSum_IsNoNewData()
    {
        bench.Server.On(SdmxPath, Two, "text/csv");
        var text = string.Join('\n', FetchBench.Lines((await bench.Landed(Source)).Snapshot)) + "\n";
        Directory.Delete(Path.Combine(bench.Home.Home.Snapshots, Source), recursive: true);
        bench.Home.Add(Source, "2022-04-17", TemporaryHome.Gzip(text), 2, $"{Source}.csv.gz");

        Assert.IsType<SpIndicators.Pipelines.Fetching.FetchOutcome.Unchanged>(await bench.Fetch(Source));
    }

    [Fact]
    public async Task SeveralVintages_OfOneDay_AreReadInTheOrderTheyCame()
    {
        bench.Server.On(SdmxPath, (context, before) => AgencyServer.Send(context, SdmxHeader + Sdmx("DEU", $"{before}"), "text/csv"));

        string[] vintages = [(await bench.Landed(Source)).Snapshot.Vintage, (await bench.Landed(Source)).Snapshot.Vintage, (await bench.Landed(Source)).Snapshot.Vintage];

        Assert.Equal(["2026-11-23", "2026-11-23.02", "2026-11-23.03"], vintages);
        Assert.Equal(vintages, new SnapshotStore(bench.Home.Home.Snapshots, bench.Flow.Sources).All().Select(s => s.Vintage));
    }

    [Fact]
    public async Task TwoFetches_OfOneSourceAtATime_GoOneAfterTheOther()
    {
        var (now, most) = (0, 0);
        bench.Server.On(SdmxPath, async (context, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref now);
            await AgencyServer.Send(context, Two, "text/csv");
        });

        var outcomes = await Task.WhenAll(bench.Fetch(Source), bench.Fetch(Source));

        Assert.Equal(1, most);
        Assert.Single(outcomes, outcome => outcome is SpIndicators.Pipelines.Fetching.FetchOutcome.Landed);
        Assert.Single(outcomes, outcome => outcome is SpIndicators.Pipelines.Fetching.FetchOutcome.Unchanged);
    }

    [Fact]
    public async Task Leftovers_OfAKilledFetch_AreRemovedAndThoseOfALivingOneStay()
    {
        bench.Server.On(SdmxPath, Two, "text/csv");
        var landing = bench.Home.Home.Landing;
        foreach (var name in new[] { "dead", "living" })
        {
            Directory.CreateDirectory(Path.Combine(landing, name));
            await File.WriteAllTextAsync(Path.Combine(landing, name, "half.part"), "half a file", TestContext.Current.CancellationToken);
        }

        using (new FileStream(Path.Combine(landing, "living.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await bench.Landed(Source);
        }

        Assert.Equal(["living", "living.lock"], bench.InLanding().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task BackFill_OfSomeYears_ReplacesThoseAndKeepsTheOthers()
    {
        bench.Home.Add(Source, "2022-04-17", BulkHeader + string.Concat(Enumerable.Range(2018, 3).Select(y => $"DEU,old,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,{y},1,,,,\n")));
        bench.Server.On(SdmxPath, SdmxHeader + Sdmx("DEU", "2", "2019", source: "new") + Sdmx("FRA", "3", "2019", source: "new") + Sdmx("DEU", "9", "2021", source: "not asked for"), "text/csv");

        var landed = await bench.Landed(Source, 2019, 2020);

        Assert.EndsWith("?format=csv&startPeriod=2019&endPeriod=2020", Assert.Single(bench.Server.Asked), StringComparison.Ordinal);
        Assert.Equal(
            ["DEU,old 2018 1", "DEU,new 2019 2", "FRA,new 2019 3"],
            FetchBench.Lines(landed.Snapshot).Skip(1).Select(l => l.Split(',')).Select(f => $"{f[0]},{f[1]} {f[5]} {f[6]}").OrderBy(l => l[8..], StringComparer.Ordinal));
        Assert.Equal("Only 2019 to 2020 fetched (2 lines); the other 1 lines are those of vintage 2022-04-17.", landed.Snapshot.Notes);
        // A part of a file is not what the whole one would be asked for by.
        Assert.Null(landed.Snapshot.Etag);
    }

    [Fact]
    public async Task BackFill_ThatGivesNothing_IsRefused()
    {
        bench.Server.On(SdmxPath, Two, "text/csv");

        var failed = Assert.IsType<SpIndicators.Pipelines.Fetching.FetchOutcome.Failed>(await bench.Fetch(Source, 1990, 1995));

        Assert.Contains("the agency has no line of 1990 to 1995", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_KilledInTheMiddle_LeavesNoSnapshotAndTheNextOneCleansUp()
    {
        bench.Server.On(SdmxPath, async (context, before) =>
        {
            if (before == 0)
            {
                await AgencyServer.BreakOff(context, TwoBytes, 300, "text/csv");
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await AgencyServer.Send(context, TwoBytes, "text/csv");
        });

        await FetchProcess.KillInTheMiddle(bench.Home.Home, bench.Server);

        Assert.Empty(bench.Snapshots());
        Assert.NotEmpty(Directory.EnumerateFiles(bench.Home.Home.Landing, "*.part", SearchOption.AllDirectories));
        var landed = await bench.Landed(Source);
        SnapshotVerification.Verify(landed.Snapshot, bench.Flow.Sources[Source]);
        bench.NothingIsLeft();
    }

    [Fact]
    public async Task Plan_OfAFetch_SaysWhatWouldBeAskedAndAsksNothing()
    {
        bench.Server.On(SdmxPath, Two, "text/csv");
        await bench.Landed(Source);

        var address = bench.Server.Address.AbsoluteUri.TrimEnd('/');
        Assert.Equal([$"{address}{SdmxPath}?format=csv&startPeriod=2015&endPeriod=2100"], bench.Fetching.Plan(Source, 2015, null));
        Assert.Equal(4, bench.Fetching.Plan("worldbank_wdi", null, null).Count);
        Assert.Single(bench.Server.Asked);
    }

    [Fact]
    public async Task Source_ThatNobodyFetches_IsNamed()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => bench.Fetch("oecd_crs_social_protection_aid"));

        Assert.Contains("these are: ilo_informal_employment, ilostat_sdg_0131, imf_weo, unsd_sdg, worldbank_wdi, worldbank_wdi_per", error.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
