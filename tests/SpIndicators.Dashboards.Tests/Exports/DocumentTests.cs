using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.FileProviders;
using SpIndicators.Dashboards.Exports.Browser;
using SpIndicators.Dashboards.Exports.Documents;
using SpIndicators.Dashboards.Pages.Brief;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Exports;

/// <summary>A document is whole or it is an error that names what is missing.</summary>
public sealed class DocumentTests
{
    private static readonly BriefDocumentAttribute Brief = new();

    private static string Whole => string.Concat(Brief.Parts.Select(part => $"<section data-part=\"{part}\"><h2>{part}</h2><p>Words.</p></section>"))
        + "<table><tr data-area=\"A\"><td><svg><rect class=\"stem\"/></svg></td></tr><tr data-area=\"B\"><td>No data</td></tr></table>";

    [Fact]
    public async Task Document_WithAllPartsAndMarks_IsWhole() => await MustBeWhole(Whole);

    [Theory]
    [InlineData("<section data-part=\"costs\"><h2>costs</h2><p>Words.</p></section>", "", "\"costs\" is there 0 times")]
    [InlineData("<h2>sources</h2><p>Words.</p>", "<h2>sources</h2>", "\"sources\" is empty")]
    [InlineData("<rect class=\"stem\"/>", "", "2 marks are drawn, 0 of them")]
    [InlineData("<tr data-area=\"B\"><td>No data</td></tr>", "", "1 marks are drawn")]
    public async Task Document_ThatLacksSomething_IsAnErrorThatNamesIt(string part, string instead, string said)
    {
        var failure = await Assert.ThrowsAsync<ChromiumException>(() => MustBeWhole(Whole.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsMissing);
    }

    [Fact]
    public void PageWithoutItsArticleOrAStyleSheet_IsNotPrinted()
    {
        var nothing = new NullFileProvider();

        Assert.Contains("css/app.css", Assert.Throws<ChromiumException>(() => PrintedHtml.Of("<article class=\"brief\"></article>", Brief, "en", "http://x", nothing)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<< /Type /Pages /Count 2 >> << /Type /Page\n>> << /Type /Page>>", 2)]
    [InlineData("<< /Type /Pages /Count 0 >>", 0)]
    public void Pages_AreCounted_NotTheirList(string pdf, int pages) => Assert.Equal(pages, PdfChecks.Pages(Encoding.ASCII.GetBytes(pdf)));

    [Fact]
    public void PdfWithoutTags_IsSaidToLackThem() =>
        Assert.Equal(["/StructTreeRoot", "/MarkInfo", "/Lang (fr)"], PdfChecks.Lacks("%PDF-1.4 /Title (x) /Lang (en) %%EOF"u8, "fr"));

    private static async Task MustBeWhole(string html)
    {
        var nodes = new List<IParentNode> { await Html.Parse($"<!DOCTYPE html><body>{html}</body>") };
        Task<JsonElement> Page(string method, object? parameters, CancellationToken cancellation)
        {
            Assert.Equal("DOM.querySelectorAll", method);
            var asked = JsonSerializer.SerializeToElement(parameters);
            var found = nodes[asked.GetProperty("nodeId").GetInt32()].QuerySelectorAll(asked.GetProperty("selector").GetString()!);
            var first = nodes.Count;
            nodes.AddRange(found);
            return Task.FromResult(JsonSerializer.SerializeToElement(new { nodeIds = Enumerable.Range(first, found.Length) }));
        }

        await DocumentPrinter.MustBeWhole(Page, 0, Brief, (2, 1), TestContext.Current.CancellationToken);
    }
}
