using System.Net;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>A reader who leaves before the answer is there leaves nothing broken for those who come later.</summary>
public sealed class AbandonedAnswerTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    private static readonly string[] Sizes = ["chart", "square", "social"];
    private static readonly string[] Languages = ["en", "fr", "es"];

    /// <summary>One picture in every look: each is made and kept by itself.</summary>
    private static readonly string[] Looks =
    [
        .. from size in Sizes
           from language in Languages
           from more in Enumerable.Range(0, 4)
           select $"/overview.svg?size={size}&lang={language}&theme={(more < 2 ? "light" : "dark")}&scale={1 + (more % 2)}",
    ];

    [Fact]
    public async Task Answer_ThatItsReaderDidNotWaitFor_IsWholeForTheNext()
    {
        // Warm, so that the moments below fall before, into and after the writing of the answer.
        await dashboard.Text("/overview.svg");
        foreach (var (look, i) in Looks.Select((look, i) => (look, i)))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(1 + i));
            await Abandoned(look, patience.Token);
        }

        foreach (var look in Looks)
        {
            using var answer = await Ask(look, TestContext.Current.CancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(bytes.Length > 1000, $"{look} has {bytes.Length} bytes.");
        }
    }

    private async Task Abandoned(string address, CancellationToken patience)
    {
        try
        {
            using var answer = await Ask(address, patience);
        }
        catch (OperationCanceledException)
        {
            // As meant.
        }
    }

    private async Task<HttpResponseMessage> Ask(string address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        return await dashboard.Client.SendAsync(request, cancellation);
    }
}
