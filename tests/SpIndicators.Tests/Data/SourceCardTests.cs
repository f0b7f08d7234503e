namespace SpIndicators.Tests.Data;

/// <summary>Every source says under which terms its figures stand and which layout its snapshots have.</summary>
public sealed class SourceCardTests
{
    private static readonly string[] s_areaSchemes = ["iso3", "iso3_or_name", "m49", "ilo", "imf", "worldbank"];

    public static TheoryData<string> SourceIds => EmbeddedFigures.SourceIds;

    public static TheoryData<string> SnapshotNames => EmbeddedFigures.SnapshotNames;

    [Theory]
    [MemberData(nameof(SourceIds))]
    public void Source_Card_NamesLicenceAndCredit(string sourceId)
    {
        var source = EmbeddedFigures.Sources[sourceId];
        string[] texts = [source.Producer, source.Title, source.Citation, source.Licence, source.Attribution];

        Assert.DoesNotContain(texts, string.IsNullOrWhiteSpace);
        Assert.NotEmpty(source.Oddities);
    }

    [Theory]
    [MemberData(nameof(SourceIds))]
    public void Source_Title_IsTranslated(string sourceId)
    {
        var source = EmbeddedFigures.Sources[sourceId];
        string[] titles = [source.Title, source.TitleFr, source.TitleEs];

        Assert.DoesNotContain(titles, string.IsNullOrWhiteSpace);
        Assert.Distinct(titles);
    }

    [Theory]
    [MemberData(nameof(SourceIds))]
    public void Source_Card_RefersToItsOwnColumnsOnly(string sourceId)
    {
        var source = EmbeddedFigures.Sources[sourceId];
        string?[] named = [.. source.Key, .. source.ValueColumns, source.AreaColumn, source.AreaNameColumn, source.TimeColumn, source.SeriesColumn];

        Assert.All(named.OfType<string>(), column => Assert.Contains(column, source.Columns));
        Assert.NotEmpty(source.Key);
        Assert.NotEmpty(source.ValueColumns);
        Assert.Distinct(source.Columns.Concat(source.OptionalColumns));
        Assert.Contains(source.AreaScheme, s_areaSchemes);
    }

    [Theory]
    [MemberData(nameof(SourceIds))]
    public void Source_Card_HasASnapshot_UnlessStaffBringIt(string sourceId) =>
        Assert.Equal(!EmbeddedFigures.Sources[sourceId].IsUploaded, EmbeddedFigures.Snapshots.Values.Any(snapshot => snapshot.Card.SourceId == sourceId));

    [Theory]
    [MemberData(nameof(SnapshotNames))]
    public void Snapshot_Header_IsThatOfItsSource(string name)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];
        var header = snapshot.Contents.Header;
        IReadOnlyList<string> extended = [.. snapshot.Source.Columns, .. snapshot.Source.OptionalColumns];

        Assert.Equal(header.Count == snapshot.Source.Columns.Count ? snapshot.Source.Columns : extended, header);
    }

    [Theory]
    [MemberData(nameof(SnapshotNames))]
    public void Snapshot_Licence_IsThatOfItsSource(string name)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];

        Assert.Equal(snapshot.Source.Licence, snapshot.Card.Licence);
        Assert.Equal(snapshot.Source.Producer, snapshot.Card.Producer);
    }

    [Theory]
    [MemberData(nameof(SourceIds))]
    public void Vintages_OfOneSource_SortAsTheyWereReleased(string sourceId)
    {
        var cards = EmbeddedFigures.Snapshots.Values.Select(snapshot => snapshot.Card).Where(card => card.SourceId == sourceId).ToList();

        Assert.Equal(
            cards.OrderBy(card => card.ReleasedOn).Select(card => card.Vintage),
            cards.Select(card => card.Vintage).Order(StringComparer.Ordinal));
    }
}
