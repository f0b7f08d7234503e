using System.CommandLine;
using System.Text.Json;
using SpIndicators.App.Console;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Checking;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi check FILE</c>: every check against a built file, which is not changed.</summary>
internal static class CheckVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var file = new Argument<string>("file") { Description = "A built warehouse file" };
        var verb = new Command("check", "Run every check against a built file") { file };
        verb.SetAction(parsed => Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            if (!File.Exists(path))
            {
                throw new UsageException($"There is no file {path}.");
            }

            var warehouse = DuckDbOptions.ToRead(path);
            var results = new CheckRunner(FlowModels.Embedded, time).Run(warehouse, progress: null);
            System.Console.Out.WriteLine(parsed.GetValue(common.Json)
                ? JsonSerializer.Serialize(results.Select(r => new { r.Name, r.Level, r.Passed, r.OffendingRows, r.Example }))
                : string.Join(Environment.NewLine, results));
            return results.Any(r => r.StopsPublish) ? Outcome.Failed : Outcome.Done;
        }));
        return verb;
    }
}
