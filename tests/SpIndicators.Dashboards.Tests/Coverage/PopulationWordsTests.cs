using System.Text.RegularExpressions;
using SpIndicators.Dashboards.Coverage;
using SpIndicators.Dashboards.Languages;
using Places = SpIndicators.Dashboards.Tests.Charts.Places;

namespace SpIndicators.Dashboards.Tests.Coverage;

/// <summary>Reference populations are named in the reader's language.</summary>
public sealed partial class PopulationWordsTests
{
    [Theory]
    [InlineData("en", "ages 0 to 14")]
    [InlineData("fr", "0 à 14 ans")]
    [InlineData("es", "de 0 a 14 años")]
    public void Words_AreTranslated_AndCodesAreNot(string lang, string words) => Assert.Equal(
        $"SP.POP.TOTL × SP.POP.0014.TO.ZS ({words})",
        PopulationWords.In(Texts.In(Language.All.Single(l => l.Code == lang)), "SP.POP.TOTL × SP.POP.0014.TO.ZS (ages 0 to 14)"));

    [Fact]
    public void EveryWordInBracketsOfTheModel_IsKnown()
    {
        var model = File.ReadAllText(Path.Combine(Places.Root, "pipelines", "4_indicators", "coverage", "denominator.sql"));
        var words = InBrackets().Matches(model).Select(found => found.Value).Distinct().ToList();

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.NotEqual(word, PopulationWords.In(Texts.In(Language.French), word)));
    }

    [Theory]
    [InlineData("en", "SP.POP.TOTL × SI.POV.NAHC (people below the national poverty line)")]
    [InlineData("fr", "SP.POP.TOTL × SI.POV.NAHC (personnes sous le seuil national de pauvreté)")]
    [InlineData("es", "SP.POP.TOTL × SI.POV.NAHC (personas bajo el umbral nacional de pobreza)")]
    public void CodesWithoutWords_GetThem(string lang, string named) =>
        Assert.Equal(named, PopulationWords.In(Texts.In(Language.All.Single(l => l.Code == lang)), "SP.POP.TOTL × SI.POV.NAHC"));

    [Fact]
    public void EveryPopulationOfTheModel_HasWordsInEveryLanguage()
    {
        var model = File.ReadAllText(Path.Combine(Places.Root, "pipelines", "4_indicators", "coverage", "denominator.sql"));
        var series = Series().Matches(model).Select(found => found.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)).Distinct().ToList();

        Assert.True(series.Count > 12, $"found only {series.Count}");
        Assert.All(series, name => Assert.All(Language.All, language => Assert.Matches(Words(), PopulationWords.In(Texts.In(language), name))));
    }

    /// <summary>Words after the codes.</summary>
    [GeneratedRegex(@"\([^()]*\p{Ll}{3,}[^()]*\)$|, \p{Ll}{3,}")]
    private static partial Regex Words();

    /// <summary>The last column of a branch: <c>'SP.POP.TOTL × SI.POV.NAHC' from wdi</c>.</summary>
    [GeneratedRegex(@"'((?:[^']|'')+)'(?: as series)? from (?:wdi|grouped)\b")]
    private static partial Regex Series();

    /// <summary>The end of a name of a series: <c>(live births)'</c>.</summary>
    [GeneratedRegex(@"\([a-z][a-z0-9 ]+\)(?=')")]
    private static partial Regex InBrackets();
}
