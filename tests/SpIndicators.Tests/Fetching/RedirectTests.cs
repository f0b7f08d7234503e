using Microsoft.AspNetCore.Http;
using static SpIndicators.Tests.Fetching.IloAnswers;

namespace SpIndicators.Tests.Fetching;

/// <summary>A service that sends on: followed within the machines a source's card or the settings name, and nowhere else.</summary>
public sealed class RedirectTests : IAsyncDisposable
{
    private readonly FetchBench bench = Bench();
    private readonly AgencyServer other = new();

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Service_ThatSendsOnToItself_IsFollowed(int status)
    {
        bench.Server.On(SdmxPath, (context, _) => SendOn(context, "/v2/data.csv", status));
        bench.Server.On("/v2/data.csv", (context, _) => AgencyServer.Send(context, TwoBytes, "text/csv"));

        var landed = await bench.Landed(Source);

        Assert.Equal(2, landed.Rows);
        // The record names what was asked for, which is what the next run asks for again.
        Assert.Contains(SdmxPath, Assert.Single(landed.Requests).Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")] // another service of the same machine
    [InlineData("localhost")]
    public async Task Service_ThatSendsOnToAnotherPlace_IsRefusedByItsName_AndNothingIsAskedThere(string host)
    {
        var elsewhere = new UriBuilder(other.Address) { Host = host, Path = "/data.csv" }.Uri;
        other.On("/data.csv", (context, _) => AgencyServer.Send(context, TwoBytes, "text/csv"));
        bench.Server.On(SdmxPath, (context, _) => SendOn(context, elsewhere.AbsoluteUri));

        var failed = await bench.IsRefused(Source, $"sends on to {elsewhere.GetLeftPart(UriPartial.Authority)}, which is not among the addresses of this source");

        Assert.Empty(other.Asked);
        Assert.Equal(302, Assert.Single(failed.Requests).HttpStatus);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/data.csv")]
    public async Task Service_ThatSendsOnToNoWebAddress_IsRefused(string target)
    {
        bench.Server.On(SdmxPath, (context, _) => SendOn(context, target));

        await bench.IsRefused(Source, "which is not among the addresses of this source");
    }

    [Fact]
    public async Task Service_ThatSendsRoundInACircle_IsRefused()
    {
        bench.Server.On(SdmxPath, (context, _) => SendOn(context, SdmxPath));

        await bench.IsRefused(Source, "sends on and on, 5 times so far");

        Assert.Equal(6, bench.Server.Asked.Count);
    }

    [Fact]
    public async Task Mirror_ThatSendsOnToTheOtherServiceOfItsCard_IsFollowed()
    {
        bench.Card(Source, card => card with { Ways = [card.Ways[0], card.Ways[0] with { Base = "ilo_bulk", Address = other.Address }] });
        bench.Server.On(SdmxPath, (context, _) => SendOn(context, new Uri(other.Address, "/data.csv").AbsoluteUri));
        other.On("/data.csv", (context, _) => AgencyServer.Send(context, TwoBytes, "text/csv"));

        Assert.Equal(2, (await bench.Landed(Source)).Rows);
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await other.DisposeAsync();
    }

    private static Task SendOn(HttpContext context, string location, int status = 302)
    {
        context.Response.Headers.Location = location;
        return AgencyServer.Status(context, status);
    }
}
