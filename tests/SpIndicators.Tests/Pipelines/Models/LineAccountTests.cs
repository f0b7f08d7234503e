namespace SpIndicators.Tests.Pipelines.Models;

/// <summary>No line of a long file and no filled cell of a wide one is lost between the file and the tables.</summary>
public sealed class LineAccountTests : IDisposable
{
    private readonly ModelBench bench = new();

    [Theory]
    [InlineData("long | 10 | 9 | 1", true)]
    [InlineData("long | 10 | 9 | 0", false)]
    [InlineData("long | 10 |  | ", false)]
    [InlineData("wide | 10 | 23 | 1", true)]
    [InlineData("wide | 10 | 23 | 0", false)]
    [InlineData("wide | 11 | 23 | 1", false)]
    [InlineData("uncounted | 10 | 23 | 1", false)]
    public void Lines_OfASnapshot_AddUpOrStopThePublish(string snapshot, bool accountedFor) => bench
        .Given("indicators.snapshot", $"source_id | file_rows:bigint | observations:bigint | rejected:bigint\n{snapshot}", "'2020' as vintage")
        .Given("reference.source", "source_id | is_wide:boolean\nlong | false\nwide | true\nuncounted | true")
        .Given("meta.wide_file", "source_id | vintage | lines:bigint | empty_lines:bigint | filled_cells:bigint\nwide | 2020 | 10 | 2 | 24")
        .Gives("checks.every_line_is_accounted_for", $"source_id\n{(accountedFor ? "" : snapshot.Split(' ')[0])}");

    public void Dispose() => bench.Dispose();
}
