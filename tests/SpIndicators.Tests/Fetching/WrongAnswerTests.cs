using System.Text;
using Microsoft.AspNetCore.Http;
using SpIndicators.Tests.Pipelines;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>What came whole and is no release all the same: refused with its reason, asked for once, and nothing lands.</summary>
public sealed class WrongAnswerTests : IAsyncDisposable
{
    private const int MaxBytes = 20_000;
    private readonly FetchBench bench = Bench().Card(Source, c => c with { MaxBytes = MaxBytes });

    [Theory]
    [InlineData("", "text/csv", "sent an empty answer")]
    [InlineData("no data\n", "text/csv", "sent an answer of 8 bytes, too short")]
    [InlineData("<!DOCTYPE html><html><body>Scheduled maintenance</body></html>", "text/html", "sent a web page (text/html) instead of text/csv")]
    [InlineData("\uFEFF\n <html><body>Scheduled maintenance</body></html>", "text/csv", "sent a web page instead of figures")]
    [InlineData("{\"error\": \"the selection is empty\"}", "application/json", "sent application/json instead of text/csv")]
    [InlineData("{\"error\": \"the selection is empty\"}", "text/csv", "is not CSV in line 1")]
    [InlineData("{\"error\": \"the selection is empty\"}", null, "sent an answer that does not say what it is")]
    public async Task Answer_ThatIsNoFigures_IsRefusedAtOnce(string body, string? type, string reason)
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Send(context, Encoding.UTF8.GetBytes(body), type));

        var failed = await bench.IsRefused(Source, reason);

        Assert.Single(bench.Server.Asked);
        Assert.Contains(reason, Assert.Single(failed.Requests).Outcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "answered 404 (not found)")]
    [InlineData(403, "answered 403 (forbidden)")]
    [InlineData(204, "answered 204")]
    [InlineData(304, "answered 304")]
    public async Task Status_ThatMeansNoFigures_IsRefusedAtOnce(int status, string reason)
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Status(context, status));

        var failed = await bench.IsRefused(Source, reason);

        Assert.Equal(status, Assert.Single(failed.Requests).HttpStatus);
    }

    [Fact]
    public async Task Answer_TenTimesTheSize_IsRefusedBeforeItIsRead()
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Send(context, Large(10), "text/csv"));

        var failed = await bench.IsRefused(Source, $"announced {10 * MaxBytes} bytes; its card allows {MaxBytes}");

        Assert.Equal(0, Assert.Single(failed.Requests).Bytes);
    }

    [Fact]
    public async Task Answer_TenTimesTheSizeThatAnnouncesNothing_IsReadNoFurtherThanAllowed()
    {
        bench.Server.On(SdmxPath, async (context, _) =>
        {
            context.Response.ContentType = "text/csv";
            await context.Response.Body.WriteAsync(Large(10), context.RequestAborted);
        });

        var failed = await bench.IsRefused(Source, $"sent more than {MaxBytes} bytes");

        Assert.InRange(Assert.Single(failed.Requests).Bytes!.Value, 0, MaxBytes);
    }

    [Fact]
    public async Task GzipBomb_IsUnpackedNoFurtherThanAllowed()
    {
        var bomb = TemporaryHome.Gzip(new string('0', 100 * MaxBytes));
        Assert.InRange(bomb.Length, 0, MaxBytes);
        bench.Server.On(SdmxPath, (context, _) => Packed(context, bomb));

        await bench.IsRefused(Source, $"unpack to more than {MaxBytes}");
    }

    [Fact]
    public async Task PackedAnswer_ThatIsWhole_Lands()
    {
        bench.Server.On(SdmxPath, (context, _) => Packed(context, TemporaryHome.Gzip(Two)));

        var landed = await bench.Landed(Source);

        Assert.Equal(2, landed.Rows);
        Assert.Equal(TwoBytes.Length, Assert.Single(landed.Requests).Bytes);
    }

    [Fact]
    public async Task PackedAnswer_ThatWasCut_IsRefused()
    {
        bench.Server.On(SdmxPath, (context, _) => Packed(context, TemporaryHome.Gzip(Two)[..^12]));

        await bench.IsRefused(Source, "packed bytes that", "tried 3 times");
    }

    [Fact]
    public async Task Answer_PackedAsWasNotAsked_IsRefused()
    {
        bench.Server.On(SdmxPath, (context, _) =>
        {
            context.Response.Headers.ContentEncoding = "br";
            return AgencyServer.Send(context, TwoBytes, "text/csv");
        });

        await bench.IsRefused(Source, "packed as 'br', which was not asked for");
    }

    [Fact]
    public async Task Answer_InAnotherEncodingThanUtf8_IsRefused()
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.Send(context, Encoding.Latin1.GetBytes(SdmxHeader + Sdmx("CIV", "1", source: "Enqu\u00eate")), "text/csv"));

        await bench.IsRefused(Source, "characters that are not UTF-8");
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static byte[] Large(int times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789", times * MaxBytes / 10)));

    private static Task Packed(HttpContext context, byte[] body)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        return AgencyServer.Send(context, body, "text/csv");
    }
}
