using Microsoft.AspNetCore.Http;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>An answer that breaks off: gone on with where that is safe, begun again where it is not.</summary>
public sealed class ResumeTests : IAsyncDisposable
{
    private const int Half = 300;
    private readonly FetchBench bench = Bench();

    [Fact]
    public async Task Answer_ThatBreaksOff_IsGoneOnWithWhereItBroke()
    {
        bench.Server.On(SdmxPath, (context, before) => before == 0 ? FirstHalf(context, "\"a\"") : Rest(context, "\"a\""));

        var landed = await bench.Landed(Source);

        Assert.Equal([$"broke off after {Half} bytes", "new data"], landed.Requests.Select(r => r.Outcome));
        Assert.Equal([null, 206], landed.Requests.Select(r => r.HttpStatus));
        Assert.Equal($"bytes={Half}-", bench.Server.Headers.Last().Range);
        Assert.Equal("\"a\"", bench.Server.Headers.Last()["If-Range"]);
        Assert.Equal(2, landed.Rows);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(TwoBytes)), landed.Requests[1].Sha256);
    }

    [Fact]
    public async Task Answer_WithAWeakTag_IsBegunAgain()
    {
        bench.Server.On(SdmxPath, (context, before) => before == 0 ? FirstHalf(context, "W/\"a\"") : AgencyServer.Send(context, TwoBytes, "text/csv"));

        var landed = await bench.Landed(Source);

        Assert.Empty(bench.Server.Headers.Last().Range.ToString());
        Assert.Equal(2, landed.Rows);
    }

    [Fact]
    public async Task Answer_ThatChangedMeanwhile_IsBegunAgain()
    {
        // The server no longer has what If-Range names and sends all of the new one.
        bench.Server.On(SdmxPath, (context, before) => before == 0 ? FirstHalf(context, "\"a\"") : AgencyServer.Send(context, SdmxHeader + Sdmx("KEN", "10.1"), "text/csv"));

        var landed = await bench.Landed(Source);

        Assert.StartsWith("KEN,", Assert.Single(FetchBench.Lines(landed.Snapshot).Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartOfAnotherFile_IsNotPutBehindTheFirst()
    {
        bench.Server.On(SdmxPath, (context, before) => before switch
        {
            0 => FirstHalf(context, "\"a\""),
            1 => Rest(context, "\"b\""),
            _ => AgencyServer.Send(context, TwoBytes, "text/csv"),
        });

        var landed = await bench.Landed(Source);

        Assert.Equal("sent another part of the file than was asked for", landed.Requests[1].Outcome);
        Assert.Equal(2, landed.Rows);
    }

    [Fact]
    public async Task Answer_ThatBreaksOffEachTime_IsRefused()
    {
        bench.Server.On(SdmxPath, (context, _) => AgencyServer.BreakOff(context, TwoBytes, Half, "text/csv"));

        var failed = await bench.IsRefused(Source, $"broke off after {Half} bytes (tried 3 times)");

        Assert.Equal(3, failed.Requests.Count);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static Task FirstHalf(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.AcceptRanges = "bytes";
        return AgencyServer.BreakOff(context, TwoBytes, Half, "text/csv");
    }

    private static Task Rest(HttpContext context, string tag)
    {
        context.Response.StatusCode = 206;
        context.Response.Headers.ETag = tag;
        context.Response.Headers.ContentRange = $"bytes {Half}-{TwoBytes.Length - 1}/{TwoBytes.Length}";
        return AgencyServer.Send(context, TwoBytes[Half..], "text/csv");
    }
}
