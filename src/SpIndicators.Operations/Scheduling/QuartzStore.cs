using Quartz;
using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Scheduling;

/// <summary>Quartz's scheduler of this process, with the one job in its store; not started, it still reads and writes there.</summary>
internal sealed class QuartzStore(ISchedulerFactory factory, OperationsStore store) : IDisposable
{
    private const int ByHand = 6;
    private const int BackFill = 1;
    private readonly SemaphoreSlim gate = new(1);
    private volatile IScheduler? open;

    public async Task<IScheduler> Open(CancellationToken cancellation)
    {
        if (open is { } ready)
        {
            return ready;
        }

        await gate.WaitAsync(cancellation);
        try
        {
            return open ??= await WithJob(cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>One firing. However late, it is not missed: it only waits behind what runs.</summary>
    public ITrigger Once(RefreshRequest request, TriggerKey key, DateTimeOffset at) => TriggerBuilder.Create(store.Time)
        .WithIdentity(key)
        .ForJob(Keys.Job)
        .UsingJobData(Keys.With(request))
        .StartAt(at)
        .WithPriority(request.Trigger switch { RunTrigger.Manual => ByHand, RunTrigger.BackFill => BackFill, _ => TriggerConstants.DefaultPriority })
        .WithSimpleSchedule(simple => simple.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();

    public void Dispose() => gate.Dispose();

    private async Task<IScheduler> WithJob(CancellationToken cancellation)
    {
        await store.MakeReady(cancellation); // Also makes the folder and the file that Quartz opens.
        var scheduler = await factory.GetScheduler(cancellation);
        await scheduler.AddJob(
            JobBuilder.Create<RefreshJob>().WithIdentity(Keys.Job).StoreDurably().RequestRecovery().Build(), new() { Replace = true }, cancellation);
        return scheduler;
    }
}
