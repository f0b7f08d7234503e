using SpIndicators.Dashboards.Fiscal;
using SpIndicators.Dashboards.Languages;

namespace SpIndicators.Dashboards.Tests.Fiscal;

/// <summary>A gap known in part is never said as if it were known.</summary>
public sealed class GapSpanTests
{
    [Theory]
    [InlineData(1.84, 1.84, "1.8%", "1.8%", "1,8\u202f%", "1,8\u00a0%")]
    [InlineData(1.84, 1.844, "1.8%", "1.8%", "1,8\u202f%", "1,8\u00a0%")]
    [InlineData(1.84, 2.9, "1.8% to 2.9%", "at least 1.8%", "au moins 1,8\u202f%", "al menos 1,8\u00a0%")]
    // Both ends read the same, and yet more may be missing.
    [InlineData(1.81, 1.84, "at least 1.8%", "at least 1.8%", "au moins 1,8\u202f%", "al menos 1,8\u00a0%")]
    [InlineData(1.84, null, "at least 1.8%", "at least 1.8%", "au moins 1,8\u202f%", "al menos 1,8\u00a0%")]
    public void Gap_IsSaidAsFarAsItIsKnown(double atLeast, double? atMost, string inFull, string english, string french, string spanish)
    {
        var gap = new GapSpan(atLeast, atMost);

        Assert.Equal(inFull, gap.InFull(Texts.In(Language.English), value => Texts.In(Language.English).Format.Percent(value)!));
        Assert.Equal([english, french, spanish], Language.All.Select(language => gap.InBrief(Texts.In(language), Texts.In(language).Format.Percent(atLeast)!)));
    }

    [Fact]
    public void Gap_InAnotherUnit_IsARangeThereToo()
    {
        Assert.Equal(new GapSpan(15, 22.5), new GapSpan(2, 3).In(15));
        Assert.Equal(new GapSpan(15, 15), new GapSpan(2, 2.001).In(15));
        Assert.Equal(new GapSpan(0, null), new GapSpan(0, 3).In(0));
    }

    [Fact]
    public void Gap_LessWhatIsRaised_IsNeverBelowNothing() => Assert.Equal(new GapSpan(0, 1), new GapSpan(2, 4).Less(3));
}
