using System.Net;
using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>
/// Brings files from agencies to disk: in turn, again where it may help, on from where it broke off, never more than
/// allowed, and only what looks like the file that was asked for.
/// </summary>
internal sealed class AgencyClient : IDisposable
{
    private const int MostRedirects = 5;

    private readonly FetchSettings settings;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly HostTurns turns;
    private readonly Persistence persistence;

    public AgencyClient(FetchSettings settings, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        turns = new HostTurns(time);
        persistence = new Persistence(settings, time);
        // Packed bytes are unpacked here, where they are counted; the limits on time are the pipeline's; who sends on to whom is looked at.
        http = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.None,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = settings.ConnectTimeout,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(settings.UserAgent);
    }

    /// <summary>What a test does to the files an answer is written to.</summary>
    internal Func<Stream, Stream>? Handicap { get; set; }

    /// <param name="told">Hears of each try.</param>
    /// <exception cref="OwnDiskException">The answer could not be written here.</exception>
    /// <exception cref="FetchException">There is no such file to be had; the message says why.</exception>
    public async Task<Download> Get(FetchRequest request, Action<FetchTry> told, CancellationToken cancellation)
    {
        var body = new PartialBody(Path.Combine(request.Folder, $"{Guid.NewGuid():N}.part"), Handicap);
        var tries = 0;
        try
        {
            return await persistence.Of(request.Host).ExecuteAsync(
                async token =>
                {
                    tries++;
                    await turns.Wait(request.Host, request.MinGap, token);
                    return await persistence.Try.ExecuteAsync(async limited => await Told(request, body, told, limited), token);
                },
                cancellation);
        }
        catch (BrokenCircuitException)
        {
            throw new FetchException($"{request.Host} failed {settings.FailuresUntilPause} times in a row and is left alone for {settings.Pause.TotalMinutes} minutes.");
        }
        catch (TimeoutRejectedException)
        {
            throw new FetchException($"{request.Host} did not send a whole answer within {settings.TryTimeout.TotalSeconds} seconds{Times(tries)}.");
        }
        catch (AgencyTrouble trouble)
        {
            throw new FetchException($"{request.Host} {trouble.Message}{Times(tries)}.", trouble);
        }
        finally
        {
            body.StartOver();
        }
    }

    public void Dispose() => http.Dispose();

    private static string Times(int tries) => tries > 1 ? $" (tried {tries} times)" : "";

    private async Task<Download> Told(FetchRequest request, PartialBody body, Action<FetchTry> told, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            var download = await Try(request, body, cancellation);
            told(new FetchTry(download.Status, download.ETag, download.Bytes, time.GetElapsedTime(started), Trouble: null));
            return download;
        }
        catch (OwnDiskException own)
        {
            told(new FetchTry(null, null, body.Length, time.GetElapsedTime(started), own.Message));
            throw;
        }
        catch (Exception failure) when (failure is AgencyTrouble or HttpRequestException or IOException or OperationCanceledException)
        {
            var trouble = failure as AgencyTrouble ?? (cancellation.IsCancellationRequested ? null : AgencyTrouble.NoAnswer(Words(failure, body.Length)));
            told(new FetchTry(trouble?.Status, null, body.Length, time.GetElapsedTime(started), trouble?.Message ?? "stopped: the time for it was over, or a person stopped it"));
            if (trouble?.RetryAfter is { } wait && wait <= settings.LongestWait)
            {
                turns.NotBefore(request.Host, wait);
            }

            throw trouble ?? failure;
        }
    }

    private string Words(Exception failure, long bytes) => failure switch
    {
        OperationCanceledException => $"did not take the connection within {settings.ConnectTimeout.TotalSeconds} seconds",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } => $"cannot be reached: {failure.Message}",
        _ => bytes > 0 ? $"broke off after {bytes} bytes" : "closed the connection without an answer",
    };

    private async Task<Download> Try(FetchRequest request, PartialBody body, CancellationToken cancellation)
    {
        using var answer = await Send(request, body, cancellation);
        var status = (int)answer.StatusCode;
        var (tag, modified) = (answer.Headers.ETag?.ToString(), answer.Content.Headers.NonValidated.TryGetValues("Last-Modified", out var dates) ? dates.ToString() : null);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.NotModified when request.IsConditional:
                return new Download(null, 0, null, status, tag ?? request.ETag, modified ?? request.LastModified);
            case HttpStatusCode.PartialContent when body.IsTheRest(answer):
                break;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                body.StartOver();
                throw AgencyTrouble.NoAnswer("sent another part of the file than was asked for", status);
            case HttpStatusCode.OK:
                body.StartOver();
                break;
            default:
                throw AgencyTrouble.Of(answer, time.GetUtcNow());
        }

        CheckHeaders(request, answer);
        await body.Append(answer, request.MaxBytes, cancellation);
        try
        {
            var (path, bytes, sha256) = await WholeBody.Unpack(body, request.MaxBytes, status, cancellation);
            return new Download(path, bytes, sha256, status, tag, modified);
        }
        catch (AgencyTrouble)
        {
            body.StartOver();
            throw;
        }
        catch (IOException own)
        {
            // The connection is over by now: whatever fails here are our files.
            throw new OwnDiskException(request.Folder, own);
        }
    }

    /// <summary>Follows where the agency sends on to itself, and nowhere else: a card names whom the figures are from.</summary>
    private async Task<HttpResponseMessage> Send(FetchRequest request, PartialBody body, CancellationToken cancellation)
    {
        var address = request.Address;
        for (var followed = 0; ; followed++)
        {
            using var message = Message(request, address, body);
            var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer is not { StatusCode: HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } location })
            {
                return answer;
            }

            answer.Dispose();
            var next = new Uri(address, location);
            address = followed == MostRedirects ? throw AgencyTrouble.WrongAnswer($"sends on and on, {MostRedirects} times so far", (int)answer.StatusCode)
                : request.MayFollow(next) ? next
                : throw AgencyTrouble.WrongAnswer($"sends on to {next.GetLeftPart(UriPartial.Authority)}, which is not among the addresses of this source; nothing was asked there", (int)answer.StatusCode);
        }
    }

    private static HttpRequestMessage Message(FetchRequest request, Uri address, PartialBody body)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var type in request.Accept)
        {
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }

        message.Headers.AcceptEncoding.ParseAdd("gzip");
        body.AskForTheRest(message);
        if (message.Headers.Range is null && request.IsConditional)
        {
            // As the agency wrote them: what it does not understand it should not be blamed for.
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        return message;
    }

    private static void CheckHeaders(FetchRequest request, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (type is null || !request.Accept.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            var sent = type switch { null => "an answer that does not say what it is", "text/html" => "a web page (text/html)", _ => type };
            throw AgencyTrouble.WrongAnswer($"sent {sent} instead of {request.Accept[0]}", status);
        }

        if (answer.Content.Headers.ContentEncoding.FirstOrDefault(e => e is not ("gzip" or "identity")) is { } packing)
        {
            throw AgencyTrouble.WrongAnswer($"sent bytes packed as '{packing}', which was not asked for", status);
        }

        if (answer.Content.Headers.ContentLength is { } length && length > request.MaxBytes)
        {
            throw AgencyTrouble.WrongAnswer($"announced {length} bytes; its card allows {request.MaxBytes}", status);
        }
    }
}
