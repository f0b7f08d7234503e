using System.Text.Json.Nodes;
using SpIndicators.Pipelines.Snapshots;

namespace SpIndicators.Tests.Pipelines.BadInput;

/// <summary>Cards are files that anybody can edit: what they say becomes names and paths only when it is plain.</summary>
public sealed class BadCardTests : IDisposable
{
    private readonly SpoiledSnapshot spoiled = new();
    private readonly string file;

    public BadCardTests() =>
        file = Path.Combine(spoiled.Home.Home.Snapshots, SpoiledSnapshot.Source, "2022-04-17", SpoiledSnapshot.Source + ".csv");

    [Theory]
    [InlineData("vintage", "2022'; drop table x; --")]
    [InlineData("vintage", "20\"22")]
    [InlineData("vintage", "../2022")]
    [InlineData("vintage", "2022\n")]
    [InlineData("vintage", "")]
    [InlineData("source_id", "a b")]
    [InlineData("file_name", "../../elsewhere.csv")]
    [InlineData("file_name", "..")]
    [InlineData("file_name", "/etc/hostname")]
    public void Name_ThatIsNotPlain_IsRefusedBeforeItIsUsed(string field, string value)
    {
        TemporaryHome.EditCard(file, card => card[field] = value);

        spoiled.IsRefused<SnapshotException>($"{file}.snapshot.json: {field} is made of letters, digits");
    }

    [Theory]
    [InlineData("vintage")]
    [InlineData("file_name")]
    [InlineData("sha256")]
    public void Field_ThatIsNull_IsRefusedByTheCardsPath(string field)
    {
        TemporaryHome.EditCard(file, card => card[field] = null);

        spoiled.IsRefused<SnapshotException>($"{file}.snapshot.json", field);
    }

    [Fact]
    public void Field_ThatIsMissing_IsNamed()
    {
        TemporaryHome.EditCard(file, card => ((JsonObject)card).Remove("rows"));

        spoiled.IsRefused<SnapshotException>($"{file}.snapshot.json", "rows");
    }

    [Fact]
    public void Card_ThatIsNoJson_IsNamed()
    {
        File.WriteAllText(file + ".snapshot.json", "<html>404</html>");

        spoiled.IsRefused<SnapshotException>($"The snapshot card {file}.snapshot.json cannot be read");
    }

    [Fact]
    public void Precision_ThatNobodyKnows_IsRefused()
    {
        TemporaryHome.EditCard(file, card => card["released_on_precision"] = "second");

        spoiled.IsRefused<SnapshotException>($"{file}.snapshot.json: released_on_precision is one of day, month", "'second'");
    }

    [Fact]
    public void Sha256_ThatIsNone_IsRefused()
    {
        TemporaryHome.EditCard(file, card => card["sha256"] = "ABC");

        spoiled.IsRefused<SnapshotException>("sha256 is 64 hexadecimal digits in lower case, not 'ABC'");
    }

    [Fact]
    public void Source_NobodyDescribed_IsNamed()
    {
        TemporaryHome.EditCard(file, card => card["source_id"] = "imf_gfs");

        spoiled.IsRefused<SnapshotException>("'imf_gfs'", "no card in pipelines/1_sources");
    }

    [Theory]
    [InlineData("2022-04-17")]
    [InlineData("2022-Q2", "2022-q2")]
    public void Vintage_GivenTwice_IsRefusedWithBothCards(string first, string? second = null)
    {
        TemporaryHome.EditCard(file, card => card["vintage"] = first);
        var other = spoiled.Home.Add(SpoiledSnapshot.Source, "again", SpoiledSnapshot.Good);
        TemporaryHome.EditCard(other, card => card["vintage"] = second ?? first);

        spoiled.IsRefused<SnapshotException>("2 snapshots", file, other);
    }

    public void Dispose() => spoiled.Dispose();
}
