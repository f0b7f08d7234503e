using SpIndicators.App.Observability;
using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Running;

public sealed class MetricsPageTests
{
    [Fact]
    public async Task Page_CountsRunsBytesAndSteps_AndTellsWhatIsPublished()
    {
        await using var bench = new RunBench();
        using var page = new MetricsPage(bench.Folder, TimeProvider.System);
        await bench.Published();
        Assert.Equal(RunState.NoNewData, (await bench.Run()).State);

        var text = page.Text();

        Assert.Matches("""(?m)^spindicators_refresh_runs_total\{state="published"\} [1-9]""", text);
        Assert.Matches("""(?m)^spindicators_refresh_runs_total\{state="nonewdata"\} [1-9]""", text);
        Assert.Matches("""(?m)^spindicators_fetched_bytes_total\{source="ilostat_sdg_0131"\} [1-9][0-9]{5}""", text);
        Assert.Matches("""(?m)^spindicators_refresh_step_seconds_count\{step="build"\} [1-9]""", text);
        Assert.Contains($"spindicators_published_age_seconds{{vintage=\"{bench.Readers().Vintage}\"}}", text, StringComparison.Ordinal);
        Assert.Contains("\nspindicators_waiting_builds 0\n", text, StringComparison.Ordinal);
        // Every line is a comment or a name, labels and a number.
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches("""^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? -?[0-9.E+-]+)$""", line));
    }
}
