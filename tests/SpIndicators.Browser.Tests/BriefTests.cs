using System.Diagnostics;
using System.Net;
using System.Text;

namespace SpIndicators.Browser.Tests;

/// <summary>The brief of a country as a PDF of the running app: two pages, tagged, its words readable, the same file as long as nothing changes.</summary>
public sealed class BriefTests(Site site, ITestOutputHelper output) : BrowserTest(site, output)
{
    private readonly ITestOutputHelper said = output;

    /// <summary>Much, little and next to nothing known; long names and long tables.</summary>
    public static TheoryData<string, string> Briefs => new MatrixTheoryData<string, string>(["KEN", "BOL", "DEU", "TUV", "IND", "CIV"], ["en", "fr", "es"]);

    [Theory, MemberData(nameof(Briefs))]
    public async Task Pdf_OfACountryInALanguage_HasTwoTaggedPages(string country, string language)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync($"/country/{country}/brief.pdf?lang={language}", TestContext.Current.CancellationToken);
        var pdf = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        said.WriteLine($"{country} {language}: {watch.ElapsedMilliseconds} ms, {pdf.Length} bytes");
        var text = Encoding.Latin1.GetString(pdf);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith($"country-{country}-brief-{language}-", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(2, text.Split("/Type /Page\n").Length - 1);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo", text, StringComparison.Ordinal);
        Assert.Contains($"/Lang ({language})", text, StringComparison.Ordinal);
        Assert.Contains("/S /TH", text, StringComparison.Ordinal);
        Assert.Contains("/S /H1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_HasTheWordsAndFiguresOfItsPage()
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        var pdf = await http.GetByteArrayAsync("/country/KEN/brief.pdf", TestContext.Current.CancellationToken);
        // Where the reader of PDF is not at hand the tags above still say that there is text; here its fonts and their way back to letters.
        var words = await TextOf(pdf);
        string[] expected = words is null ? ["/ToUnicode", "/FontFile2"] : ["Kenya", "89.9%", "46.9 million people", "Where the money could come from", "vintage=", "No. 102"];

        Assert.All(expected, part => Assert.Contains(part, words ?? Encoding.Latin1.GetString(pdf), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pdf_AskedForAgainWithItsTag_IsNotSentAgain()
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        using var first = await http.GetAsync("/country/KEN/brief.pdf", TestContext.Current.CancellationToken);
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/country/KEN/brief.pdf");
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await http.SendAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    /// <summary>By pdftotext; null where it is not on this machine.</summary>
    private static async Task<string?> TextOf(byte[] pdf)
    {
        var file = Path.Combine(Places.Run, "brief.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            return await reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
