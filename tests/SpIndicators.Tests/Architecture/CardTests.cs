using System.Text.Json;

namespace SpIndicators.Tests.Architecture;

/// <summary>Every indicator has its words, every source its licence.</summary>
public sealed class CardTests
{
    private static readonly string[] Obligations = ["licence", "attribution"];
    private static readonly string[] SourceCardFiles = [.. SourceTree.FilesIn("pipelines", "*.source.json")];
    private static readonly string[] CardFiles = [.. SourceTree.FilesIn("pipelines/4_indicators", "*.indicator.json")];

    [Fact]
    public void Cards_OfThePipelines_Exist()
    {
        Assert.NotEmpty(CardFiles);
        Assert.NotEmpty(SourceCardFiles);
    }

    [Fact]
    public void IndicatorCards_OfThePipelines_SayEverythingInThreeLanguages() =>
        Expect.Nothing(CardFiles.SelectMany(file => IndicatorCard.Faults(file, SourceTree.Read(file))));

    [Fact]
    public void IndicatorCards_AreClaimedByExactlyOneModel()
    {
        var claims = from file in ModelHeader.ModelFiles
                     from id in new ModelHeader(file, SourceTree.Read(file)).Indicators
                     select (id, file);
        var claimed = claims.ToLookup(claim => claim.id, claim => claim.file);
        var cards = CardFiles.Select(file => Path.GetFileName(file)[..^".indicator.json".Length]).ToHashSet();

        Expect.Nothing(claimed.Where(models => models.Count() > 1).Select(models => $"{models.Key} is claimed by {string.Join(" and ", models)}."));
        Expect.Nothing(claimed.Select(models => models.Key).Except(cards).Select(id => $"{claimed[id].First()} claims {id}, which has no {id}.indicator.json."));
        Expect.Nothing(cards.Where(id => !claimed.Contains(id)).Select(id => $"{id}.indicator.json: no model says '-- indicator: {id}'."));
    }

    [Fact]
    public void SourceCards_OfThePipelines_StateLicenceAndAttribution()
    {
        var silent = from file in SourceCardFiles
                     let card = JsonDocument.Parse(SourceTree.Read(file)).RootElement
                     from field in Obligations
                     where !(card.TryGetProperty(field, out var words) && words.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(words.GetString()))
                     select $"{file}: no {field}.";

        Expect.Nothing(silent);
    }

    [Fact]
    public void IndicatorCard_ThatIsWhole_HasNoFault() => Assert.Empty(IndicatorCard.Faults("x", WholeCard));

    [Theory]
    [InlineData("\"fr\": \"Couverture\"", "\"fr\": \" \"", "no title in fr")]
    [InlineData("\"es\": [\"Una\"]", "\"es\": []", "no caveats in es")]
    [InlineData("\"direction\": \"higher\"", "\"direction\": null", "no direction")]
    [InlineData("\"definition\"", "\"description\"", "no definition in en")]
    public void IndicatorCard_ThatLacksWords_SaysWhich(string words, string instead, string fault)
    {
        var faults = IndicatorCard.Faults("x", WholeCard.Replace(words, instead, StringComparison.Ordinal));

        Assert.Contains(faults, sentence => sentence.Contains(fault, StringComparison.Ordinal));
    }

    private const string WholeCard = """
        {
          "title": { "en": "Coverage", "fr": "Couverture", "es": "Cobertura" },
          "definition": { "en": "Share covered", "fr": "Part couverte", "es": "Parte cubierta" },
          "formula": "least(obs_value, 100)",
          "unit": { "en": "per cent", "fr": "pour cent", "es": "por ciento" },
          "direction": "higher",
          "caveats": { "en": ["One"], "fr": ["Une"], "es": ["Una"] }
        }
        """;
}
