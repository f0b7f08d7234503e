using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>
/// The DevTools protocol over two pipes: commands with answers, each message ended by a NUL byte; events are passed over.
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly Stream commands;
    private readonly Stream answers;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> waiting = [];
    private readonly CancellationTokenSource closing = new();
    private readonly Task reading;
    private long last;

    /// <param name="commands">What the browser reads; its end is the browser's end.</param>
    /// <param name="answers">What it writes.</param>
    public DevTools(Stream commands, Stream answers)
    {
        (this.commands, this.answers) = (commands, answers);
        reading = Task.Run(Read, CancellationToken.None);
    }

    /// <summary>True until the browser has gone.</summary>
    public bool IsOpen => !reading.IsCompleted;

    /// <summary>Sends a command and gives its result.</summary>
    /// <exception cref="ChromiumException">The browser refused it, or has gone.</exception>
    public async Task<JsonElement> Send(string method, object? parameters, string? session, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = answer;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = JsonSerializer.SerializeToNode(parameters ?? new object()) };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        try
        {
            await oneAtATime.WaitAsync(cancellation);
            try
            {
                // Never a reader's own token: a message broken off would garble the next one.
                await commands.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(message), 0], closing.Token);
                await commands.FlushAsync(closing.Token);
            }
            finally
            {
                oneAtATime.Release();
            }

            if (reading.IsCompleted)
            {
                throw new ChromiumException($"The browser has ended before it answered {method}.");
            }

            return await answer.Task.WaitAsync(cancellation);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException || (gone is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ChromiumException($"The browser cannot be reached: {gone.Message}", inner: gone);
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Lets go of the pipes: the browser ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await commands.DisposeAsync();
        await reading;
        await answers.DisposeAsync();
        oneAtATime.Dispose();
        closing.Dispose();
    }

    private async Task Read()
    {
        var message = new MemoryStream();
        var part = new byte[1 << 16];
        try
        {
            while (await answers.ReadAsync(part, closing.Token) is > 0 and var count)
            {
                var rest = part.AsMemory(0, count);
                for (var end = rest.Span.IndexOf((byte)0); end >= 0; end = rest.Span.IndexOf((byte)0))
                {
                    message.Write(rest.Span[..end]);
                    Take(message.GetBuffer().AsMemory(0, (int)message.Length));
                    message.SetLength(0);
                    rest = rest[(end + 1)..];
                }

                message.Write(rest.Span);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or JsonException)
        {
            // Told below to everyone who waits.
        }

        foreach (var answer in waiting.Values)
        {
            answer.TrySetException(new ChromiumException("The browser has ended while it was at work."));
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        if (root.TryGetProperty("id", out var id) && waiting.TryGetValue(id.GetInt64(), out var answer))
        {
            if (root.TryGetProperty("error", out var error))
            {
                answer.TrySetException(new ChromiumException($"The browser refused: {error.GetProperty("message").GetString()}"));
            }
            else
            {
                answer.TrySetResult(root.GetProperty("result").Clone());
            }
        }
    }
}
