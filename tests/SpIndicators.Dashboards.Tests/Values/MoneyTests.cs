using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(350_000, "US$ 350,000", "350\u202f000 dollars", "350.000 dólares")]
    [InlineData(12, "US$ 12", "12 dollars", "12 dólares")]
    [InlineData(-350_000, "US$ −350,000", "−350\u202f000 dollars", "−350.000 dólares")]
    [InlineData(3_500_000, "US$ 3.5\u00a0million", "3,5\u00a0millions de dollars", "3,5\u00a0millones de dólares")]
    [InlineData(2.1e9, "US$ 2.1\u00a0billion", "2,1\u00a0milliards de dollars", "2100\u00a0millones de dólares")]
    [InlineData(1.5e6, "US$ 1.5\u00a0million", "1,5\u00a0million de dollars", "1,5\u00a0millones de dólares")]
    [InlineData(1.96e9, "US$ 2.0\u00a0billion", "2,0\u00a0milliards de dollars", "2000\u00a0millones de dólares")]
    [InlineData(1.25e12, "US$ 1.3\u00a0trillion", "1\u202f300\u00a0milliards de dollars", "1,3\u00a0billones de dólares")]
    public void Dollars_HaveAPreposition_OnlyAfterMillions(double value, string english, string french, string spanish) =>
        Assert.Equal([english, french, spanish], Language.All.Select(language => Money.Usd(Texts.In(language), value)));
}
