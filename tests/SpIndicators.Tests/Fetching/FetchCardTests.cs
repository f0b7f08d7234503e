using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Building;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Pipelines;

namespace SpIndicators.Tests.Fetching;

/// <summary>What cards say on fetching fits the snapshots at hand and the fetchers there are.</summary>
public sealed class FetchCardTests
{
    public static TheoryData<string> Sources => [.. Cards.Keys];

    private static Dictionary<string, SourceCard> Cards => FlowModels.Embedded.Sources.Where(s => s.Value.Fetch is not null).ToDictionary();

    [Theory]
    [MemberData(nameof(Sources))]
    public void Card_OfASourceThatIsFetched_AsksPolitelyAndUnderTerms(string source)
    {
        var card = Cards[source].Fetch!;

        Assert.InRange(card.MinMillisecondsBetweenRequests, 250, 60_000);
        Assert.StartsWith("https://", card.TermsUrl, StringComparison.Ordinal);
        Assert.All(card.Ways, way => Assert.Equal(("https", "/"), (way.Address.Scheme, way.Address.AbsolutePath)));
        Assert.All(card.Ways, way => Assert.StartsWith("/", way.Path, StringComparison.Ordinal));
        Assert.NotEmpty(card.Series);
        Assert.Distinct(card.Series);
        Assert.NotEmpty(Cards[source].Key);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Series_OfACard_StandInTheNewestEmbeddedSnapshot(string source)
    {
        var snapshot = new SnapshotStore(Path.Combine(Architecture.SourceTree.Root, "data", "snapshots"), FlowModels.Embedded.Sources).Of(source)[^1];
        var column = Cards[source].SeriesColumn!;
        using var lines = new SpIndicators.Pipelines.Fetching.Rows.CsvLines(new System.IO.Compression.GZipStream(File.OpenRead(snapshot.FilePath), System.IO.Compression.CompressionMode.Decompress));
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (lines.Read())
        {
            met.Add(lines[column]);
        }

        Assert.Equal(met.Order(StringComparer.Ordinal), Cards[source].Fetch!.Series.Order(StringComparer.Ordinal));
        Assert.InRange(Cards[source].Fetch!.MinRows, snapshot.Rows / 2, snapshot.Rows);
    }

    [Fact]
    public void Way_WithFewerSeries_NamesNoOtherOnesAndSaysWhatItDoesNotPrint()
    {
        var card = Cards["imf_weo"].Fetch!;
        var mapper = card.Ways.Single(w => w.Kind == "imf_datamapper");

        Assert.Empty(mapper.Series!.Except(card.Series));
        Assert.All(mapper.Series!, s => Assert.Equal(["scale", "units"], mapper.SeriesColumns[s].Keys.Order(StringComparer.Ordinal)));
        Assert.True(mapper.KeepsOtherSeries);
    }

    [Fact]
    public void HowAnAgencyIsAsked_ChangesNoBuild()
    {
        using var home = TemporaryHome.OfSources("ilostat_sdg_0131");
        var flow = FlowModels.Embedded;
        var unasked = new FlowModels(flow.Models, flow.Sources.ToDictionary(s => s.Key, s => s.Value with { Fetch = null }), flow.IndicatorCards, flow.Corrections);

        Assert.Equal(InputFingerprint.Of(flow, home.Home), InputFingerprint.Of(unasked, home.Home));
    }

    [Fact]
    public void Settings_ByDefault_GiveATryLessTimeThanTheWhole()
    {
        var settings = new FetchSettings();

        Assert.True(settings.TryTimeout < settings.TotalDeadline && settings.LongestWait < settings.TotalDeadline);
        Assert.Empty(settings.BaseAddresses);
    }
}
