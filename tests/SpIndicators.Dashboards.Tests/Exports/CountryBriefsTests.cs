using System.Collections.Concurrent;
using System.Net;
using System.Text;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>A batch of briefs: whole files or none, nothing made twice, one failure named and passed.</summary>
public sealed class CountryBriefsTests : IDisposable
{
    private static readonly string[] Countries = ["BOL", "KEN", "TUV"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spi-briefs-");

    [Fact]
    public async Task Batch_StartedAgain_MakesOnlyWhatIsNotThere()
    {
        using var server = new FakeServer(_ => Answer("%PDF- /StructTreeRoot /MarkInfo /Lang (fr) /Title %%EOF"));
        var first = await Print(server, ["BOL", "KEN"]);
        var reports = new ConcurrentBag<BriefProgress>();
        var again = await Print(server, Countries, reports);

        Assert.Equal((2, 0), (first.Made, first.Kept));
        Assert.Equal((1, 2), (again.Made, again.Kept));
        Assert.Equal(
            ["country-BOL-brief-fr-2026-01-01.pdf", "country-KEN-brief-fr-2026-01-01.pdf", "country-TUV-brief-fr-2026-01-01.pdf"],
            folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(3, server.Asked.Count);
        Assert.Contains("/country/TUV/brief.pdf?lang=fr&vintage=2026-01-01", server.Asked);
        Assert.Equal([1, 2, 3], reports.Select(report => report.Done).Order());
    }

    [Fact]
    public async Task CountryThatFails_HasNoFileAndIsNamed_AndTheOthersAreMade()
    {
        using var server = new FakeServer(path => path.Contains("KEN", StringComparison.Ordinal)
            ? Answer("""{"title":"Not now.","detail":"The part \"costs\" is empty."}""", HttpStatusCode.ServiceUnavailable, "application/problem+json")
            : path.Contains("TUV", StringComparison.Ordinal) ? Answer("%PDF- half")
            : Answer("%PDF- /StructTreeRoot /MarkInfo /Lang (fr) /Title %%EOF"));
        var printed = await Print(server, Countries);

        Assert.Equal(1, printed.Made);
        Assert.Equal(["KEN", "TUV"], printed.Failures.Select(failure => failure.Country));
        Assert.Contains("\"costs\" is empty", printed.Failures[0].Reason, StringComparison.Ordinal);
        Assert.Equal("country-BOL-brief-fr-2026-01-01.pdf", Assert.Single(folder.GetFiles()).Name);
    }

    [Fact]
    public async Task ServerWithoutABrowser_EndsTheBatchAtOnce()
    {
        using var server = new FakeServer(_ => Answer("""{"title":"No browser."}""", HttpStatusCode.NotImplemented, "application/problem+json"));
        var failure = await Assert.ThrowsAsync<ChromiumException>(() => Print(server, Countries));

        Assert.True(failure.IsMissing);
        Assert.Empty(folder.GetFiles());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<PrintedBriefs> Print(FakeServer server, IReadOnlyList<string> countries, ConcurrentBag<BriefProgress>? reports = null)
    {
        using var http = new HttpClient(server, disposeHandler: false) { BaseAddress = new Uri("http://127.0.0.1") };
        return await new CountryBriefs(http).Print(
            countries, Language.French, SmallWarehouse.Vintage(SmallWarehouse.FirstVintage), folder, new Collected(reports ?? []), TestContext.Current.CancellationToken);
    }

    private static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/pdf") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    private sealed class Collected(ConcurrentBag<BriefProgress> reports) : IProgress<BriefProgress>
    {
        public void Report(BriefProgress value) => reports.Add(value);
    }

    private sealed class FakeServer(Func<string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public ConcurrentBag<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.PathAndQuery);
            return Task.FromResult(answer(request.RequestUri.PathAndQuery));
        }
    }
}
