using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Staff;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Dashboards.Tests.Fixtures.Staff;

/// <summary>All that staff pages work with, in memory: three accounts (rita reads, sami is staff, ada is admin) and nothing else at first.</summary>
public sealed class Office
{
    public const string Password = "correct horse battery";

    public Office(TimeProvider time)
    {
        (Time, Users, Audit, Scheduler) = (time, new FakeUsers(time), new FakeAudit(time), new FakeScheduler(time));
        Vintages = new FakeVintages(Journal);
        foreach (var (name, role) in new[] { ("rita", UserRole.Reader), ("sami", UserRole.Staff), ("ada", UserRole.Admin) })
        {
            Users.Add(name, role, Password, mustChangePassword: false, CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    public TimeProvider Time { get; }

    public FakeUsers Users { get; }

    public FakeAudit Audit { get; }

    public FakeScheduler Scheduler { get; }

    public FakeJournal Journal { get; } = new();

    public FakeVintages Vintages { get; }

    public FakePolicies Policies { get; } = new();

    public FakeDrop Drop { get; } = new();

    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IUserStore>(Users).AddSingleton<IAuditLog>(Audit).AddSingleton<IRefreshScheduler>(Scheduler).AddSingleton<IRunJournal>(Journal)
        .AddSingleton<IVintageActions>(Vintages).AddSingleton<IPublishPolicies>(Policies).AddSingleton<IFetchableSources>(Policies)
        .AddSingleton<IFileDrop>(Drop);

    /// <summary>An island as it stands before somebody who is signed in.</summary>
    internal ComponentPage<T> Island<T>(string who, WarehouseFolder? warehouse = null, bool isInteractive = true)
        where T : IComponent
    {
        var user = Users.Find(who, CancellationToken.None).GetAwaiter().GetResult()!;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(Time);
        services.AddSingleton<AuthenticationStateProvider>(new Seat(new AuthenticationState(SignInClaims.Of(user, Time.GetUtcNow()))));
        services.AddSingleton<NavigationManager>(new Address());
        services.AddSingleton<StaffDesk>();
        if (warehouse is not null)
        {
            services.AddSingleton(new PublishedWarehouse(warehouse, Time));
        }

        AddTo(services);
        return new ComponentPage<T>(services.BuildServiceProvider(), isInteractive);
    }

    private sealed class Seat(AuthenticationState state) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(state);
    }

    private sealed class Address : NavigationManager
    {
        public Address() => Initialize("http://localhost/", "http://localhost/staff");
    }
}
