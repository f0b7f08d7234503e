using System.CommandLine;
using System.Text.Json;
using SpIndicators.App.Console;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi refresh</c>: snapshots → build → check → publish.</summary>
internal static class RefreshVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var offline = new Option<bool>("--offline") { Description = "Use the snapshots at hand; ask no agency" };
        var force = new Option<bool>("--force") { Description = "Rebuild everything, even when nothing has changed" };
        var verb = new Command("refresh", "Rebuild from the snapshots, check, and publish what passes") { offline, force };
        verb.SetAction((parsed, cancellation) => Task.FromResult(Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            if (!parsed.GetValue(offline))
            {
                throw new UsageException("Fetching from the agencies is not built yet. Use: spi refresh --offline");
            }

            var refresh = new Refresh(FlowModels.Embedded, common.HomeOf(parsed), time);
            var json = parsed.GetValue(common.Json);
            var result = TerminalProgress.Show(json, progress => refresh.Run(parsed.GetValue(force), progress, cancellation));
            System.Console.Out.WriteLine(json ? AsJson(result) : AsText(result));
            return Outcome.Done;
        })));
        return verb;
    }

    internal static string AsText(RefreshResult result)
    {
        var rows = FormattableString.Invariant($"{result.Observations:N0} observations, {result.Rejected:N0} rejected rows");
        var lines = result.Warnings.Select(w => $"Warning: {w}").Prepend(result.Published
            ? FormattableString.Invariant($"Published {result.Vintage} in {result.Duration.TotalSeconds:0.0} s: {rows}.")
            : $"Nothing has changed since {result.Vintage}: {rows}. It stays published.");
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
