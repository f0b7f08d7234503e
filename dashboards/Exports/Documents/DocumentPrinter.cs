using System.Text.Encodings.Web;
using SpIndicators.Dashboards.Exports.Browser;

namespace SpIndicators.Dashboards.Exports.Documents;

/// <summary>
/// Prints a document of a fixed number of pages: in the largest type with which it fits. Whatever is missing is an error that
/// names it; there is no half document.
/// </summary>
public sealed class DocumentPrinter(Chromium browser)
{
    /// <summary>A4 less the margins of <c>@page</c> in brief.css, in CSS pixels: 210 − 2 × 12 mm, 297 − 10 − 13 mm.</summary>
    private const double Millimetre = 96 / 25.4;
    private const int SheetWidth = (int)(186 * Millimetre);
    private const double SheetHeight = 274 * Millimetre;

    /// <param name="html">Stands alone (<see cref="PrintedHtml"/>).</param>
    /// <param name="marks">Of all charts that the page put down: how many there are, and how many of them have a value.</param>
    /// <param name="foot">At the foot of each page.</param>
    /// <exception cref="ChromiumException">There is no browser, it failed, or something is missing or does not fit.</exception>
    public async Task<byte[]> Print(string html, DocumentAttribute document, (int All, int WithValue) marks, string language, string foot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var pdf = await browser.WithPage(async (page, token) =>
        {
            await page("Emulation.setDeviceMetricsOverride", new { width = SheetWidth, height = (int)SheetHeight, deviceScaleFactor = 1, mobile = false }, token);
            await page("Emulation.setEmulatedMedia", new { media = "print" }, token);
            await Chromium.Show(page, html, token);
            var root = (await page("DOM.getDocument", new { depth = 0 }, token)).GetProperty("root").GetProperty("nodeId").GetInt32();
            await MustBeWhole(page, root, document, marks, token);
            return await InLargestType(page, root, document, foot, token);
        }, cancellation);
        return PdfChecks.Lacks(pdf, language) is [var lacking, ..] ? throw new ChromiumException($"The document has no {lacking}.") : pdf;
    }

    /// <summary>Every part once and not empty, every mark drawn.</summary>
    internal static async Task MustBeWhole(Chromium.Page page, int root, DocumentAttribute document, (int All, int WithValue) marks, CancellationToken token)
    {
        foreach (var part in document.Parts)
        {
            var found = await Find(page, root, $"[data-part={part}]", token);
            if (found.Count != 1)
            {
                throw new ChromiumException($"The part \"{part}\" is there {found.Count} times; a document has it once.");
            }

            // A heading alone is no part.
            if ((await Find(page, found[0], ":scope > p, :scope > ul, :scope > table", token)).Count == 0)
            {
                throw new ChromiumException($"The part \"{part}\" is empty.");
            }
        }

        var drawn = (All: (await Find(page, root, "[data-area]", token)).Count, WithValue: (await Find(page, root, "[data-area] .stem", token)).Count);
        if (drawn != marks)
        {
            throw new ChromiumException($"{drawn.All} marks are drawn, {drawn.WithValue} of them with a value; the charts have {marks.All} and {marks.WithValue}.");
        }
    }

    private static async Task<byte[]> InLargestType(Chromium.Page page, int root, DocumentAttribute document, string foot, CancellationToken token)
    {
        var html = (await Find(page, root, "html", token))[0];
        var sheets = await Find(page, root, ".brief-sheet", token);
        var said = "";
        foreach (var size in document.Sizes)
        {
            await page("DOM.setAttributeValue", new { nodeId = html, name = "class", value = size }, token);
            var tallest = 0.0;
            foreach (var sheet in sheets)
            {
                tallest = Math.Max(tallest, (await page("DOM.getBoxModel", new { nodeId = sheet }, token)).GetProperty("model").GetProperty("height").GetDouble());
            }

            if (tallest > SheetHeight)
            {
                said = $"a page of it is {tallest / Millimetre:0} mm high, and there are {SheetHeight / Millimetre:0}";
                continue;
            }

            var pdf = await Pdf(page, foot, token);
            if (PdfChecks.Pages(pdf) == document.Pages)
            {
                return pdf;
            }

            said = $"it takes {PdfChecks.Pages(pdf)} pages";
        }

        throw new ChromiumException($"The document does not fit on {document.Pages} pages, even in the smallest type: {said}.");
    }

    private static async Task<byte[]> Pdf(Chromium.Page page, string foot, CancellationToken token) => (await page("Page.printToPDF", new
    {
        printBackground = true,
        preferCSSPageSize = true,
        generateTaggedPDF = true,
        displayHeaderFooter = true,
        headerTemplate = "<span></span>",
        footerTemplate = $"""<div style="width:100%;padding:0 12mm;display:flex;justify-content:space-between;font:8pt sans-serif;color:#4d5a5e"><span>{HtmlEncoder.Default.Encode(foot)}</span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>""",
    }, token)).GetProperty("data").GetBytesFromBase64();

    private static async Task<IReadOnlyList<int>> Find(Chromium.Page page, int within, string selector, CancellationToken token) =>
        [.. (await page("DOM.querySelectorAll", new { nodeId = within, selector }, token)).GetProperty("nodeIds").EnumerateArray().Select(node => node.GetInt32())];
}
