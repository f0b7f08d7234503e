using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>The sentences of a citation, as the menu of a chart shows them.</summary>
public sealed class CitationTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Theory]
    [InlineData("en", "SpIndicators, edition of 2026-01-01")]
    [InlineData("fr", "SpIndicators, édition du 2026-01-01")]
    [InlineData("es", "SpIndicators, edición del 2026-01-01")]
    public async Task Citation_AsText_IsTheShortAndTheLongSentenceOfTheMetadata(string language, string edition)
    {
        using var answer = await dashboard.Get($"/overview.txt?lang={language}&vintage=2026-01-01&chart=map");
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
        var chart = (await dashboard.Text($"/overview.metadata.json?lang={language}&vintage=2026-01-01&chart=map")).AsJson().GetProperty("chart");

        Assert.Equal(("text/plain", "utf-8", "inline"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal([chart.GetProperty("citationShort").GetString()!, chart.GetProperty("citationLong").GetString()!], lines);
        Assert.All(lines, line => Assert.Contains(edition, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Menu_WithoutJavaScript_LinksToTheCitation_AndShowsNoButtonThatDoesNothing()
    {
        var page = await dashboard.Text("/?lang=fr");

        Assert.Contains("data-cite", page, StringComparison.Ordinal);
        Assert.Contains("/overview.txt?lang=fr&amp;vintage=2026-01-01&amp;chart=map", page, StringComparison.Ordinal);
        Assert.Equal(page.Split("data-copy=").Length, page.Split(" hidden>Copier").Length);
    }
}
