using SpIndicators.Core.Operations;
using SpIndicators.Pipelines.Fetching.Http;

namespace SpIndicators.Pipelines.Fetching;

/// <summary>The connection of one fetcher to its service: asks, reads the answer, and writes each request down.</summary>
/// <param name="address">Of the service.</param>
/// <param name="places">Where the source may be read: the service may send on to these and to no other.</param>
internal sealed class AgencyLine(
    AgencyClient client, AgencyQuestion question, Uri address, IReadOnlyCollection<Uri> places, string folder, List<RunFetch> requests, IProgress<FetchProgress>? progress)
{
    /// <summary>What a request's outcome says until the end of the fetch says what its data were worth.</summary>
    public const string Answered = "answered";

    private int done;

    /// <summary>The first request of this fetch.</summary>
    public string? Url { get; private set; }

    /// <summary>Of the answer, where a single request gives all.</summary>
    public string? ETag { get; private set; }

    public string? LastModified { get; private set; }

    /// <summary>Requests known of so far.</summary>
    public int Total { get; set; } = 1;

    /// <summary>Asks for one part of several.</summary>
    /// <param name="path">Below the base address.</param>
    /// <param name="read">Reads the file; returns what it made of it and how many lines that is.</param>
    public async Task<T> Ask<T>(string path, IReadOnlyList<string> accept, Func<Stream, (T Value, long Rows)> read, CancellationToken cancellation)
        where T : notnull =>
        (await Ask(Request(path, accept), read, cancellation)).Value!;

    /// <summary>Asks for everything in one file, unless it is what the newest snapshot was made of.</summary>
    /// <returns>False and no value when the agency says that it is.</returns>
    public async Task<(bool IsNew, T? Value)> AskUnlessTheSame<T>(string path, IReadOnlyList<string> accept, Func<Stream, (T Value, long Rows)> read, CancellationToken cancellation)
    {
        var request = Request(path, accept);
        if (question.IsWhole && question.Newest is { } newest && newest.Url == request.Address.AbsoluteUri)
        {
            request = request with { ETag = newest.Etag, LastModified = newest.LastModified };
        }

        var (download, value) = await Ask(request, read, cancellation);
        if (question.IsWhole)
        {
            (ETag, LastModified) = (download.ETag, download.LastModified);
        }

        return (!download.IsNotModified, value);
    }

    private async Task<(Download Download, T? Value)> Ask<T>(FetchRequest request, Func<Stream, (T Value, long Rows)> read, CancellationToken cancellation)
    {
        var url = request.Address.AbsoluteUri;
        Url ??= url;
        var download = await client.Get(request, tried => requests.Add(Record(url, tried)), cancellation);
        try
        {
            var value = default(T);
            if (download.Path is { } path)
            {
                await using var bytes = File.OpenRead(path);
                (value, var rows) = read(bytes);
                requests[^1] = requests[^1] with { Sha256 = download.Sha256, Rows = rows };
            }

            progress?.Report(new FetchProgress(question.Source.SourceId, ++done, Math.Max(Total, done), url));
            return (download, value);
        }
        catch (FetchException wrong)
        {
            requests[^1] = requests[^1] with { Sha256 = download.Sha256, Outcome = wrong.Message };
            throw new FetchException($"{request.Host}: the answer to {url} {wrong.Message}.", wrong);
        }
        finally
        {
            if (download.Path is { } unpacked)
            {
                File.Delete(unpacked);
            }
        }
    }

    private FetchRequest Request(string path, IReadOnlyList<string> accept) => new(
        new Uri(address.AbsoluteUri.TrimEnd('/') + path), accept, question.Card.MaxBytes,
        TimeSpan.FromMilliseconds(question.Card.MinMillisecondsBetweenRequests), folder) { Places = places };

    private RunFetch Record(string url, FetchTry tried) =>
        new(question.Source.SourceId, url, tried.Status, tried.ETag, tried.Bytes, null, null, tried.Duration, tried.Trouble ?? Answered);
}
