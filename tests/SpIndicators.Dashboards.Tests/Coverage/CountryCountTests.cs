using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.State;
using Places = SpIndicators.Dashboards.Tests.Charts.Places;

namespace SpIndicators.Dashboards.Tests.Coverage;

/// <summary>What is counted as without data and what the map hatches are the same countries.</summary>
public sealed class CountryCountTests
{
    /// <summary>
    /// The dissolved Netherlands Antilles, Antarctica, the Channel Islands as one, and land without residents: French Southern
    /// Territories, Bouvet, Heard and McDonald, British Indian Ocean Territory, South Georgia, US Minor Outlying Islands.
    /// </summary>
    private static readonly string[] NotDrawn = ["ANT", "ATA", "ATF", "BVT", "CHI", "HMD", "IOT", "SGS", "UMI"];

    [Fact]
    public void TheMap_DrawsEveryAreaOfTheList_ButThoseWithoutResidentsOrOfTheirOwn() =>
        Assert.Equal(Listed().Except(NotDrawn).Order(), MapShapes.World.Areas.Keys.Order());

    [Theory]
    [InlineData("TKL")]
    [InlineData("BES")]
    [InlineData("CCK")]
    [InlineData("CXR")]
    public void ASmallTerritory_IsADot(string area) => Assert.True(MapShapes.World.Areas[area].IsDot);

    [Fact]
    public void Counted_IsWhatIsDrawn()
    {
        var count = CountryCount.Of(
            [.. Listed().Select(Country), new Area("X01", "world", "World", "Monde", "Mundo", true)], ["KEN", "SEN", "CHI", "X01"]);

        Assert.Equal((243, 2, 241), (count.Drawn, count.With, count.Without));
    }

    private static Area Country(string code) => new(code, "country", code, code, code, false);

    private static IEnumerable<string> Listed() =>
        File.ReadAllLines(Path.Combine(Places.Root, "data", "reference", "ref_area.csv")).Skip(1).Select(line => line[..3]);
}
