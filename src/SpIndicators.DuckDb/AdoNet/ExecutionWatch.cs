using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace SpIndicators.DuckDb;

/// <summary>
/// Stops one command's native work when its time is up or somebody cancels. The time counts only while the engine
/// works, not while the caller looks at rows. Once stopped, a command stays stopped.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The timer lives inside Run only, which disposes of it.")]
internal sealed class ExecutionWatch(Action interrupt, int limitInSeconds, CancellationToken token)
{
    // DuckDB forgets an interrupt that arrives just before the query starts: it is repeated until the call returns.
    private static readonly TimeSpan Repeat = TimeSpan.FromMilliseconds(20);

    // A timer cannot wait longer than 49 days.
    private readonly TimeSpan limit = TimeSpan.FromSeconds(Math.Min(limitInSeconds, 4_000_000));
    private readonly Lock gate = new();
    private TimeSpan spent;
    private bool running;
    private bool timedOut;
    private bool cancelled;
    private Timer? timer;

    /// <summary>Runs a native call that may be stopped; its error becomes a time-out or a cancellation if that caused it.</summary>
    public T Run<T>(Func<T> nativeCall)
    {
        Start();
        var startedAt = Stopwatch.GetTimestamp();
        try
        {
            using (token.UnsafeRegister(static watch => ((ExecutionWatch)watch!).Cancel(), this))
            {
                return nativeCall();
            }
        }
        catch (DbException error) when (IsStopped)
        {
            throw Reason(error);
        }
        finally
        {
            End(Stopwatch.GetElapsedTime(startedAt));
        }
    }

    /// <summary>May be called from any thread, at any time.</summary>
    public void Cancel() => Stop(ref cancelled);

    private bool HasLimit => limit > TimeSpan.Zero;

    private bool IsStopped => timedOut || cancelled;

    private void Start()
    {
        token.ThrowIfCancellationRequested();
        lock (gate)
        {
            timedOut |= HasLimit && spent >= limit;
            if (IsStopped)
            {
                throw Reason(null);
            }

            running = true;
            if (HasLimit)
            {
                timer = new Timer(_ => Stop(ref timedOut), null, limit - spent, Repeat);
            }
        }
    }

    private void Stop(ref bool reason)
    {
        lock (gate)
        {
            reason |= !IsStopped;
            if (running)
            {
                interrupt();
                timer ??= new Timer(_ => Cancel(), null, Repeat, Repeat);
                timer.Change(Repeat, Repeat);
            }
        }
    }

    private void End(TimeSpan elapsed)
    {
        lock (gate)
        {
            running = false;
            spent += elapsed;
            timer?.Dispose();
            timer = null;
        }
    }

    private Exception Reason(Exception? error) => cancelled
        ? new OperationCanceledException("The query was cancelled.", error, token)
        : new DuckDbException(
            $"The query was stopped: it worked longer than its limit of {limitInSeconds} s (CommandTimeout).",
            new TimeoutException(error?.Message));
}
