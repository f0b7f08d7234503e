using Microsoft.AspNetCore.WebUtilities;
using SpIndicators.Dashboards.Pages.Explore;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Tests.Pages.Explore;

public sealed class ExploreStateTests
{
    private static readonly Vocabulary Known = new([], ["TOTAL"], [], indicators: ["coverage", "coverage_gap", "fiscal_tax"]);

    [Fact]
    public void Default_IsWrittenAsNothing() => Assert.Equal("/explore", Urls.Explore(ViewState.Default, ExploreState.Default));

    [Theory]
    [InlineData("indicator=coverage&tab=scatter&against=fiscal_tax&xScale=log&facet=sex&sort=later")]
    [InlineData("tab=multiples&facet=contingency")]
    public void State_WrittenAndRead_IsTheSame(string query)
    {
        var read = Read(query);

        Assert.Equal($"?{query}", Urls.Query(ViewState.Default, read));
        Assert.Equal(read, Read(Urls.Query(ViewState.Default, read)));
    }

    [Theory]
    [InlineData("tab=MAP&indicator=COVERAGE_GAP&xScale=linear&sort=Change&facet=country")]
    [InlineData("tab=&indicator=")]
    [InlineData("tab=7&facet=-1&sort=0")]
    public void AnotherSpellingOfTheDefault_AndNonsense_AreTheDefault(string query) => Assert.Equal(ExploreState.Default, Read(query));

    private static ExploreState Read(string query) =>
        (ExploreState)new ExploreParametersAttribute().Read(new ViewStateReader(QueryHelpers.ParseQuery(query)), Known);
}
