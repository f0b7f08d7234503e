using System.Text.Json;
using System.Text.RegularExpressions;
using SpIndicators.Tests.Architecture;

namespace SpIndicators.Tests.Data;

/// <summary>
/// French as French readers print it, in every code list, in the cards of indicators and in the texts of the pages: a typographic apostrophe, and a
/// no-break space before : ; ? ! » % and after «.
/// </summary>
public sealed partial class FrenchTypographyTests
{
    [Fact]
    public void CodeLists_FollowTheHouseStyle() => Expect.Nothing(
        from file in SourceTree.FilesIn("data/reference", "*.csv")
        let list = ReferenceTable.Read(Path.GetFileNameWithoutExtension(file))
        from column in list.Header.Where(column => column.EndsWith("_fr", StringComparison.Ordinal))
        from text in list.Column(column)
        where Slip().IsMatch(text)
        select $"{list.Name}.csv, {column}: {text}");

    [Fact]
    public void TextsOfThePages_FollowTheHouseStyle() => Expect.Nothing(
        from file in SourceTree.FilesIn("dashboards/Resources", "*fr.json")
        from text in JsonSerializer.Deserialize<Dictionary<string, string>>(SourceTree.Read(file))!
        where Slip().IsMatch(text.Value)
        select $"{file}, {text.Key}: {text.Value}");

    [Fact]
    public void CardsOfIndicators_FollowTheHouseStyle() => Expect.Nothing(
        from file in SourceTree.FilesIn("pipelines/4_indicators", "*.indicator.json")
        from text in French(JsonDocument.Parse(SourceTree.Read(file)).RootElement)
        where Slip().IsMatch(text)
        select $"{Path.GetFileName(file)}: {text}");

    private static IEnumerable<string> French(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => p.Name == "fr" && p.Value.ValueKind == JsonValueKind.String ? [p.Value.GetString()!] : French(p.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(French),
        _ => [],
    };

    [Theory]
    [InlineData("Prestations d'invalidité", true)]
    [InlineData("Monde: Faible revenu", true)]
    [InlineData("Monde : Faible revenu", true)]
    [InlineData("« oui »", true)]
    [InlineData("compté jusqu’à 5 % du PIB", true)]
    [InlineData("Monde\u00a0: Faible revenu", false)]
    [InlineData("5\u202f% du PIB, d’après «\u00a0lui\u00a0»", false)]
    [InlineData("voir https://example.org/a?b=c", false)]
    public void Slip_IsWhatAReaderWouldStumbleOver(string text, bool isSlip) => Assert.Equal(isSlip, Slip().IsMatch(text));

    [GeneratedRegex(@"'| [:;?!»]|[\p{L}\d)][:;?!»](?=\s|$)|[\d}] ?%|«(?![\u00a0\u202f])")]
    private static partial Regex Slip();
}
