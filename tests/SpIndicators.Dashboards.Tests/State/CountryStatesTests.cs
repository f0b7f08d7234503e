using Microsoft.AspNetCore.WebUtilities;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Pages.Compare;
using SpIndicators.Dashboards.Pages.Country;
using SpIndicators.Dashboards.Pages.FiscalSpace;
using SpIndicators.Dashboards.State;

namespace SpIndicators.Dashboards.Tests.State;

/// <summary>Members of a group, and what the pages about countries are asked of their own: written and read back the same.</summary>
public sealed class CountryStatesTests
{
    private static readonly Vocabulary Known = new(
        [new("KEN", "country", "Kenya", "Kenya", "Kenya", true), new("SEN", "country", "Senegal", "Sénégal", "Senegal", true), new("LIC", "group", "Low income", "Faible revenu", "Ingreso bajo", false)],
        ["TOTAL"], [new ReleaseKey("ilostat_sdg_0131", "2022-04-17")]);

    private static readonly bool[] Either = [true, false];
    private static readonly string[] Groups = ["LIC", FiscalState.Everyone];

    [Theory]
    [InlineData("country=group:lic", "?country=group%3ALIC")]
    [InlineData("country=group:LIC~KEN", "?country=group%3ALIC~KEN")]
    [InlineData("country=SEN~group:LIC~KEN", "?country=group%3ALIC~SEN~KEN")]
    [InlineData("country=group%3ALIC&country=KEN", "?country=group%3ALIC~KEN")]
    public void MembersOfAGroup_AreReadAndWrittenInOneWay(string query, string canonical)
    {
        var (state, ignored) = Read(query, takesGroups: true);

        Assert.Empty(ignored);
        Assert.Equal("LIC", state.MembersOf);
        Assert.Equal(canonical, Urls.Query(state));
        Assert.Equal(state, Read(canonical, takesGroups: true).State);
    }

    [Theory]
    [InlineData("country=group:LIC~KEN", false, "ignored.group.page")]
    [InlineData("country=group:KEN", true, "ignored.group")]
    [InlineData("country=group:", true, "ignored.group")]
    public void GroupThatCannotBeFollowed_IsLeftOutAndTold(string query, bool takesGroups, string reason)
    {
        var (state, ignored) = Read(query, takesGroups);

        Assert.Null(state.MembersOf);
        Assert.Equal(reason, Assert.Single(ignored).Reason);
    }

    private static readonly bool[] Both = [true, false];

    [Fact]
    public void EveryStateOfThePages_WrittenAndRead_IsTheSame()
    {
        var peers = PeersRule.All.Select(rule => (IPageState)new CountryState(rule.InUrl));
        var fiscal = from sort in FiscalState.Columns
                     from shares in Either
                     from @group in Groups
                     from rule in PeersRule.All
                     select (IPageState)new FiscalState(@group, sort, shares) { Peers = rule.InUrl };
        var compared = PeersRule.All.Select(rule => (IPageState)new CompareState(rule.InUrl));

        Assert.All(peers, state => Assert.Equal(state, new CountryParametersAttribute().Read(Reader(Urls.Query(ViewState.Default, state)), Known)));
        Assert.All(compared, state => Assert.Equal(state, new CompareParametersAttribute().Read(Reader(Urls.Query(ViewState.Default, state)), Known)));
        Assert.All(fiscal, state => Assert.Equal(state, new FiscalParametersAttribute().Read(Reader(Urls.Query(ViewState.Default, state)), Known)));
        Assert.Equal("", Urls.Query(ViewState.Default, new CountryState(CountryState.DefaultPeers)));
        Assert.Equal("", Urls.Query(ViewState.Default, CompareState.Alone));
        Assert.Equal("", Urls.Query(ViewState.Default, FiscalState.Default));
    }

    private static ViewStateReader Reader(string query) => new(QueryHelpers.ParseQuery(query));

    private static (ViewState State, IReadOnlyList<IgnoredParameter> Ignored) Read(string query, bool takesGroups)
    {
        var reader = Reader(query);
        return (reader.Read(Language.English, null, Known, takesGroups), reader.Ignored);
    }
}
