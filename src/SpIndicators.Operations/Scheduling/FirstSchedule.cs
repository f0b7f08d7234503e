using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Scheduling;

/// <summary>
/// The schedule a new installation has: all sources, every Monday morning, paused. Staff only switch it on. It is made once:
/// whoever deletes it has decided.
/// </summary>
internal sealed class FirstSchedule(IRefreshScheduler scheduler, OperationsStore store)
{
    private const string What = "first schedule";

    public static readonly Schedule Weekly = new(
        "refresh-all", [], "0 0 5 ? * MON", "UTC", MisfirePolicy.RunOnce, MaxAttempts: 4, FirstWait: TimeSpan.FromMinutes(15), IsPaused: true, Owner: "first start");

    public async Task Make(CancellationToken cancellation)
    {
        if (await store.Read(session => session.First<string>("select what from done_once where what = @What", new { What }), cancellation) is not null)
        {
            return;
        }

        // An installation that is older than this may have one of that name, which is somebody's.
        if ((await scheduler.List(cancellation)).All(one => one.Schedule.Name != Weekly.Name))
        {
            await scheduler.Save(Weekly, cancellation);
        }

        // Last, so that a start that is cut off in between is made up for by the next.
        await store.Write("That the first schedule is made", session => session.Execute(
            "insert into done_once (what, at) values (@What, @now) on conflict do nothing", new { What, now = store.Time.Ticks() }), cancellation);
    }
}
