using System.CommandLine;

namespace SpIndicators.App.Verbs;

/// <summary>The command line <c>spi</c>: its verbs and the options they share. Without a verb it serves.</summary>
public static class SpiCommand
{
    public static RootCommand Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var serve = ServeVerb.Create(common, time);
        var root = new RootCommand("SDG 1.3.1: who is covered by social protection, who is left out, and what it would take.")
        {
            serve,
            RefreshVerb.Create(common, time),
            BuildVerb.Create(common, time),
            CheckVerb.Create(common, time),
            PublishVerb.Create(common, time),
            RollbackVerb.Create(common, time),
            QueryVerb.Create(common, time),
            ExplainVerb.Create(common, time),
            ExportVerb.Create(common, time),
            SourcesVerb.Create(common, time),
            StatusVerb.Create(common, time),
            RunsVerb.Create(common, time),
            WorkerVerb.Create(common, time),
            UserVerb.Create(common, time),
        };
        foreach (var option in common.All)
        {
            option.Recursive = true;
            root.Options.Add(option);
        }

        // `spi` alone, and `dotnet run --project src/SpIndicators.App`, serve.
        root.SetAction((parsed, cancellation) =>
            root.Parse([serve.Name, .. parsed.Tokens.Select(token => token.Value)]).InvokeAsync(cancellationToken: cancellation));
        return root;
    }
}
