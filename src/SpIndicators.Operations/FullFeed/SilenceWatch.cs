using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpIndicators.Core.Operations;

namespace SpIndicators.Operations.FullFeed;

/// <summary>Marks the runs of dead processes, which under Quartz its host does.</summary>
internal sealed class SilenceWatch(IRunJournal journal, OperationsOptions options, TimeProvider time, ILogger<SilenceWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await journal.MarkInterrupted(options.Silence, stoppingToken);
                await Task.Delay(options.Silence / 2, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (OperationsException refusal)
            {
                log.LogWarning("{Message}", refusal.Message);
                await Task.Delay(options.Look, time, CancellationToken.None);
            }
        }
    }
}
