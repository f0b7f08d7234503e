using Hangfire.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpIndicators.Operations.Runs;

namespace SpIndicators.Operations.FullFeed;

/// <summary>
/// Runs Hangfire while the program runs, and marks the runs of dead processes. Several processes of a home or a server
/// share the work: the place says which of them refreshes.
/// </summary>
internal sealed class HangfireHost(
    IServiceProvider services, HangfireTables tables, RunJournal journal, TimeProvider time, OperationsOptions options, ILogger<HangfireHost> log) : BackgroundService
{
    private BackgroundProcessingServer? server;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (server is not null)
        {
            server.SendStop();
            await server.WaitForShutdownAsync(cancellationToken);
        }
    }

    public override void Dispose()
    {
        server?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TryStart(stoppingToken))
            {
                await Task.Delay(options.Look, time, stoppingToken);
            }

            while (true)
            {
                await TryMark(stoppingToken);
                await Task.Delay(options.Silence / 2, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private async Task<bool> TryStart(CancellationToken cancellation)
    {
        try
        {
            await tables.MakeReady(cancellation);

            // Only now: Hangfire's storage is opened with its first use, and a store that cannot be is tried again.
            server = services.GetRequiredService<HangfireServer>().Start();
            return true;
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            // A server that is not up yet must not bring down the pages of this program.
            log.LogError(refusal, "No schedule runs yet, tried again soon: {Message}", refusal.Message);
            return false;
        }
    }

    private async Task TryMark(CancellationToken cancellation)
    {
        try
        {
            await journal.MarkInterrupted(options.Silence, cancellation);
        }
        catch (OperationsException refusal)
        {
            log.LogWarning("{Message}", refusal.Message);
        }
    }
}
