using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpIndicators.Tests.Fetching;

/// <summary>An agency on this machine: a real server that answers as a test tells it, and remembers what it was asked.</summary>
internal sealed class AgencyServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, int, Task>> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public AgencyServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(System.Net.IPAddress.Loopback, 0);
            k.AllowSynchronousIO = false;
        });
        // A drip is to reach the client, not to be ended here.
        builder.Services.Configure<KestrelServerOptions>(k => k.Limits.MinResponseDataRate = null);
        app = builder.Build();
        app.Run(Answer);
        app.Start();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    /// <summary>Path and query of each request, in turn.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentQueue<IHeaderDictionary> Headers { get; } = new();

    /// <summary>Answers a path, with or without its query; the number is how often it was asked before.</summary>
    public AgencyServer On(string path, Func<HttpContext, int, Task> answer)
    {
        answers[path] = answer;
        return this;
    }

    public AgencyServer On(string path, string body, string type = "application/json") => On(path, (context, _) => Send(context, body, type));

    public static Task Send(HttpContext context, string body, string type) => Send(context, Encoding.UTF8.GetBytes(body), type);

    public static async Task Send(HttpContext context, byte[] body, string? type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static Task Status(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    }

    /// <summary>Sends some of the bytes it announced; the server then closes the connection by itself.</summary>
    public static async Task BreakOff(HttpContext context, byte[] body, int after, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, after), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        var (path, whole) = (context.Request.Path.ToString(), context.Request.Path + context.Request.QueryString.ToString());
        Asked.Enqueue(whole);
        Headers.Enqueue(context.Request.Headers.Aggregate(new HeaderDictionary(), (all, header) => { all[header.Key] = header.Value; return all; }));
        var before = counts.AddOrUpdate(whole, 0, (_, n) => n + 1);
        return answers.TryGetValue(whole, out var answer) || answers.TryGetValue(path, out answer) ? answer(context, before) : Status(context, 404);
    }
}
