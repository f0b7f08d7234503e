using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Pipelines;

namespace SpIndicators.Tests.Fetching;

/// <summary>A home without snapshots, an agency on this machine, and the real cards, all of whose services point there.</summary>
internal sealed class FetchBench : IAsyncDisposable
{
    private readonly Dictionary<string, SourceCard> sources = new(FlowModels.Embedded.Sources);
    private SourceFetching? fetching;

    public AgencyServer Server { get; } = new();

    public TemporaryHome Home { get; } = TemporaryHome.Empty();

    public TimeProvider Time { get; init; } = new HurriedTime();

    public IProgress<FetchProgress>? Progress { get; set; }

    /// <summary>What is done to the files of a fetch, for instance their disk taken away.</summary>
    public Func<Stream, Stream>? Handicap { get; set; }

    public HurriedTime Hurried => (HurriedTime)Time;

    /// <summary>Limits are longer than any wait, so that waits can be skipped and limits not.</summary>
    public FetchSettings Settings { get; set; } = new() { TryTimeout = TimeSpan.FromHours(1), TotalDeadline = TimeSpan.FromHours(5), MaxTries = 3 };

    public FlowModels Flow => new(FlowModels.Embedded.Models, sources, FlowModels.Embedded.IndicatorCards, FlowModels.Embedded.Corrections);

    /// <summary>Changes how a source is asked.</summary>
    public FetchBench Card(string source, Func<FetchCard, FetchCard> change)
    {
        sources[source] = sources[source] with { Fetch = change(sources[source].Fetch!) };
        return this;
    }

    /// <summary>Keeps one of a source's ways, and asks for a few series and lines only.</summary>
    public FetchBench Small(string source, int way, params string[] series) =>
        Card(source, card => card with { Ways = [FlowModels.Embedded.Sources[source].Fetch!.Ways[way] with { Series = null, MinRows = null }], Series = series, MinRows = 1 });

    public Task<FetchOutcome> Fetch(string source, int? from = null, int? to = null) => FetchUntil(source, from, to, TestContext.Current.CancellationToken);

    public async Task<FetchOutcome> FetchUntil(string source, int? from, int? to, CancellationToken cancellation)
    {
        fetching ??= new SourceFetching(Flow, Home.Home, Settings with { BaseAddresses = Bases() }, Time);
        fetching.Client.Handicap = Handicap;
        var outcome = await fetching.Fetch(source, from, to, Progress, cancellation);
        if (outcome is FetchOutcome.Failed failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(failed.Reason);
        }

        return outcome;
    }

    public SourceFetching Fetching => fetching!;

    public async Task<FetchOutcome.Landed> Landed(string source, int? from = null, int? to = null)
    {
        var outcome = await Fetch(source, from, to);
        return Assert.IsType<FetchOutcome.Landed>(outcome);
    }

    /// <summary>It fails, says these things, and nothing has landed.</summary>
    public async Task<FetchOutcome.Failed> IsRefused(string source, params string[] says)
    {
        var before = Snapshots();
        var failed = Assert.IsType<FetchOutcome.Failed>(await Fetch(source));
        Assert.All(says, s => Assert.Contains(s, failed.Reason, StringComparison.Ordinal));
        Assert.DoesNotContain(failed.Requests, r => r.Outcome == "new data");
        Assert.Equal(before, Snapshots());
        NothingIsLeft();
        return failed;
    }

    public void NothingIsLeft() => Assert.Empty(InLanding());

    /// <summary>What lies where fetches work, but for the empty files that keep their places.</summary>
    public IEnumerable<string> InLanding() =>
        Directory.EnumerateFileSystemEntries(Home.Home.Landing).Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".place", StringComparison.Ordinal));

    /// <summary>The files among the snapshots.</summary>
    public IReadOnlyList<string> Snapshots() =>
        [.. Directory.EnumerateFiles(Home.Home.Snapshots, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Home.Home.Snapshots, f)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a snapshot, line by line, header first.</summary>
    public static IReadOnlyList<string> Lines(Snapshot snapshot)
    {
        using var text = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(snapshot.FilePath), System.IO.Compression.CompressionMode.Decompress));
        return text.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    public async ValueTask DisposeAsync()
    {
        fetching?.Dispose();
        await Server.DisposeAsync();
        Home.Dispose();
    }

    private Dictionary<string, Uri> Bases() =>
        sources.Values.Where(s => s.Fetch is not null).SelectMany(s => s.Fetch!.Ways).Select(w => w.Base).Distinct().ToDictionary(b => b, _ => Server.Address);
}
