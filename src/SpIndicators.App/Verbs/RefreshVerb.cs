using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpIndicators.App.Console;
using SpIndicators.App.Observability;
using SpIndicators.App.Running;
using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Fetching;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi refresh</c>: fetch → build → check → publish; <c>--offline</c> begins with the snapshots at hand.</summary>
internal static class RefreshVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var sources = new Option<string[]>("--source") { Description = "Ask for these sources only; all that can be fetched unless given", AllowMultipleArgumentsPerToken = true };
        var offline = new Option<bool>("--offline") { Description = "Use the snapshots at hand; ask no agency" };
        var force = new Option<bool>("--force") { Description = "Rebuild everything, even when nothing has changed" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be asked for and replaced; do none of it" };
        var verb = new Command("refresh", "Ask the agencies, rebuild, check, and publish what passes") { sources, offline, force, dryRun };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(parsed.GetValue(common.Verbose), async () =>
        {
            var json = parsed.GetValue(common.Json);
            var home = common.HomeOf(parsed);
            var asked = parsed.GetValue(sources) ?? [];
            if (!parsed.GetValue(offline))
            {
                return parsed.GetValue(force)
                    ? throw new UsageException("--force rebuilds from the snapshots at hand: use it with --offline.")
                    : await Fetch(home, asked, parsed.GetValue(dryRun), json, time, cancellation);
            }

            if (asked.Length > 0 || parsed.GetValue(dryRun))
            {
                throw new UsageException("--offline asks no agency: --source and --dry-run have no meaning with it.");
            }

            var all = parsed.GetValue(force);
            var built = all ? home : new UnpublishedSnapshots(home, FlowModels.Embedded).LeaveOut();
            var result = TerminalProgress.Show(json, progress => new Refresh(FlowModels.Embedded, built, time).Run(all, progress, cancellation));
            System.Console.Out.WriteLine(json ? AsJson(result) : AsText(result));
            if (built.LeftOut.Count > 0)
            {
                System.Console.Error.WriteLine($"Left out: {built.LeftOut.Count} fetched or uploaded that no run has published yet. spi refresh publishes them by the policy of their source; --force publishes them now.");
            }

            return Outcome.Done;
        }));
        return verb;
    }

    private static async Task<int> Fetch(WarehouseHome home, string[] sources, bool dryRun, bool json, TimeProvider time, CancellationToken cancellation)
    {
        using var telemetry = OpenTelemetryExport.Start();
        await using var services = Composition.Of(home, time, all =>
        {
            var journal = all.Last(s => s.ServiceType == typeof(IRunJournal)).ImplementationFactory!;
            all.Replace(ServiceDescriptor.Singleton<IRunJournal>(provider => new ToldJournal((IRunJournal)journal(provider))));
        });
        var fetchable = services.GetRequiredService<SourceFetching>().Fetchable;
        if (sources.FirstOrDefault(s => !fetchable.Contains(s)) is { } unknown)
        {
            throw new UsageException($"'{unknown}' is not a source that can be fetched. These are: {string.Join(", ", fetchable)}.");
        }

        var request = new RefreshRequest(sources.Length == 0 ? "all" : string.Join('-', sources), sources, RunTrigger.Manual, Environment.UserName, Attempt: 1, MaxAttempts: 1) { DryRun = dryRun };
        var state = await services.GetRequiredService<IRefreshWork>().Run(request, cancellation);
        var run = (await services.GetRequiredService<IRunJournal>().List(request.Schedule, state: null, skip: 0, take: 1, CancellationToken.None))[0];
        System.Console.Out.WriteLine(json
            ? JsonSerializer.Serialize(new { run_id = run.RunId, state = run.State.ToString(), vintage = run.Vintage, reason = run.Reason, difference = run.Difference })
            : $"{run.State}{(run.Vintage is null ? "" : $" {run.Vintage}")}. {run.Reason}".TrimEnd());
        return state is RunState.Published or RunState.NoNewData or RunState.Held ? Outcome.Done : Outcome.Failed;
    }

    internal static string AsText(RefreshResult result)
    {
        var rows = FormattableString.Invariant($"{result.Observations:N0} observations, {result.Rejected:N0} rejected rows");
        var lines = result.Warnings.Select(w => $"Warning: {w}").Prepend(result.Outcome switch
        {
            RefreshOutcome.Published => FormattableString.Invariant($"Published {result.Vintage} in {result.Duration.TotalSeconds:0.0} s: {rows}."),
            RefreshOutcome.Held => $"{result.Vintage} waits for approval: {rows}. Approve it on the staff pages, or publish it all the same with --force.",
            _ => $"Nothing has changed since {result.Vintage}: {rows}. It stays published.",
        });
        return string.Join(Environment.NewLine, lines);
    }

    private static string AsJson(RefreshResult result) => JsonSerializer.Serialize(
        new
        {
            vintage = result.Vintage.ToString(),
            published = result.Published,
            observations = result.Observations,
            rejected = result.Rejected,
            warnings = result.Warnings.Select(w => w.ToString()),
            seconds = result.Duration.TotalSeconds,
        });
}
