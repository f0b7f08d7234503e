using Spectre.Console;
using SpIndicators.Pipelines;

namespace SpIndicators.App.Console;

/// <summary>Progress of a refresh on standard error: bars on a terminal, plain lines elsewhere.</summary>
public static class TerminalProgress
{
    private static readonly Dictionary<FlowStage, string> Words = new()
    {
        [FlowStage.Verify] = "Verify snapshots",
        [FlowStage.Load] = "Read snapshots",
        [FlowStage.Derive] = "Derive indicators",
        [FlowStage.Check] = "Check",
        [FlowStage.Publish] = "Publish",
    };

    public static T Show<T>(bool quiet, Func<IProgress<FlowProgress>?, T> work)
    {
        if (quiet)
        {
            return work(null);
        }

        return System.Console.IsErrorRedirected ? work(new Lines()) : Bars(work);
    }

    private static T Bars<T>(Func<IProgress<FlowProgress>?, T> work)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context => work(new BarSet(context)));
    }

    private sealed class BarSet(ProgressContext context) : IProgress<FlowProgress>
    {
        private readonly Dictionary<FlowStage, ProgressTask> bars = [];

        public void Report(FlowProgress value)
        {
            lock (bars)
            {
                if (!bars.TryGetValue(value.Stage, out var bar))
                {
                    bars[value.Stage] = bar = context.AddTask(Words[value.Stage], maxValue: value.Total);
                }

                bar.Value = value.Done;
                bar.Description = $"{Words[value.Stage]}: {Markup.Escape(value.Item)}";
            }
        }
    }

    private sealed class Lines : IProgress<FlowProgress>
    {
        public void Report(FlowProgress value) =>
            System.Console.Error.WriteLine($"{Words[value.Stage]} {value.Done}/{value.Total}: {value.Item}");
    }
}
