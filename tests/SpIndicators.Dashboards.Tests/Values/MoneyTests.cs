using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(350_000, "US$ 350,000", "350\u202f000 dollars", "350.000 dólares")]
    [InlineData(12, "US$ 12", "12 dollars", "12 dólares")]
    [InlineData(-350_000, "US$ −350,000", "−350\u202f000 dollars", "−350.000 dólares")]
    [InlineData(3_500_000, "US$ 3.5 million", "3,5 millions de dollars", "3,5 millones de dólares")]
    [InlineData(2.1e9, "US$ 2.1 billion", "2,1 milliards de dollars", "2,1 mil millones de dólares")]
    public void Dollars_HaveAPreposition_OnlyAfterMillions(double value, string english, string french, string spanish) =>
        Assert.Equal([english, french, spanish], Language.All.Select(language => Money.Usd(Texts.In(language), value)));
}
