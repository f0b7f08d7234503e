using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Fetching.Http;
using SpIndicators.Pipelines.Fetching.Landing;
using SpIndicators.Pipelines.Fetching.Rows;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Pipelines.Sources.ILO;
using SpIndicators.Pipelines.Sources.IMF;
using SpIndicators.Pipelines.Sources.UNSD;
using SpIndicators.Pipelines.Sources.WorldBank;

namespace SpIndicators.Pipelines.Fetching;

/// <summary>Asks agencies for their figures and lands them as snapshots. One of these a process: it knows whom it asked when.</summary>
public sealed class SourceFetching : IDisposable
{
    private readonly FlowModels flow;
    private readonly WarehouseHome home;
    private readonly FetchSettings settings;
    private readonly TimeProvider time;
    private readonly AgencyClient client;
    private readonly SnapshotLanding landing;
    private readonly Dictionary<string, IAgencyFetcher> fetchers;

    public SourceFetching(FlowModels flow, WarehouseHome home, FetchSettings settings, TimeProvider time)
    {
        (this.flow, this.home, this.settings, this.time) = (flow, home, settings, time);
        client = new AgencyClient(settings, time);
        landing = new SnapshotLanding(home, time);
        IAgencyFetcher[] all = [new IloSdmxCsv(), new IloBulkCsv(), new UnSdgApi(), new WorldBankApi(), new ImfSdmx(), new ImfDataMapper(time)];
        fetchers = all.ToDictionary(f => f.Kind, StringComparer.Ordinal);
        Fetchable = [.. flow.Sources.Values.Where(s => s.Fetch is not null).Select(s => s.SourceId).Order(StringComparer.Ordinal)];
    }

    /// <summary>Sources whose agency can be asked.</summary>
    public IReadOnlyList<string> Fetchable { get; }

    /// <summary>What asks; tests take its disk away.</summary>
    internal AgencyClient Client => client;

    /// <summary>Asks one source's agency, and lands what is new. Whatever is wrong is an answer; only a wish to stop is an exception.</summary>
    /// <param name="yearFrom">With <paramref name="yearTo"/>: only these years are taken; the others stay as the newest snapshot has them.</param>
    public async Task<FetchOutcome> Fetch(string sourceId, int? yearFrom, int? yearTo, IProgress<FetchProgress>? progress, CancellationToken cancellation)
    {
        var (source, card) = Asked(sourceId);
        var requests = new List<RunFetch>();
        using var deadline = new CancellationTokenSource(settings.TotalDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            RemoveLeftovers();
            using var place = await SourcePlace.Take(home, sourceId, time, either.Token);
            using var folder = LandingFolder.Open(home);
            var atHand = new SnapshotStore(home.Snapshots, flow.Sources).Of(sourceId);
            var question = new AgencyQuestion(source, card, card.Ways[0], yearFrom, yearTo, atHand.Count > 0 ? atHand[^1] : null);
            return Judged(await ByAnyWay(question, atHand, folder, requests, progress, either.Token), requests);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Judged(new FetchOutcome.Failed($"{source.Producer} was not read to the end within {settings.TotalDeadline.TotalMinutes} minutes.", requests), requests);
        }
        catch (Exception failure) when (failure is FetchException or SnapshotException or OwnDiskException)
        {
            return Judged(new FetchOutcome.Failed(failure.Message, requests), requests);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Judged(new FetchOutcome.Failed(OwnDiskException.Words(home.Path, failure), requests), requests);
        }
    }

    /// <summary>What would be asked, of the first service: the first page of each request. Nothing is asked.</summary>
    public IReadOnlyList<string> Plan(string sourceId, int? yearFrom, int? yearTo)
    {
        var (source, card) = Asked(sourceId);
        var way = card.Ways[0];
        var question = new AgencyQuestion(source, card, way, yearFrom, yearTo, null);
        var address = AddressOf(way).AbsoluteUri.TrimEnd('/');
        // A path that does not name series gives all of them at once.
        var requests = question.Series.Chunk(way.SeriesPerRequest).Select(series => address + question.Path(series));
        return [.. requests.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Removes what fetches of killed processes have left behind. Done before each fetch, too.</summary>
    public void RemoveLeftovers() => LandingFolder.RemoveLeftovers(home);

    public void Dispose() => client.Dispose();

    private (SourceCard Source, FetchCard Card) Asked(string sourceId) =>
        flow.Sources.TryGetValue(sourceId, out var source) && source.Fetch is { } card
            ? (source, card)
            : throw new ArgumentException($"'{sourceId}' is not a source that can be fetched; these are: {string.Join(", ", Fetchable)}.", nameof(sourceId));

    private Uri AddressOf(FetchWay way) => settings.BaseAddresses.GetValueOrDefault(way.Base, way.Address);

    private async Task<FetchOutcome> ByAnyWay(
        AgencyQuestion question, IReadOnlyList<Snapshot> atHand, LandingFolder folder, List<RunFetch> requests, IProgress<FetchProgress>? progress, CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var way in question.Card.Ways)
        {
            var asked = question with { Way = way };
            var line = new AgencyLine(client, asked, AddressOf(way), [.. question.Card.Ways.SelectMany(w => new[] { w.Address, AddressOf(w) })], folder.Path, requests, progress);
            var before = requests.Count;
            try
            {
                var answer = await fetchers[way.Kind].Fetch(asked, line, cancellation);
                return answer is null
                    ? new FetchOutcome.Unchanged(requests)
                    : await Land(asked, answer, line, atHand, folder, requests.Skip(before), requests, failures, cancellation);
            }
            catch (FetchException failure)
            {
                failures.Add(failure.Message);
            }
        }

        return new FetchOutcome.Failed(string.Join(" The second way: ", failures), requests);
    }

    private async Task<FetchOutcome> Land(
        AgencyQuestion question, AgencyAnswer answer, AgencyLine line, IReadOnlyList<Snapshot> atHand, LandingFolder folder,
        IEnumerable<RunFetch> made, List<RunFetch> requests, List<string> failures, CancellationToken cancellation)
    {
        var (rows, notes) = WholeVintage.Of(question, answer.Rows);
        if (failures.Count > 0)
        {
            notes = $"{notes} Read by the second way, because of the first: {string.Join(' ', failures)}";
        }

        var card = LandedCard.Of(question, answer, line, made, $"{notes} {answer.Notes}".Trim(), time.GetUtcNow());
        var newCodes = NewCodes.Of(rows, atHand);
        return await landing.Land(rows, card, question.Newest, folder, cancellation) is { } snapshot
            ? new FetchOutcome.Landed(snapshot, rows.Count, newCodes, requests)
            : new FetchOutcome.Unchanged(requests);
    }

    /// <summary>Says of each answered request what came of it.</summary>
    private static FetchOutcome Judged(FetchOutcome outcome, IReadOnlyList<RunFetch> requests)
    {
        var words = outcome switch
        {
            FetchOutcome.Landed => "new data",
            FetchOutcome.Unchanged => "no new data",
            _ => "answered, and not used",
        };
        return outcome with { Requests = [.. requests.Select(r => r.Outcome == AgencyLine.Answered ? r with { Outcome = words } : r)] };
    }
}
