using SpIndicators.Core.Operations;

namespace SpIndicators.Tests.Running;

/// <summary>Each way an agency can go wrong, from its answer to what readers see and what the run's page says of it.</summary>
public sealed class FaultTests(FaultBench bench) : IClassFixture<FaultBench>
{
    [Theory]
    [InlineData("429 with Retry-After", "answered 429 (too many requests) and asks to wait 1 seconds (tried 2 times).")]
    [InlineData("429 with a long Retry-After", "answered 429 (too many requests) and asks to wait 60 minutes.")]
    [InlineData("500", "answered 500 (error of the server) (tried 2 times).")]
    [InlineData("503", "answered 503 (not available at present) (tried 2 times).")]
    [InlineData("timeout", "did not send a whole answer within 2 seconds (tried 2 times).")]
    [InlineData("slow drip", "did not send a whole answer within 2 seconds (tried 2 times).")]
    [InlineData("truncated body", "broke off after 300 bytes (tried 2 times).")]
    [InlineData("wrong content type", "sent a web page (text/html) instead of text/csv.")]
    [InlineData("web page named CSV", "sent a web page instead of figures.")]
    [InlineData("empty 200", "sent an empty answer.")]
    [InlineData("gzip bomb", "sent bytes that unpack to more than 200000, the most its card allows; the rest was not unpacked.")]
    [InlineData("10 times the size", "announced 2000000 bytes; its card allows 200000.")]
    [InlineData("another machine", "sends on to https://example.org, which is not among the addresses of this source; nothing was asked there.")]
    [InlineData("changed columns", "lacks the column 'SOC' and has a new column 'CONTINGENCY'.")]
    [InlineData("a line twice", "the agency sent a line twice, word for word: DEU, SOC_CONTIG_TOTAL, SEX_T, 2020")]
    [InlineData("error body under 200", "is an error: Invalid value: The provided parameter value is not valid (asked for NY.GDP.MKTP.CD).")]
    [InlineData("paging that shrinks mid-way", "says 120 rows on 2 pages where the page before said 121 on 2: the data changed while they were read.")]
    [InlineData("the first page again", "is page 1 where page 2 was asked for.")]
    [InlineData("duplicate pages", "the agency sent a line twice, word for word: DEU, NY.GDP.MKTP.CD, 1901.")]
    public async Task Fault_ChangesNothingReadersSee_AndTheRunsPageSaysWhatItWas(string fault, string sentence)
    {
        var before = bench.Readers();
        var source = Faults.Set(bench.Agency, fault);

        var run = await bench.Run(source);

        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal(before, bench.Readers());
        var page = await bench.Page(run);
        Assert.Contains("Failed", page, StringComparison.Ordinal);
        Assert.Contains($"{source} could not be fetched:", page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("Readers see what they saw before.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN strings", "DEU 8.5", "URY nan not a number: NaN")]
    [InlineData("blank ISO3", "DEU 2.0", "XX 5.0 unknown area code XX")]
    public async Task LineThatIsNoFigure_IsKeptWithItsReason_AndTheOthersArePublished(string fault, string published, string rejected)
    {
        var before = bench.Readers();
        var source = Faults.Set(bench.Agency, fault);

        var run = await bench.Run(source);

        Assert.Equal((RunState.Published, 121L), (run.State, run.RowsIn));
        Assert.NotEqual(before, bench.Readers());
        Assert.Equal([published, rejected], bench.Figures(source));
        var page = await bench.Page(run);
        Assert.Contains($"121 read, {run.RowsOut:N0} observations kept, {run.RowsRejected} rejected", page, StringComparison.Ordinal);
        Assert.Contains("Germany", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AgencyThatIsDead_DegradesItsOwnSource_AndNoOther()
    {
        Faults.Set(bench.Agency, "500");
        Faults.Set(bench.Agency, "nothing wrong at the World Bank");

        var run = await bench.Run([FaultBench.Ilo, FaultBench.WorldBank]);

        var last = await bench.LastOfEachSource();
        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal(RunState.Failed, last[FaultBench.Ilo].State);
        Assert.Contains("answered 500", last[FaultBench.Ilo].Reason, StringComparison.Ordinal);
        Assert.Equal((RunState.Published, null), (last[FaultBench.WorldBank].State, last[FaultBench.WorldBank].Reason));
    }

    [Fact]
    public async Task AnswerWithNothingWrong_IsPublished_AndThePageSaysWhatItChanged()
    {
        var source = Faults.Set(bench.Agency, "nothing wrong");

        var run = await bench.Run(source);

        Assert.True(run.State == RunState.Published, run.Reason);
        Assert.Equal(["DEU 99.5", "URY 94.8"], bench.Figures(source));
        Assert.Contains("0 figures added, 1 changed, 0 withdrawn; 0 to look at.", await bench.Page(run), StringComparison.Ordinal);
    }
}
