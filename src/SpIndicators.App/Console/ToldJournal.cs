using SpIndicators.Core.Operations;

namespace SpIndicators.App.Console;

/// <summary>Tells a run on standard error, line by line, while it is written down.</summary>
internal sealed class ToldJournal(IRunJournal journal) : IRunJournal
{
    public async Task<IRunRecorder> Begin(RefreshRequest request, CancellationToken cancellation) => new Told(await journal.Begin(request, cancellation));

    public Task<RunDetails?> Find(string runId, CancellationToken cancellation) => journal.Find(runId, cancellation);

    public Task<IReadOnlyList<Run>> List(string? schedule, RunState? state, int skip, int take, CancellationToken cancellation) =>
        journal.List(schedule, state, skip, take, cancellation);

    public Task<IReadOnlyDictionary<string, Run>> LastOfEachSource(CancellationToken cancellation) => journal.LastOfEachSource(cancellation);

    public Task<IReadOnlyList<Run>> MarkInterrupted(TimeSpan silence, CancellationToken cancellation) => journal.MarkInterrupted(silence, cancellation);

    public Task Settle(string runId, RunState state, string reason, CancellationToken cancellation) => journal.Settle(runId, state, reason, cancellation);

    private sealed class Told(IRunRecorder recorder) : IRunRecorder
    {
        private string step = "";

        public string RunId => recorder.RunId;

        public Task BeginStep(RunStepKind kind, string? item, int total)
        {
            step = item is null ? kind.ToString() : $"{kind} {item}";
            return recorder.BeginStep(kind, item, total);
        }

        public void Progress(int done, int total, string item) => recorder.Progress(done, total, item);

        public Task EndStep(string outcome)
        {
            System.Console.Error.WriteLine($"{step}: {outcome}");
            return recorder.EndStep(outcome);
        }

        public Task Fetched(RunFetch fetch)
        {
            System.Console.Error.WriteLine(FormattableString.Invariant($"{fetch.Url}: {fetch.HttpStatus?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"}, {fetch.Bytes ?? 0} bytes, {fetch.Outcome}"));
            return recorder.Fetched(fetch);
        }

        public Task Log(string level, string text)
        {
            System.Console.Error.WriteLine($"{level}: {text}");
            return recorder.Log(level, text);
        }

        public Task OfSource(string sourceId, SourceResult result, string? reason) => recorder.OfSource(sourceId, result, reason);

        public Task Complete(RunEnd how) => recorder.Complete(how);

        public ValueTask DisposeAsync() => recorder.DisposeAsync();
    }
}
