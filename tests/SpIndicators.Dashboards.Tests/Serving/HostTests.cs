using System.Net;
using SpIndicators.Dashboards.Exports;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Serving;

/// <summary>What is kept for one reader is not another's: not the host he claimed, not the slips in his address.</summary>
public sealed class HostTests(CountryDashboard dashboard) : IClassFixture<CountryDashboard>
{
    private const string Evil = "evil.example";
    private static readonly string[] Slips = ["FIRST", "SECOND", "THIRD", "FOURTH"];

    [Theory]
    [InlineData("/", true)]
    [InlineData("/indicator", true)]
    [InlineData("/country/KEN", true)]
    [InlineData("/data", true)]
    [InlineData("/data/coverage", true)]
    [InlineData("/overview.embed", true)]
    [InlineData("/overview.embed?vintage=2026-02-01", true)]
    [InlineData("/overview.svg", true)]
    [InlineData("/overview.metadata.json", true)]
    [InlineData("/overview.json", true)]
    [InlineData("/overview.bib", true)]
    [InlineData("/overview.csv", false)]
    [InlineData("/overview.sdmx.csv", false)]
    [InlineData("/revisions.atom", true)]
    [InlineData("/api/v1/observations?limit=2", false)]
    [InlineData("/api/v1/observations?limit=2&offset=2", false)]
    [InlineData("/api/v1/data/coverage.json", true)]
    [InlineData("/api/v1/openapi.json", false)]
    [InlineData("/api/v1/sdmx/structure/dataflow", false)]
    [InlineData("/api/v1/bulk/spindicators-latest.duckdb", false)]
    [InlineData("/no/such/page", true)]
    public async Task Host_ThatOneReaderClaims_IsInNobodyElsesAnswer(string address, bool standsInHisOwn)
    {
        using var his = await dashboard.Get(address, ("Host", Evil), ("X-Forwarded-Host", Evil), ("Forwarded", $"host={Evil}"));
        using var mine = await dashboard.Get(address);
        using var again = await dashboard.Get(address, ("If-None-Match", his.Headers.ETag?.ToString() ?? "\"none\""));
        using var claimed = await dashboard.Get(address, ("X-Forwarded-Host", Evil), ("Forwarded", $"host={Evil}"));

        Assert.True(his.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.Found or HttpStatusCode.NotFound, $"{his.StatusCode}");
        // Else this test would prove nothing: the claimed host is where whole addresses are.
        Assert.Equal(standsInHisOwn, (await Whole(his)).Contains(Evil, StringComparison.OrdinalIgnoreCase));
        Assert.All([await Whole(mine), await Whole(again), await Whole(claimed)], answer => Assert.DoesNotContain(Evil, answer, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/data")]
    [InlineData("/data/coverage")]
    [InlineData("/revisions.atom")]
    [InlineData("/overview.embed")]
    [InlineData("/overview.metadata.json")]
    [InlineData("/api/v1/data/coverage.json")]
    public async Task PublicAddress_OfAnInstallation_StandsWhereverAWholeAddressDoes(string address)
    {
        await using var proxied = Dashboard.With(new ExportOptions(new Uri("https://monitor.example.org/sp/")));
        await proxied.InitializeAsync();
        using var answer = await proxied.Get(address, ("Host", Evil));
        var whole = await Whole(answer);

        Assert.Contains("https://monitor.example.org/sp/", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(Evil, whole, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Links_ToThePagesAroundOne_HaveNoHost()
    {
        using var answer = await dashboard.Get("/api/v1/observations?limit=2&offset=2", ("Host", Evil));

        Assert.All(Assert.Single(answer.Headers.GetValues("Link")).Split(", "), link => Assert.StartsWith("</api/v1/observations?", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slips_OfAPage_AreToldToWhoMadeThem_AndToNobodyElse()
    {
        foreach (var (address, told) in new[]
        {
            ("/indicator?contingency=FIRST", "contingency=FIRST"), ("/indicator", ""), ("/indicator?contingency=SECOND", "contingency=SECOND"), ("/indicator", ""),
            ("/indicator?contingency=FIRST", "contingency=FIRST"), ("/indicator?surprise=1", "surprise=1"), ("/indicator?contingency=TOTAL", ""),
        })
        {
            var page = await Html.Parse(await dashboard.Text(address));

            Assert.Equal((address, told), (address, string.Join(' ', page.QuerySelectorAll(".ignored code").Select(code => code.TextContent))));
        }
    }

    [Fact]
    public async Task Slips_OfAFile_AreToldToWhoMadeThem_AndTheFileIsMadeForTheNext()
    {
        foreach (var (address, status, told) in new[]
        {
            ("/overview.csv?country=~FIRST", 400, "FIRST"), ("/overview.csv", 200, "REF_AREA"), ("/overview.csv?country=~SECOND", 400, "SECOND"), ("/overview.csv?csv=THIRD", 400, "THIRD"),
            ("/overview.csv?chart=FOURTH", 400, "FOURTH"), ("/overview.csv", 200, "REF_AREA"), ("/overview.csv?country=~FIRST", 400, "FIRST"),
            ("/api/v1/observations?country=~FIRST", 400, "FIRST"), ("/api/v1/observations?country=~KEN", 200, "KEN"), ("/api/v1/observations?country=~SECOND", 400, "SECOND"),
        })
        {
            using var answer = await dashboard.Get(address);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal((address, status), (address, (int)answer.StatusCode));
            Assert.Contains(told, text, StringComparison.Ordinal);
            Assert.All(Slips.Where(slip => slip != told), slip => Assert.DoesNotContain(slip, text, StringComparison.Ordinal));
            Assert.Equal(status != 200, answer.Headers.CacheControl!.NoStore);
        }
    }

    /// <summary>Headers and body.</summary>
    private static async Task<string> Whole(HttpResponseMessage answer) =>
        $"{answer.Headers}\n{answer.Content.Headers}\n{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
}
