using System.Xml.Linq;
using SpIndicators.Dashboards.Charts;
using SpIndicators.Dashboards.Exports.Pictures;
using SpIndicators.Dashboards.Tests.Charts;

namespace SpIndicators.Dashboards.Tests.Exports.Pictures;

/// <summary>A picture that travels alone still says what it shows, by whom, of when and under which licence.</summary>
public sealed class PictureWordsTests
{
    private const string Right = "المملكة العربية السعودية";
    private const string Emoji = "👩🏽‍🏭 Land";

    public static TheoryData<string, string> KindsAndSizes =>
        [.. from kind in SomePictures.Kinds.Keys from size in PictureSize.All select (kind, size.Name)];

    [Theory]
    [MemberData(nameof(KindsAndSizes))]
    public async Task Picture_SaysEverything(string kind, string size)
    {
        var spec = SomePictures.Kinds[kind];
        var picture = await Pictured.Read(spec, PictureSize.All.Single(s => s.Name == size));

        var said = Pictured.Flat(string.Concat(picture.Descendants(Pictured.Svg + "text").Select(text => text.Value)));
        string[] words =
        [
            spec.Title, spec.Subtitle ?? "", spec.Unit, spec.AcrossUnit ?? "", Pictured.Frame.Application, Pictured.Frame.Permalink, Pictured.Frame.Licence,
            Pictured.Frame.Vintage, Pictured.Frame.Exported, .. spec.Footer.SelectMany(line => new[] { line.Label!, line.Text }), .. spec.Bins.Select(bin => bin.Label),
            .. spec.Flags.Where(flag => spec.Marks.Any(mark => mark.Value is not null && mark.Flags.Contains(flag.Key))).Select(flag => flag.Label),
            .. spec.Series.Select(series => series.Label), .. spec.Events.SelectMany(happened => new[] { happened.IsUncertain ? happened.Detail : happened.Label, happened.Source ?? "" }),
        ];
        Assert.All(words, word => Assert.Contains(Pictured.Flat(word), said, StringComparison.Ordinal));
        Assert.Equal(spec.Title, picture.Element(Pictured.Svg + "title")!.Value);
        Assert.Equal(spec.Summary, picture.Element(Pictured.Svg + "desc")!.Value);
    }

    [Theory]
    [MemberData(nameof(KindsAndSizes))]
    public async Task Words_StayInsideThePicture(string kind, string size)
    {
        const string Long = "Bolivia (Plurinational State of), República del Río de la Plata y sus provincias unidas, WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";
        var spec = SomePictures.Kinds[kind];
        var picture = await Pictured.Read(
            spec with
            {
                Title = Long, Subtitle = $"{Long} {Long}", Unit = Long, AcrossUnit = Long,
                Marks = [.. spec.Marks.Select((mark, i) => i % 7 == 0 ? mark with { Label = Long, ValueLabel = mark.Value is null ? null : Long } : mark)],
                Series = [.. spec.Series.Select(series => series with { Label = $"{series.Key} {Long}" })],
                Flags = [.. spec.Flags.Select(flag => flag with { Label = Long })],
                Footer = [new(Long + Long, Long), new("https://example.org/" + new string('x', 900), "Note")],
            },
            PictureSize.All.Single(s => s.Name == size));

        var (width, height) = Pictured.BoxOf(picture);
        Assert.All(picture.Descendants(Pictured.Svg + "text"), text =>
        {
            var (from, to) = Pictured.SpanOf(text);
            Assert.True(from >= 0 && to <= width, $"“{text.Value}” is from {from} to {to} of {width}.");
            Assert.InRange((double)text.Attribute("y")!, 0, height - 4);
        });
    }

    [Fact]
    public async Task Footer_StandsInItsOrder_UnderTheDrawing()
    {
        var picture = await Pictured.Read(SomePictures.Map);

        var texts = picture.Elements(Pictured.Svg + "text").Select(text => text.Value).ToList();
        var source = texts.FindIndex(text => text.StartsWith("Source ", StringComparison.Ordinal));
        var note = texts.FindIndex(text => text.StartsWith("Note ", StringComparison.Ordinal));
        var link = texts.FindIndex(text => text.StartsWith("SpIndicators https://", StringComparison.Ordinal));
        Assert.True(source < note && note < link, string.Join('\n', texts));
        Assert.EndsWith("CC BY 4.0 · Data as of 5 March 2026 · Exported 7 March 2026", texts[^1].Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Single(texts, text => text.StartsWith("Note ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Date_IsNotTornApartAtTheEndOfARow()
    {
        foreach (var length in Enumerable.Range(40, 90))
        {
            var picture = Pictured.Parse(await Pictured.Draw(SomePictures.Ranking(2), frame: Pictured.Frame with { Permalink = "https://example.org/" + new string('x', length) }));

            Assert.Contains(picture.Elements(Pictured.Svg + "text"), text => text.Value.Replace('\u00a0', ' ').Contains("Exported 7 March 2026", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("en", "Gap: 5 %; “none”")]
    [InlineData("fr", "Déficit : 5 % ; « aucun » ? C’est l’Œuvre de Çà et là !")]
    [InlineData("es", "¿Déficit: 5 %? ¡Ningún año!")]
    public async Task Words_OfALanguage_AreWholeAndSaidToBeOfIt(string language, string title)
    {
        var picture = await Pictured.Read(SomePictures.Map with { Title = string.Join(' ', Enumerable.Repeat(title, 6)) }, language: language);

        Assert.Equal(language, (string?)picture.Attribute(XNamespace.Xml + "lang"));
        var rows = picture.Elements(Pictured.Svg + "text").Where(text => (string?)text.Attribute("font-size") == "20").Select(text => text.Value).ToList();
        Assert.True(rows.Count > 1);
        Assert.Equal(string.Join(' ', Enumerable.Repeat(title, 6)), string.Join(' ', rows));
        // The space before a French sign does not break.
        Assert.All(rows, row => Assert.DoesNotMatch(@"^[:;?!»%]|«$", row));
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & \"quoted\" 'single' ]]>", "<script>alert(1)</script> & \"quoted\" 'single' ]]>")]
    [InlineData("a\u0000b\u0007c\u001fd\ufffee", "abcde")]
    [InlineData(Right, Right)]
    [InlineData(Emoji, Emoji)]
    [InlineData("lone HALF surrogate", "lone \ufffd surrogate")]
    [InlineData("two\nlines", "two lines")]
    public async Task HostileName_IsTextAndNothingElse(string name, string read)
    {
        var spec = SomePictures.Ranking(3);
        // An attribute could not hold it.
        name = name.Replace("HALF", "\ud83d", StringComparison.Ordinal);

        var picture = await Pictured.Read(spec with { Title = name, Marks = [spec.Marks[0] with { Label = name, RefArea = "A&B", Tooltip = [name] }, .. spec.Marks.Skip(1)] });

        Assert.Contains(picture.Marks().First().Elements(Pictured.Svg + "text"), text => text.Value == read && (string?)text.Attribute("unicode-bidi") == "plaintext");
        Assert.Equal("A&B", (string?)picture.Marks().First().Attribute("data-area"));
        Assert.Contains(picture.Elements(Pictured.Svg + "text"), text => text.Value == read);
        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public async Task LinesThatEndTogether_HaveNamesThatDoNotOverlap_InALowPicture()
    {
        ChartSeries[] series = [.. Enumerable.Range(1, 6).Select(i => new ChartSeries($"s{i}", $"Land {i}", $"series-{i}"))];
        var picture = await Pictured.Read(SomeCharts.Lines(series, [.. series.Select((line, i) => SomeCharts.At(2020, 50 + i, line.Key))]), PictureSize.Social);

        var names = picture.Drawing().Descendants(Pictured.Svg + "text").Where(text => text.Value.StartsWith("Land", StringComparison.Ordinal)).Select(text => (double)text.Attribute("y")!).ToList();
        Assert.Equal(6, names.Count);
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 12, $"{pair.First} and {pair.Second}"));
    }
}
