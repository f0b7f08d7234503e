using System.Net.Http.Headers;

namespace SpIndicators.Pipelines.Fetching.Http;

/// <summary>The bytes of an answer as they came so far; a further try goes on behind them where the agency lets it.</summary>
/// <param name="handicap">What a test does to the file.</param>
internal sealed class PartialBody(string path, Func<Stream, Stream>? handicap)
{
    private EntityTagHeaderValue? tag;
    private bool takesRanges;
    private bool isPacked;

    public string Path => path;

    public Func<Stream, Stream>? Handicap => handicap;

    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    public bool IsPacked => isPacked;

    /// <summary>Only a strong tag says that the bytes are the same ones.</summary>
    private bool CanGoOn => takesRanges && tag is { IsWeak: false } && Length > 0;

    public void AskForTheRest(HttpRequestMessage request)
    {
        if (CanGoOn)
        {
            request.Headers.Range = new RangeHeaderValue(Length, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(tag!);
        }
    }

    /// <summary>Whether an answer goes on behind the bytes at hand, byte for byte.</summary>
    public bool IsTheRest(HttpResponseMessage answer) =>
        CanGoOn && answer.Content.Headers.ContentRange?.From == Length && Equals(answer.Headers.ETag ?? tag, tag);

    /// <summary>Forgets what came so far.</summary>
    public void StartOver()
    {
        File.Delete(path);
        (tag, takesRanges, isPacked) = (null, false, false);
    }

    /// <summary>Writes the bytes behind those at hand, as many as may come.</summary>
    public async Task Append(HttpResponseMessage answer, long maxBytes, CancellationToken cancellation)
    {
        (tag, takesRanges) = (answer.Headers.ETag ?? tag, takesRanges || answer.Headers.AcceptRanges.Contains("bytes"));
        // The rest of packed bytes is packed, whether it says so or not.
        isPacked |= answer.Content.Headers.ContentEncoding.Contains("gzip");
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        await using var file = new OwnFile(path, FileMode.Append, handicap);
        var buffer = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (file.Position + read > maxBytes)
            {
                throw AgencyTrouble.WrongAnswer($"sent more than {maxBytes} bytes, the most its card allows; the rest was not read", (int)answer.StatusCode);
            }

            await file.Write(buffer.AsMemory(0, read), cancellation);
        }
    }
}
