using SpIndicators.App.Exporting;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Models;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Console;

/// <summary>Exit codes of every verb: 0 done, 1 the work failed, 2 bad usage. The reason goes to standard error.</summary>
public static class Outcome
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;

    /// <summary>Runs a verb's work and turns the failures we expect into one line and an exit code.</summary>
    public static int Of(bool verbose, Func<int> work) => OfAsync(verbose, () => Task.FromResult(work())).GetAwaiter().GetResult();

    /// <summary>The same of work that waits.</summary>
    public static async Task<int> OfAsync(bool verbose, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (UsageException bad)
        {
            System.Console.Error.WriteLine(bad.Message);
            return BadUsage;
        }
        catch (RefusedException refused)
        {
            System.Console.Error.WriteLine(verbose ? refused.ToString() : refused.Message);
            return refused.IsOfTheAddress ? BadUsage : Failed;
        }
        catch (OperationCanceledException)
        {
            System.Console.Error.WriteLine("Stopped. What was published before stays published.");
            return Failed;
        }
        catch (Exception failure) when (failure is SnapshotException or ReferenceException or ModelException or CheckFailedException or PublishException
            or OperationsException or ChromiumException or HttpRequestException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            System.Console.Error.WriteLine(verbose ? failure.ToString() : failure.Message);
            return Failed;
        }
    }
}
