using System.Net;
using System.Text.Json;
using SpIndicators.Dashboards.Tests.Fixtures;

namespace SpIndicators.Dashboards.Tests.Api;

/// <summary><c>/api/v1/explain</c>, and the rows of indicators that have no releases.</summary>
public sealed class ExplainTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [Fact]
    public async Task Value_WithOneOfEachInput_IsShownWithItsValuesPutIn()
    {
        var answer = await Ask("/api/v1/explain?indicator=coverage&country=ury&contingency=poor&lang=fr");

        Assert.Equal("least(267.28646, 100)", answer.GetProperty("with_values").GetString());
        Assert.Equal(100, answer.GetProperty("recomputed").GetDouble());
        Assert.True(answer.GetProperty("agrees").GetBoolean());
        Assert.Equal(["publié au-dessus de 100, affiché à 100"], answer.GetProperty("value").GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        var input = Assert.Single(answer.GetProperty("inputs").EnumerateArray());
        Assert.Equal(("taux", 267.28646), (input.GetProperty("meaning").GetString(), input.GetProperty("obs_value").GetDouble()));
        Assert.Equal(64, input.GetProperty("snapshot_sha256").GetString()!.Length);
    }

    [Fact]
    public async Task Value_OfMembers_IsRecomputedOverThemWithTheConstantOfAll()
    {
        var answer = await Ask("/api/v1/explain?indicator=mean_gap&country=X01");

        Assert.Equal("sum(value * weight) / sum(weight) * any_value(1)", answer.GetProperty("with_values").GetString());
        Assert.Equal(56.875, answer.GetProperty("recomputed").GetDouble());
        Assert.Equal(7, answer.GetProperty("inputs").GetArrayLength());
    }

    [Fact]
    public async Task Value_ThatItsInputsDoNotGive_SaysSo()
    {
        var answer = await Ask("/api/v1/explain?indicator=mean_gap&country=KEN");

        Assert.Equal((12, 11), (answer.GetProperty("value").GetProperty("obs_value").GetDouble(), answer.GetProperty("recomputed").GetDouble()));
        Assert.False(answer.GetProperty("agrees").GetBoolean());
    }

    [Fact]
    public async Task Time_LeftOut_IsTheNewest() =>
        Assert.Equal(2020, (await Ask("/api/v1/explain?indicator=coverage&country=DEU")).GetProperty("value").GetProperty("time_period").GetInt32());

    [Theory]
    [InlineData("country=DEU", HttpStatusCode.BadRequest, "'indicator' must be one of coverage, coverage_gap, gender_gap, mean_gap, people_uncovered")]
    [InlineData("indicator=coverage", HttpStatusCode.BadRequest, "'country' must be the code of a country")]
    [InlineData("indicator=coverage&country=DEU&time=2015..2020", HttpStatusCode.BadRequest, "'time' must be a year")]
    [InlineData("indicator=coverage&country=DEU&time=1999", HttpStatusCode.NotFound, "There is no value of coverage for DEU")]
    public async Task Question_ThatCannotBeAnswered_SaysWhy(string query, HttpStatusCode status, string words)
    {
        using var response = await dashboard.Client.GetAsync($"/api/v1/explain?{query}", TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observations_OfAnIndicatorWithoutReleases_AreItsValues()
    {
        var answer = await Ask("/api/v1/observations?indicator=mean_gap&country=X01");

        var row = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        Assert.Equal(("mean_gap", 56.875, "A"), (row.GetProperty("indicator_id").GetString(), row.GetProperty("obs_value").GetDouble(), row.GetProperty("confidence").GetString()));
    }

    [Fact]
    public async Task Release_OfAnIndicatorWithoutReleases_IsRefused()
    {
        using var response = await dashboard.Client.GetAsync("/api/v1/observations?indicator=mean_gap&release=unsd_sdg@2020-10-19", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<JsonElement> Ask(string url)
    {
        using var response = await dashboard.Client.GetAsync(url, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
