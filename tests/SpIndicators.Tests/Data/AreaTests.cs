namespace SpIndicators.Tests.Data;

/// <summary>Every area printed in an embedded file is one of ours, and no code means two things.</summary>
public sealed class AreaTests
{
    private static readonly AreaResolution s_areas = AreaResolution.FromReferenceLists;

    public static TheoryData<string> SnapshotNames => EmbeddedFigures.SnapshotNames;

    [Theory]
    [MemberData(nameof(SnapshotNames))]
    public void Snapshot_EveryArea_Resolves(string name)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];
        var unknown = snapshot.Contents.Areas.Where(code => s_areas.Resolve(snapshot.Source, code) is null);

        Assert.Empty(unknown);
        Assert.NotEmpty(snapshot.Contents.Areas);
    }

    [Theory]
    [InlineData("unsd_sdg", "158", "UN_158")]
    [InlineData("unsd_sdg", "858", "URY")]
    [InlineData("unsd_sdg", "001", "001")]
    [InlineData("imf_weo", "KOS", "XKX")]
    [InlineData("imf_weo", "WBG", "PSE")]
    [InlineData("imf_weo", "TWN", "TWN")]
    [InlineData("ilostat_sdg_0131", "X01", "X01")]
    [InlineData("cepal_social_spending", "Latin America", "ECLAC_LATIN_AMERICA")]
    public void Area_AsPrinted_BecomesOurCode(string sourceId, string printed, string expected) =>
        Assert.Equal(expected, s_areas.Resolve(EmbeddedFigures.Sources[sourceId], printed));

    [Theory]
    [InlineData("unsd_sdg", "URY")]
    [InlineData("imf_weo", "G999")]
    [InlineData("ilostat_sdg_0131", "")]
    public void Area_NotInTheLists_StaysUnknown(string sourceId, string printed) =>
        Assert.Null(s_areas.Resolve(EmbeddedFigures.Sources[sourceId], printed));

    [Fact]
    public void AreaCodes_OfCountriesGroupsAndOthers_NeverCollide() =>
        Assert.Distinct(
        [
            .. ReferenceTable.Read("ref_area").Column("iso3"),
            .. ReferenceTable.Read("groups").Column("group_code"),
            .. ReferenceTable.Read("other_area").Column("ref_area"),
        ]);

    [Fact]
    public void AreaAliases_EveryTarget_IsKnown() => Assert.All(s_areas.AliasTargets, area => Assert.True(s_areas.Knows(area), area));

    [Fact]
    public void AreaAliases_EveryOne_IsNeeded()
    {
        var aliases = ReferenceTable.Read("area_alias");
        var printed = EmbeddedFigures.Snapshots.Values
            .SelectMany(snapshot => snapshot.Contents.Areas.Select(code => (snapshot.Card.SourceId, Code: code)))
            .ToHashSet();

        Assert.All(aliases.Rows, row => Assert.Contains((aliases.Cell(row, "source_id"), aliases.Cell(row, "source_code")), printed));
    }

    [Fact]
    public void GroupMembers_AndDenominatorAreas_AreKnown()
    {
        var members = ReferenceTable.Read("group_member");
        var denominators = ReferenceTable.Read("denominator_area");
        IEnumerable<string> named =
        [
            .. members.Column("iso3"), .. members.Column("group_code"),
            .. denominators.Column("ref_area"), .. denominators.Column("wdi_area"),
        ];

        Assert.DoesNotContain(named, area => !s_areas.Knows(area));
    }
}
