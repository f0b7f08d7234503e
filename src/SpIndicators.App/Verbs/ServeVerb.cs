using System.CommandLine;
using SpIndicators.App.Console;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi serve</c>: the dashboard and the API.</summary>
internal static class ServeVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var noScheduler = new Option<bool>("--no-scheduler") { Description = "Serve pages only" };
        var verb = new Command("serve", "Serve the dashboard; build and publish first if nothing is published") { urls, noScheduler };
        verb.SetAction((parsed, cancellation) => Task.FromResult(Outcome.Of(parsed.GetValue(common.Verbose), () => throw new UsageException("not yet"))));
        return verb;
    }
}
