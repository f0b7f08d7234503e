using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Tests.Charts;

/// <summary>A line of one value or two is not seen as one: its change is said.</summary>
public sealed class TrendPointTests
{
    [Theory]
    [InlineData("en", "Kenya: from 10.4 in 2016 to 10.1 in 2020, 0.3 less.")]
    [InlineData("fr", "Kenya\u00a0: de 10.4 en 2016 à 10.1 en 2020, soit 0.3 de moins.")]
    [InlineData("es", "Kenya: de 10.4 en 2016 a 10.1 en 2020, 0.3 menos.")]
    public void TwoValues_SayTheChange(string language, string said) => Assert.Equal(said, Say(language, (2016, 10.4), (2020, 10.1)));

    [Fact]
    public void TwoValues_ThatRise_OrReadTheSame_SaySo()
    {
        Assert.Equal("Kenya: from 10.1 in 2016 to 10.4 in 2020, 0.3 more.", Say("en", (2016, 10.1), (2020, 10.4)));
        Assert.Equal("Kenya: 10.1 in 2016 and in 2020 alike.", Say("en", (2016, 10.1), (2020, 10.1)));
    }

    [Fact]
    public void OneValue_SaysThatItIsAlone_AndThreeSayTheirEnds()
    {
        Assert.Equal("Kenya: 10.1 in 2016, the only year shown.", Say("en", (2016, 10.1)));
        Assert.Equal("Kenya: 10.1 in 2016, 12.0 in 2020.", Say("en", (2016, 10.1), (2018, 11), (2020, 12)));
    }

    [Fact]
    public void TwoCodes_AreNotSubtracted() =>
        Assert.Equal("Kenya: 10.1 in 2016, 10.4 in 2020.", TrendPoint.Summary(Texts.In(Language.English), "Kenya", Points((2016, 10.1), (2020, 10.4)), null));

    private static string Say(string language, params (int Year, double Value)[] points) =>
        TrendPoint.Summary(Texts.In(Language.All.Single(known => known.Code == language)), "Kenya", Points(points), Written);

    private static List<TrendPoint> Points(params (int Year, double Value)[] points) => [.. points.Select(point => new TrendPoint(point.Year, point.Value, Written(point.Value)))];

    private static string Written(double value) => value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
