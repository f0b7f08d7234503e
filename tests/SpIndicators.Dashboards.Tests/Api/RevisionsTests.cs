using System.Net;
using System.Text.Json;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary><c>/api/v1/revisions</c>: what a release did to the figures of the one before.</summary>
public sealed class RevisionsTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    private const string Later = "/api/v1/revisions?release=unsd_sdg@2024-02-17";

    [Fact]
    public async Task Withdrawn_InALaterRelease_IsToldByThatRelease()
    {
        var answer = await Ask(Later + "&contingency=POOR&country=URY&change=Withdrawn&sex=T&lang=es");
        var row = Assert.Single(answer.GetProperty("rows").EnumerateArray().ToList());
        string? Text(string name) => row.GetProperty(name).GetString();

        Assert.Equal(("withdrawn", "Uruguay", "POOR", "2024-02-17", "2020-10-19"),
            (Text("change"), Text("ref_area_name"), Text("contingency"), Text("vintage"), Text("vintage_before")));
        Assert.Equal((267.28646, 100), (row.GetProperty("value_before").GetDouble(), row.GetProperty("shown_before").GetDouble()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (row.GetProperty("value_after").ValueKind, row.GetProperty("shown_after").ValueKind));
        Assert.Equal(["2020-10-19", "2024-02-17"], answer.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("vintage").GetString()));
    }

    [Theory]
    [InlineData("", 9)]
    [InlineData("&change=added", 1)]
    [InlineData("&change=changed&country=KEN~SEN", 1)]
    [InlineData("&change=relabelled", 0)]
    [InlineData("&limit=2&offset=1", 9)]
    public async Task Filters_KeepWhatTheySay(string filters, int total) => Assert.Equal(total, (await Ask(Later + filters)).GetProperty("total").GetInt32());

    [Theory]
    [InlineData("/api/v1/revisions", "release")]
    [InlineData("/api/v1/revisions?release=nobody@2020", "release")]
    [InlineData(Later + "&change=lost", "change")]
    [InlineData(Later + "&indicator=coverage", "indicator")]
    public async Task BadQuestion_IsAProblemThatNamesTheParameter(string url, string parameter)
    {
        using var response = await dashboard.Get(url);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Observations_SayWhereRevisionsAre() =>
        Assert.Contains(Urls.ApiRevisionsPath, (await Ask("/api/v1/observations?release=unsd_sdg@2024-02-17")).GetProperty("notes").ToString(), StringComparison.Ordinal);

    private async Task<JsonElement> Ask(string url)
    {
        using var response = await dashboard.Get(url);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
