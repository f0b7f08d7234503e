using System.CommandLine;
using System.Text.Json;
using SpIndicators.App.Console;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Verbs;

/// <summary>
/// <c>spi status</c>: is something published, is it of the snapshots at hand, does something wait for approval, and how did the
/// last run of each source end? Exit code 1 when anything is out of date or failed.
/// </summary>
internal static class StatusVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var verb = new Command("status", "Say what is published, whether it is up to date and how the last refreshes ended; exit code 1 when something is wrong");
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(parsed.GetValue(common.Verbose), async () =>
        {
            var home = common.HomeOf(parsed);
            var current = home.Warehouse.Current();
            var upToDate = current is not null && new Refresh(FlowModels.Embedded, home, time).IsUpToDate();
            var waiting = home.Warehouse.Waiting();
            var failed = await FailedSources(home, time, cancellation);
            if (parsed.GetValue(common.Json))
            {
                System.Console.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    vintage = current?.ToString(),
                    up_to_date = upToDate,
                    vintages = home.Warehouse.Vintages().Select(v => v.ToString()),
                    waiting = waiting.Select(v => v.ToString()),
                    failed = failed.ToDictionary(f => f.Key, f => f.Value.Reason),
                }));
            }
            else
            {
                System.Console.Out.WriteLine(Sentence(current?.ToString(), upToDate, waiting.Count > 0));
                waiting.ToList().ForEach(v => System.Console.Out.WriteLine($"Waits for approval: {v}."));
                failed.ToList().ForEach(f => System.Console.Out.WriteLine(FormattableString.Invariant($"Failed: {f.Key}, {f.Value.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC. {f.Value.Reason}")));
            }

            return (upToDate || waiting.Count > 0) && failed.Count == 0 ? Outcome.Done : Outcome.Failed;
        }));
        return verb;
    }

    /// <summary>Nothing is known of runs, and nothing is made, where none ever was.</summary>
    private static async Task<IReadOnlyDictionary<string, Run>> FailedSources(WarehouseHome home, TimeProvider time, CancellationToken cancellation)
    {
        if (Settings.Of(home).PostgreSql is null && !File.Exists(Path.Combine(home.Path, "operations.db")))
        {
            return new Dictionary<string, Run>();
        }

        await using var services = Composition.Of(home, time);
        var last = await services.GetRequiredService<IRunJournal>().LastOfEachSource(cancellation);
        return last.Where(run => run.Value.State is RunState.Failed or RunState.Interrupted).OrderBy(run => run.Key, StringComparer.Ordinal).ToDictionary();
    }

    private static string Sentence(string? vintage, bool upToDate, bool waits) =>
        vintage is null ? "Nothing is published yet. Run: spi refresh --offline"
        : upToDate ? $"Published: {vintage}. It is made of the snapshots at hand."
        : waits ? $"Published: {vintage}. A newer build waits for approval."
        : $"Published: {vintage}. The snapshots, code lists or models at hand have changed since. Run: spi refresh --offline";
}
