using System.Text.RegularExpressions;
using SpIndicators.Core.Operations;
using SpIndicators.Dashboards.Languages;
using SpIndicators.Dashboards.Values;

namespace SpIndicators.Dashboards.Tests.Languages;

/// <summary>The words are there, in every language, and fit their places.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> Translations() => ["fr", "es"];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_HasExactlyTheKeysOfEnglish(string code)
    {
        var english = Texts.In(Language.English).Keys.ToHashSet();
        var translated = In(code).Keys.ToHashSet();

        Assert.Empty(english.Except(translated));
        Assert.Empty(translated.Except(english));
    }

    /// <summary>Keys that pages make of what the program names, so that no name of it reaches a reader.</summary>
    [Fact]
    public void NamesOfTheProgram_HaveWords()
    {
        var words = Texts.In(Language.English).Keys.ToHashSet();
        var made = Enum.GetNames<RevisionAnomaly>().Select(name => $"anomaly.{name}")
            .Concat(Enum.GetNames<RunState>().Select(name => $"run.state.{name}"))
            .Concat(Enum.GetNames<RunTrigger>().Select(name => $"run.trigger.{name}"))
            .Concat(Enum.GetNames<RunStepKind>().Select(name => $"run.step.{name}"))
            .Concat(IndicatorTopics.InOrder.Select(topic => $"indicator.topic.{topic}"));

        Assert.Empty(made.Select(key => key.ToLowerInvariant()).Except(words));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_HasThePlaceholdersOfEnglish(string code)
    {
        var translated = In(code);

        Assert.All(Texts.In(Language.English).Keys, key => Assert.Equal(
            Places(Texts.In(Language.English)[key]), Places(translated[key])));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_HasNoTitleOfASourceInEnglish(string code)
    {
        var translated = In(code);

        Assert.All(translated.Keys, key => Assert.DoesNotMatch("World Population|Development Indicators|Global SDG", translated[key]));
    }

    [Fact]
    public void Text_InAnyLanguage_IsNotEmptyAndCanBeFilled()
    {
        foreach (var texts in Language.All.Select(Texts.In))
        {
            Assert.All(texts.Keys, key =>
            {
                Assert.NotEmpty(texts[key].Trim());
                Assert.NotEmpty(texts[key, "a", "b", "c", "d", "e", "f", "g"]);
            });
        }
    }

    [Fact]
    public void Code_AsksOnlyForTextsThatExist()
    {
        var root = typeof(TextsTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;
        var known = Texts.In(Language.English).Keys.ToHashSet();
        var asked = Directory.EnumerateFiles(Path.Combine(root, "dashboards"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => AskedFor().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Key: m.Groups["key"].Value)))
            .ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, a => Assert.True(known.Contains(a.Key), $"{a.File} asks for '{a.Key}', which Resources/en.json has not."));
    }

    [Fact]
    public void Missing_InATranslation_IsEnglishAndSaysSo()
    {
        var english = new Dictionary<string, string> { ["here"] = "here", ["gone"] = "gone {0}" };
        var spanish = new Texts(Language.Spanish, new Dictionary<string, string> { ["here"] = "aquí" }, english);

        Assert.Equal(("aquí", Language.Spanish), (spanish["here"], spanish.LanguageOf("here")));
        Assert.Equal(("gone 1", Language.English), (spanish["gone", "1"], spanish.LanguageOf("gone")));
        Assert.Contains("'nowhere'", Assert.Throws<KeyNotFoundException>(() => spanish["nowhere"]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 0, "0 countries and groups found.")]
    [InlineData("en", 1, "1 country or group found.")]
    [InlineData("fr", 0, "0 pays ou groupe trouvé.")]
    [InlineData("fr", 2, "2 pays et groupes trouvés.")]
    [InlineData("es", 0, "0 países y grupos encontrados.")]
    [InlineData("es", 1234, "1234 países y grupos encontrados.")]
    public void Count_TakesTheFormOfTheLanguage(string code, long count, string text) => Assert.Equal(text, In(code).Count("picker.found", count));

    [Theory]
    [InlineData("en", 1, 0, "1\u00a0year")]
    [InlineData("en", 0, 0, "0\u00a0years")]
    [InlineData("en", 1, 1, "1.0\u00a0years")]
    [InlineData("fr", 0, 0, "0\u00a0an")]
    [InlineData("fr", 1, 0, "1\u00a0an")]
    [InlineData("fr", 1.94, 1, "1,9\u00a0an")]
    [InlineData("fr", 1.96, 1, "2,0\u00a0ans")]
    [InlineData("es", 1, 0, "1\u00a0año")]
    [InlineData("es", 1.5, 1, "1,5\u00a0años")]
    public void Amount_TakesTheFormOfTheLanguage(string code, double value, int decimals, string text) =>
        Assert.Equal(text, In(code).Amount("unit.say.YR", value, decimals));

    [Fact]
    public void Amount_WithASign_KeepsIt()
    {
        var texts = Texts.In(Language.French);

        Assert.Equal("−0,42 point par an", texts.Amount("unit.say.PP_A", -0.42, 2, texts.Format.Change(-0.42, 2)));
        Assert.Equal("+2,10 points par an", texts.Amount("unit.say.PP_A", 2.1, 2, texts.Format.Change(2.1, 2)));
    }

    private static Texts In(string code) => Texts.In(Language.All.Single(language => language.Code == code));

    private static string Places(string text) => string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    /// <summary>T["key"], view.T["key", …] and reasons of ignored parameters; keys put together at run time are not seen.</summary>
    [GeneratedRegex("""(?:\b[tT]\["|Invalid<[^>]+>\("|Ignore\([^"\r\n]*")(?<key>[a-z][A-Za-z0-9.-]+)"[\],)]""")]
    private static partial Regex AskedFor();
}
