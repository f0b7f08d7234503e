using System.Globalization;
using SpIndicators.Dashboards.Coverage;

namespace SpIndicators.Dashboards.Tests.Coverage;

/// <summary>Many that share a place do not push the others out of a ranking.</summary>
public sealed class RankingEndsTests
{
    /// <summary>38 at 100, then 60 that all differ, then 7 at 0.</summary>
    private static readonly IReadOnlyList<(string Area, string Said)> Ranked =
    [
        .. Enumerable.Range(0, 38).Select(i => (Name("A", i), "100")),
        .. Enumerable.Range(0, 60).Select(i => (Name("M", i), $"{99 - i}")),
        .. Enumerable.Range(0, 7).Select(i => (Name("Z", i), "0")),
    ];

    [Fact]
    public void APlaceOf38_IsStoodForByFiveAndTold()
    {
        var (shown, crowded) = RankingEnds.Of(Ranked, _ => false);

        Assert.Equal(["A00", "A01", "A02", "A03", "A04", "M00", "M01"], shown.Order(StringComparer.Ordinal).Take(7));
        Assert.Equal(["M58", "M59", "Z00", "Z01", "Z02", "Z03", "Z04"], shown.Order(StringComparer.Ordinal).TakeLast(7));
        Assert.Equal(2 * RankingEnds.Length, shown.Count);
        Assert.Equal([(1, 38), (99, 7)], crowded);
    }

    [Fact]
    public void AChosenOne_IsShownWhereverItStands() => Assert.Contains("A37", RankingEnds.Of(Ranked, area => area == "A37").Shown);

    [Fact]
    public void AShortRanking_IsShownWhole()
    {
        var (shown, crowded) = RankingEnds.Of([.. Ranked.Take(30)], _ => false);

        Assert.Equal((30, 0), (shown.Count, crowded.Count));
    }

    [Fact]
    public void WhenAllShareOnePlace_FiveStandForThem()
    {
        var (shown, crowded) = RankingEnds.Of([.. Ranked.Take(38)], _ => false);

        Assert.Equal(5, shown.Count);
        Assert.Equal([(1, 38)], crowded);
    }

    private static string Name(string letter, int number) => letter + number.ToString("00", CultureInfo.InvariantCulture);
}
