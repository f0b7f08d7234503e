using System.CommandLine;
using System.Text.Json;
using SpIndicators.App.Console;
using SpIndicators.Core.Operations;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi runs</c>: what was refreshed, when, and how it ended.</summary>
internal static class RunsVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var last = new Option<int>("--last") { Description = "How many, newest first", DefaultValueFactory = _ => 20 };
        var verb = new Command("runs", "List the refreshes that ran") { last };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(parsed.GetValue(common.Verbose), async () =>
        {
            await using var services = Composition.Of(common.HomeOf(parsed), time);
            var runs = await services.GetRequiredService<IRunJournal>().List(schedule: null, state: null, skip: 0, Math.Clamp(parsed.GetValue(last), 1, 1000), cancellation);
            if (parsed.GetValue(common.Json))
            {
                System.Console.Out.WriteLine(JsonSerializer.Serialize(runs.Select(AsJson)));
            }
            else
            {
                foreach (var run in runs)
                {
                    System.Console.Out.WriteLine(AsText(run));
                }
            }

            return Outcome.Done;
        }));
        return verb;
    }

    private static string AsText(Run run) => FormattableString.Invariant(
        $"{run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}  {run.State,-11}  {run.Request.Schedule}  attempt {run.Request.Attempt} of {run.Request.MaxAttempts}  {run.RunId}{(run.Vintage is null ? "" : $"  {run.Vintage}")}{(run.Reason is null ? "" : $"  {run.Reason}")}");

    private static object AsJson(Run run) => new
    {
        run_id = run.RunId,
        schedule = run.Request.Schedule,
        trigger = run.Request.Trigger.ToString(),
        who = run.Request.Who,
        attempt = run.Request.Attempt,
        state = run.State.ToString(),
        started_at = run.StartedAt,
        ended_at = run.EndedAt,
        reason = run.Reason,
        vintage = run.Vintage,
        rows_in = run.RowsIn,
        rows_out = run.RowsOut,
        rows_rejected = run.RowsRejected,
    };
}
