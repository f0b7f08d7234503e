using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpIndicators.Core.Operations;
using SpIndicators.Operations;
using SpIndicators.Operations.Storage;
using SpIndicators.Operations.Users;

namespace SpIndicators.Tests.Operations;

/// <summary>A program around an operational store, as <c>spi serve</c> is one; several may share a store.</summary>
internal sealed class OperationsProgram : IAsyncDisposable
{
    private readonly IHost host;
    private bool isStopped;

    public OperationsProgram(OperationsOptions options, TimeProvider time)
    {
        Options = options;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<ScriptedWork>();
        builder.Services.AddSingleton<IRefreshWork>(all => all.GetRequiredService<ScriptedWork>());
        builder.Services.AddOperations(options);
        host = builder.Build();
    }

    public OperationsOptions Options { get; }

    public ScriptedWork Work => Get<ScriptedWork>();

    public IRunJournal Journal => Get<IRunJournal>();

    public IRefreshScheduler Scheduler => Get<IRefreshScheduler>();

    public IUserStore Users => Get<IUserStore>();

    public Bootstrap Bootstrap => Get<Bootstrap>();

    public OperationsStore Store => Get<OperationsStore>();

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async Task<OperationsProgram> Start()
    {
        await host.StartAsync(CancellationToken.None);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (!isStopped)
        {
            isStopped = true;
            await host.StopAsync(CancellationToken.None);
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }
}
