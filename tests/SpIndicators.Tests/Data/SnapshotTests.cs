using System.Security.Cryptography;

namespace SpIndicators.Tests.Data;

/// <summary>Every embedded snapshot is what its card says it is.</summary>
public sealed class SnapshotTests
{
    public static TheoryData<string> Names => EmbeddedFigures.SnapshotNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void Snapshot_AsStored_HasTheBytesOfItsCard(string name)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];
        var bytes = File.ReadAllBytes(snapshot.Path);

        Assert.Equal(snapshot.Card.Bytes, bytes.Length);
        Assert.Equal(snapshot.Card.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Snapshot_Unpacked_HasTheRowsOfItsCard(string name)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];

        Assert.Equal(snapshot.Card.Rows, snapshot.Contents.Rows);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Snapshot_ByTheKeyOfItsSource_RepeatsNoRow(string name)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];

        Assert.Null(snapshot.Contents.FirstRepeatedKey);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Snapshot_InItsFolder_LiesUnderItsSourceAndVintage(string name)
    {
        var snapshot = EmbeddedFigures.Snapshots[name];
        var expected = Path.Combine(CloneFolder.Snapshots, snapshot.Card.SourceId, snapshot.Card.Vintage, snapshot.Card.FileName);

        Assert.Equal(Path.GetFullPath(expected), Path.GetFullPath(snapshot.Path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SnapshotCard_EveryText_IsFilled(string name)
    {
        var card = EmbeddedFigures.Snapshots[name].Card;
        string[] texts =
        [
            card.ReleasedOnBasis, card.RetrievedAtBasis, card.Producer, card.Title, card.Citation,
            card.Licence, card.ReadFrom, card.Notes,
        ];

        Assert.DoesNotContain(texts, string.IsNullOrWhiteSpace);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SnapshotCard_DateOfRelease_IsNoFinerThanItsPrecision(string name)
    {
        var card = EmbeddedFigures.Snapshots[name].Card;
        var date = card.ReleasedOn;

        var startsItsPeriod = card.ReleasedOnPrecision switch
        {
            "day" => true,
            "month" => date.Day == 1,
            "quarter" => date.Day == 1 && date.Month % 3 == 1,
            "year" or "not_before" => date is { Day: 1, Month: 1 },
            _ => false,
        };

        Assert.True(startsItsPeriod, $"{date:O} with precision '{card.ReleasedOnPrecision}'");
        Assert.True(date <= DateOnly.FromDateTime(card.RetrievedAt.UtcDateTime), "Released after it was retrieved.");
    }

    [Fact]
    public void Snapshots_EveryFile_HasACard()
    {
        var files = Directory.EnumerateFiles(CloneFolder.Snapshots, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".json", StringComparison.Ordinal))
            .Select(Path.GetFullPath);

        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            EmbeddedFigures.Snapshots.Values.Select(snapshot => Path.GetFullPath(snapshot.Path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ilostat_sdg_0131/2022-04-17", "DEU,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,99.5,")]
    [InlineData("ilostat_sdg_0131/2022-04-17", "URY,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,93.8,")]
    [InlineData("ilostat_sdg_0131/2022-04-17", "X01,ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,46.9,")]
    [InlineData("unsd_sdg/2020-10-19", "1,1.3,1.3.1,SI_COV_POOR,SI_COV_POOR,858,Uruguay,URY,2019,267.28646,")]
    [InlineData("imf_weo/2025-10", "DEU,GGXWDG_NGDP,2024,63.465,")]
    public void Snapshot_PublishedFigure_StandsInItAsPublished(string name, string start)
    {
        using var text = EmbeddedFigures.Snapshots[name].OpenText();

        Assert.Contains(Lines(text), line => line.StartsWith(start, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Lines(StreamReader text)
    {
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
