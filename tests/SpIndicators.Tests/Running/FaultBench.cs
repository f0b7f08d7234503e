using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SpIndicators.App;
using SpIndicators.App.Alerts;
using SpIndicators.App.Running;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Pages.Staff.Runs;
using SpIndicators.Dashboards.Staff;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Tests.Fetching;
using SpIndicators.Tests.Operations;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Tests.Pipelines.BadInput;

namespace SpIndicators.Tests.Running;

/// <summary>
/// The program's own composition over a home of three small sources, published once; one agency on this machine answers for all
/// three as a test tells it. What a fault publishes is read from the file, what staff are told from the run's page.
/// </summary>
public sealed partial class FaultBench : IAsyncLifetime
{
    public const string Ilo = "ilostat_sdg_0131";
    public const string WorldBank = "worldbank_wdi";
    public const string Un = "unsd_sdg";
    public const string Gdp = "NY.GDP.MKTP.CD";
    public const int MaxBytes = 200_000;

    private readonly TemporaryHome home = TemporaryHome.Empty();
    private readonly ServiceProvider services;

    public FaultBench()
    {
        home.Add(Ilo, "2022-04-17", SpoiledSnapshot.Good);
        home.Add(WorldBank, "2024-06-28", "country_code,country_name,indicator_code,year,value\n" + string.Concat(Faults.Years.Select(year => $"DEU,Germany,{Gdp},{year},1\n")));
        home.Add(Un, "2020-10-19", Faults.UnHeader + string.Concat(Faults.Years.Select(year => Faults.UnLine(year, "7.5"))));
        var sources = new Dictionary<string, SourceCard>(FlowModels.Embedded.Sources);
        foreach (var (source, series) in new[] { (Ilo, "SOC_CONTIG_TOTAL"), (WorldBank, Gdp), (Un, "SI_COV_BENFTS") })
        {
            var card = sources[source].Fetch!;
            sources[source] = sources[source] with
            {
                Fetch = card with { Ways = [card.Ways[0] with { PageSize = 1000 }], Series = [series], MinRows = 2, MaxBytes = MaxBytes, MinMillisecondsBetweenRequests = 1 },
            };
        }

        var flow = SmallFlow.Of(Ilo);
        services = new ServiceCollection().AddLogging()
            .AddRunning(home.Home, Settings, TimeProvider.System, StorePlace.Options(home.Home.Path, server: null, runsJobs: false))
            .Replace(ServiceDescriptor.Singleton(new FlowModels(flow.Models, sources, flow.IndicatorCards, flow.Corrections)))
            .BuildServiceProvider();
    }

    internal AgencyServer Agency { get; } = new();

    private Settings Settings => new()
    {
        Fetch = new FetchSettings
        {
            BaseAddresses = new Dictionary<string, Uri> { ["ilo_sdmx"] = Agency.Address, ["worldbank"] = Agency.Address, ["un_sdg"] = Agency.Address },
            MaxTries = 2,
            FirstWait = TimeSpan.FromMilliseconds(10),
            TryTimeout = TimeSpan.FromSeconds(2),
            // Faults of one agency follow each other here; elsewhere it is tested that it is left alone.
            FailuresUntilPause = 1000,
        },
        Alerts = new AlertOptions(),
        Retention = new RunOptions(),
    };

    public async ValueTask InitializeAsync()
    {
        await The<IUserStore>().Add("rita", UserRole.Reader, "correct horse battery", mustChangePassword: false, CancellationToken.None);
        Assert.Equal(RunState.Published, (await Run([Ilo], offline: true)).State);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Agency.DisposeAsync();
        home.Dispose();
    }

    public Task<Run> Run(string source) => Run([source]);

    public Task<IReadOnlyDictionary<string, Run>> LastOfEachSource() => The<IRunJournal>().LastOfEachSource(CancellationToken.None);

    public async Task<Run> Run(IReadOnlyList<string> sources, bool offline = false)
    {
        await The<IRefreshWork>().Run(new RefreshRequest("by hand", sources, RunTrigger.Manual, "Amina", 1, 1) { Offline = offline }, CancellationToken.None);
        return (await The<IRunJournal>().List(schedule: null, state: null, skip: 0, take: 1, CancellationToken.None))[0];
    }

    /// <summary>Name and sha256 of the file readers see.</summary>
    public (string Vintage, string Sha256) Readers()
    {
        var current = home.Home.Warehouse.Current()!.Value;
        return (current.ToString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(home.Home.Warehouse.FileOf(current)))));
    }

    /// <summary>Germany's figure of 2020 in the newest release of a source, and whatever else that release says of that year.</summary>
    public IReadOnlyList<string> Figures(string source)
    {
        using var file = DuckDbProvider.Open(DuckDbOptions.ToRead(home.Home.Warehouse.FileOf(home.Home.Warehouse.Current()!.Value)));
        return [.. file.Query<string>($"""
            select concat_ws(' ', coalesce(ref_area, source_area), coalesce(obs_value::varchar, ''), coalesce(reject_reason, '')) from clean."stg_{source}"
            where is_newest and time_period = 2020 order by all
            """).Select(line => line.Trim())];
    }

    /// <summary>The words of the run's page, as a reader who is signed in sees it.</summary>
    public async Task<string> Page(Run run)
    {
        var user = (await The<IUserStore>().Find("rita", CancellationToken.None))!;
        var seat = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<AuthenticationStateProvider>(new Seat(new AuthenticationState(SignInClaims.Of(user, TimeProvider.System.GetUtcNow()))))
            .AddSingleton<NavigationManager>(new Address())
            .AddSingleton<StaffDesk>()
            .AddSingleton(The<IUserStore>()).AddSingleton(The<IAuditLog>()).AddSingleton(The<IRunJournal>())
            .AddSingleton(The<IRefreshScheduler>()).AddSingleton(The<IVintageActions>());
        await using var provider = seat.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<RunIsland>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Lang"] = "en", ["RunId"] = run.RunId }))).ToHtmlString());
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");
    }

    private T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed class Seat(AuthenticationState state) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(state);
    }

    private sealed class Address : NavigationManager
    {
        public Address() => Initialize("http://localhost/", "http://localhost/staff");
    }
}
