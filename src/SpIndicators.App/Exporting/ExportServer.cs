using System.Net;
using System.Text.Json;
using SpIndicators.App.Serving;
using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Exporting;

/// <summary>
/// The dashboard for this process alone, on a free port of this machine: what the command line exports is what the
/// addresses of the pages give, made by the same code.
/// </summary>
internal sealed class ExportServer : IAsyncDisposable
{
    /// <summary>Ends the name of a file that is still being written.</summary>
    public const string Partial = ".partial";

    private static readonly string[] Said = ["title", "detail"];
    private readonly WebApplication app;
    private readonly HttpClient client;

    private ExportServer(WebApplication app)
    {
        this.app = app;
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(10) };
    }

    /// <summary>Asks this server.</summary>
    public HttpClient Client => client;

    /// <exception cref="PublishException">Nothing is published.</exception>
    public static async Task<ExportServer> Start(WarehouseHome home, Settings settings, bool verbose, TimeProvider time, CancellationToken cancellation)
    {
        using (var warehouse = new PublishedWarehouse(home.Warehouse, time))
        using (var session = warehouse.TryOpen() ?? throw new PublishException(warehouse.WhyNot(null)))
        {
            // Told now and by name, not as a page that says so.
        }

        // Addresses in the files lead to where people read, not to the port of this process.
        if (settings.PublicAddress is null)
        {
            await System.Console.Error.WriteLineAsync($"Links in what is written begin with {Verbs.ServeVerb.DefaultUrl}: set PublicAddress in settings.json (or SPI_PublicAddress) to where others reach the pages.");
        }

        var app = WebServer.BuildToRead(home, settings with { PublicAddress = settings.PublicAddress ?? new Uri(Verbs.ServeVerb.DefaultUrl) }, verbose, time);
        await app.StartAsync(cancellation);
        return new(app);
    }

    /// <summary>Writes what an address gives into a file, beside it first; a file that is there is replaced only by a whole one.</summary>
    /// <exception cref="RefusedException">The address is refused; with what was said.</exception>
    public async Task<long> Save(string address, string file, CancellationToken cancellation)
    {
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw await Refusal(answer, address, cancellation);
        }

        var beside = file + Partial;
        try
        {
            await using (var to = File.Create(beside))
            {
                await answer.Content.CopyToAsync(to, cancellation);
            }

            File.Move(beside, file, overwrite: true);
            return new FileInfo(file).Length;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<RefusedException> Refusal(HttpResponseMessage answer, string address, CancellationToken cancellation)
    {
        var said = $"{(int)answer.StatusCode}";
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            using var problem = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            said = string.Join(' ', Said.Select(part => problem.RootElement.TryGetProperty(part, out var text) ? text.GetString() : null).OfType<string>());
        }

        return new(answer.StatusCode, $"{address}: {said}");
    }
}
