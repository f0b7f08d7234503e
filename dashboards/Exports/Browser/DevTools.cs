using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpIndicators.Dashboards.Exports.Browser;

/// <summary>One connection of the DevTools protocol: commands with answers; events are passed over.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> waiting = [];
    private readonly CancellationTokenSource closing = new();
    private Task reading = Task.CompletedTask;
    private long last;

    /// <summary>True until the browser has gone.</summary>
    public bool IsOpen => socket.State == WebSocketState.Open && !reading.IsCompleted;

    public static async Task<DevTools> Connect(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, cancellation);
        tools.reading = Task.Run(tools.Read, CancellationToken.None);
        return tools;
    }

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
                // Never a reader's own token: a message broken off would end the connection for everybody.
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, closing.Token);
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
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException
            || (gone is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ChromiumException($"The browser cannot be reached: {gone.Message}", inner: gone);
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        socket.Abort();
        await reading;
        socket.Dispose();
        oneAtATime.Dispose();
        closing.Dispose();
    }

    private async Task Read()
    {
        var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(part, closing.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                bytes.Write(part, 0, received.Count);
                if (received.EndOfMessage)
                {
                    Take(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
                    bytes.SetLength(0);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or JsonException)
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
        if (root.TryGetProperty("id", out var id))
        {
            if (waiting.TryGetValue(id.GetInt64(), out var answer))
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
}
