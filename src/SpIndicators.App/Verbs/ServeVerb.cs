using System.CommandLine;
using SpIndicators.App.Console;
using SpIndicators.App.Serving;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi serve</c>: the dashboard and the API.</summary>
internal static class ServeVerb
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen; several are separated by ;", DefaultValueFactory = _ => DefaultUrl };
        var noScheduler = new Option<bool>("--no-scheduler") { Description = "Leave refreshing to another process" };
        var verb = new Command("serve", "Serve the dashboard; build and publish first if nothing is published") { urls, noScheduler };
        verb.SetAction((parsed, cancellation) => Task.FromResult(Outcome.Of(parsed.GetValue(common.Verbose), () =>
        {
            var options = new ServeOptions(common.HomeOf(parsed), parsed.GetValue(urls)!, !parsed.GetValue(noScheduler), parsed.GetValue(common.Verbose));
            WebServer.Run(options, time, cancellation);
            return Outcome.Done;
        })));
        return verb;
    }
}
