using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpIndicators.App;
using SpIndicators.App.Alerts;
using SpIndicators.App.Running;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Tests.Architecture;
using SpIndicators.Tests.Fetching;
using SpIndicators.Tests.Operations;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Running;

/// <summary>
/// The program's own composition over a home of one source: a real agency on this machine, the real store, flow and publishing.
/// What the agency prints at first is what is published at first.
/// </summary>
internal sealed class RunBench : IAsyncDisposable
{
    public const string Source = "ilostat_sdg_0131";

    private readonly TemporaryHome home = TemporaryHome.OfSources();
    private readonly AgencyServer agency = new();
    private readonly ServiceProvider services;

    public RunBench(params SqlModel[] checks)
    {
        var original = Path.Combine(SourceTree.Root, "data", "snapshots", Source, "2022-04-17", $"{Source}.csv.gz");
        using (var text = new StreamReader(new GZipStream(File.OpenRead(original), CompressionMode.Decompress)))
        {
            Body = text.ReadToEnd();
        }

        home.Add(Source, "2022-04-17", Body);
        agency.On("/data/indicator", (context, _) => Answer(context));
        agency.On("/alerts", Alerted);
        services = new ServiceCollection().AddLogging()
            .AddRunning(home.Home, SettingsFor(agency.Address), TimeProvider.System, StorePlace.Options(home.Home.Path, server: null, runsJobs: false))
            .Replace(ServiceDescriptor.Singleton(SmallFlow.Of(Source).And(checks)))
            .BuildServiceProvider();
    }

    public Uri Agency => agency.Address;

    /// <summary>What the agency prints.</summary>
    public string Body { get; set; }

    /// <summary>How the agency answers; by default with <see cref="Body"/>.</summary>
    public Func<HttpContext, Task>? AnswersWith { get; set; }

    /// <summary>Alerts that arrived.</summary>
    public ConcurrentQueue<JsonElement> Alerts { get; } = new();

    public WarehouseFolder Folder => home.Home.Warehouse;

    public WarehouseHome Home => home.Home;

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The ILO's two services and the place for alerts, all at one address.</summary>
    public static Settings SettingsFor(Uri agency) => new()
    {
        Fetch = new FetchSettings
        {
            BaseAddresses = new Dictionary<string, Uri> { ["ilo_sdmx"] = agency, ["ilo_bulk"] = agency },
            MaxTries = 2,
            FirstWait = TimeSpan.FromMilliseconds(10),
        },
        Alerts = new AlertOptions { Webhook = new Uri(agency, "/alerts"), PublicAddress = new Uri("https://monitor.example.org") },
        Retention = new RunOptions(),
    };

    /// <summary>Publishes what is there at first.</summary>
    public async Task<RunBench> Published()
    {
        Assert.Equal(RunState.Published, (await Run(offline: true)).State);
        return this;
    }

    public async Task<Run> Run(bool offline = false, bool dryRun = false, int attempt = 1, int attempts = 1, CancellationTokenSource? stop = null)
    {
        var request = new RefreshRequest(Source, [Source], RunTrigger.Manual, "Amina", attempt, attempts) { Offline = offline, DryRun = dryRun };
        await The<IRefreshWork>().Run(request, (stop?.Token) ?? TestContext.Current.CancellationToken);
        return (await Last()).Run;
    }

    public async Task<RunDetails> Last()
    {
        var journal = The<IRunJournal>();
        var run = (await journal.List(schedule: null, state: null, skip: 0, take: 1, TestContext.Current.CancellationToken))[0];
        return (await journal.Find(run.RunId, TestContext.Current.CancellationToken))!;
    }

    /// <summary>The bytes readers see, and their name.</summary>
    public (string Vintage, DateTime Written) Readers() => (Folder.Current()!.Value.ToString(), File.GetLastWriteTimeUtc(Folder.FileOf(Folder.Current()!.Value)));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await agency.DisposeAsync();
        home.Dispose();
    }

    private Task Answer(HttpContext context) => AnswersWith?.Invoke(context) ?? AgencyServer.Send(context, Body, "text/csv");

    private async Task Alerted(HttpContext context, int before)
    {
        Alerts.Enqueue((await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)).RootElement);
        await AgencyServer.Status(context, 200);
    }
}
