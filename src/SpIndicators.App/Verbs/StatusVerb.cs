using System.CommandLine;
using System.Text.Json;
using SpIndicators.App.Console;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi status</c>: is something published, and is it of the snapshots at hand? Exit code 1 when not.</summary>
internal static class StatusVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var verb = new Command("status", "Say what is published and whether it is up to date; exit code 1 when it is not");
        verb.SetAction(parsed => Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            var home = common.HomeOf(parsed);
            var current = home.Warehouse.Current();
            var upToDate = current is not null && new Refresh(FlowModels.Embedded, home, time).IsUpToDate();
            System.Console.Out.WriteLine(parsed.GetValue(common.Json)
                ? JsonSerializer.Serialize(new { vintage = current?.ToString(), up_to_date = upToDate, vintages = home.Warehouse.Vintages().Select(v => v.ToString()) })
                : Sentence(current?.ToString(), upToDate));
            return upToDate ? Outcome.Done : Outcome.Failed;
        }));
        return verb;
    }

    private static string Sentence(string? vintage, bool upToDate) =>
        vintage is null ? "Nothing is published yet. Run: spi refresh --offline"
        : upToDate ? $"Published: {vintage}. It is made of the snapshots at hand."
        : $"Published: {vintage}. The snapshots, code lists or models at hand have changed since. Run: spi refresh --offline";
}
