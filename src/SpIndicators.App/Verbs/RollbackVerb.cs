using System.CommandLine;
using SpIndicators.App.Console;
using SpIndicators.App.Running;
using SpIndicators.Core.Provenance;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi rollback [VINTAGE]</c>: readers see an earlier vintage again; without one, the one before the current.</summary>
internal static class RollbackVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var vintage = new Argument<string?>("vintage") { Description = "The vintage to go back to", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("rollback", "Point readers at an earlier vintage") { vintage };
        verb.SetAction(parsed => Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            var folder = common.HomeOf(parsed).Warehouse;
            var target = Target(folder, parsed.GetValue(vintage));
            VintageActions.RollBack(folder, target, time);
            System.Console.Out.WriteLine($"Readers now see {target}.");
            return Outcome.Done;
        }));
        return verb;
    }

    private static PublishedVintage Target(WarehouseFolder folder, string? asked)
    {
        if (asked is not null)
        {
            return PublishedVintage.TryParse(asked, out var vintage)
                ? vintage
                : throw new UsageException($"'{asked}' is not a vintage. Kept: {string.Join(", ", folder.Vintages())}.");
        }

        var current = folder.Current() ?? throw new PublishException("Nothing is published yet.");
        var before = folder.Vintages().Where(v => v < current).ToList();
        return before.Count > 0 ? before[0] : throw new PublishException($"There is no vintage before {current}.");
    }
}
