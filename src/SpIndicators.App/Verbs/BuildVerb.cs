using System.CommandLine;
using SpIndicators.App.Console;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi build --out FILE</c>: the build alone; nothing is checked or published.</summary>
internal static class BuildVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var output = new Option<string>("--out") { Description = "The file to make; it must not exist", Required = true };
        var verb = new Command("build", "Build a warehouse file from the snapshots, and publish nothing") { output };
        verb.SetAction((parsed, cancellation) => Task.FromResult(Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            var file = Path.GetFullPath(parsed.GetValue(output)!);
            if (File.Exists(file))
            {
                throw new UsageException($"{file} exists already.");
            }

            var refresh = new Refresh(FlowModels.Embedded, common.HomeOf(parsed), time);
            try
            {
                TerminalProgress.Show(parsed.GetValue(common.Json), progress =>
                {
                    refresh.Build(file, progress, cancellation);
                    return true;
                });
            }
            catch
            {
                // What is half made is no warehouse, and would be in the way of the next try.
                File.Delete(file);
                File.Delete(file + ".wal");
                throw;
            }

            System.Console.Out.WriteLine(file);
            return Outcome.Done;
        })));
        return verb;
    }
}
