using System.CommandLine;
using SpIndicators.App.Console;
using SpIndicators.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi publish FILE</c>: check a built file and make it what readers see. The file given stays.</summary>
internal static class PublishVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var file = new Argument<string>("file") { Description = "A file made by spi build" };
        var verb = new Command("publish", "Check a built file and publish it") { file };
        verb.SetAction(parsed => Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            if (!File.Exists(path))
            {
                throw new UsageException($"There is no file {path}.");
            }

            var folder = common.HomeOf(parsed).Warehouse;
            using var only = BuildLock.Take(folder);
            var copy = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.building");
            try
            {
                File.Copy(path, copy);
                var (vintage, warnings) = new Publisher(FlowModels.Embedded, folder, time).Publish(copy, progress: null);
                System.Console.Out.WriteLine($"Published {vintage}.");
                warnings.ToList().ForEach(w => System.Console.Error.WriteLine($"Warning: {w}"));
                return Outcome.Done;
            }
            finally
            {
                File.Delete(copy);
            }
        }));
        return verb;
    }
}
