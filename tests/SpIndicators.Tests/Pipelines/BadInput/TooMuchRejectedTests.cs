using SpIndicators.Pipelines;

namespace SpIndicators.Tests.Pipelines.BadInput;

/// <summary>A table never becomes smaller in silence: what was published before is held against what would be.</summary>
public sealed class TooMuchRejectedTests : IDisposable
{
    private const string Header = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,note_classif,note_indicator,note_source\n";
    private static readonly string[] Areas = ["DEU", "URY", "KEN", "SEN", "FRA", "BRA", "IND", "MEX", "NER", "CHL"];
    private readonly TemporaryHome home = TemporaryHome.Empty();

    public void Dispose() => home.Dispose();

    [Fact]
    public void Snapshot_WhoseValuesAreMostlyNoNumbers_IsNotPublished()
    {
        Add("2022-04-17", _ => "many");

        Refused("rejected_rows_are_few");
    }

    [Fact]
    public void Snapshot_ThatShrinks_IsNotPublished()
    {
        Add("2022-04-17", _ => "50");
        Run();
        home.Add(SpoiledSnapshot.Source, "2022-04-17", Header + string.Concat(Areas.Take(8).Select(a => SpoiledSnapshot.Line(a, "50"))));

        Refused("snapshots_did_not_shrink");
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void NewVintage_WithFewerCountries_IsNotPublished(int countries, bool refused)
    {
        Add("2021-04-17", _ => "50");
        Run();
        var newer = home.Add(SpoiledSnapshot.Source, "2022-04-17", Header + string.Concat(Areas.Take(countries).Select(a => SpoiledSnapshot.Line(a, "51"))));
        TemporaryHome.EditCard(newer, card => card["released_on"] = "2022-04-17");

        if (refused)
        {
            Refused("indicators_did_not_lose_countries");
        }
        else
        {
            Run();
        }
    }

    [Fact]
    public void Snapshot_ThatIsGone_IsNotForgotten()
    {
        Add("2021-04-17", _ => "50");
        Add("2022-04-17", _ => "50");
        Run();
        Directory.Delete(Path.Combine(home.Home.Snapshots, SpoiledSnapshot.Source, "2021-04-17"), recursive: true);

        Refused("snapshots_did_not_shrink");
    }

    [Fact]
    public void Snapshots_AllGone_StopTheBuild()
    {
        Add("2022-04-17", _ => "50");
        Run();
        var before = home.Home.Warehouse.Current();
        Directory.Delete(Path.Combine(home.Home.Snapshots, SpoiledSnapshot.Source), recursive: true);

        var error = Assert.Throws<SpIndicators.Pipelines.Snapshots.SnapshotException>(Run);

        Assert.StartsWith("There is no snapshot below", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, home.Home.Warehouse.Current());
    }

    [Fact]
    public void File_WithoutACard_IsNamed()
    {
        Add("2022-04-17", _ => "50");
        var folder = Path.Combine(home.Home.Snapshots, SpoiledSnapshot.Source, "2022-04-17");
        File.WriteAllText(Path.Combine(folder, "stray.csv"), Header);

        var error = Assert.Throws<SpIndicators.Pipelines.Snapshots.SnapshotException>(Run);
        Assert.Contains("stray.csv", error.Message, StringComparison.Ordinal);
    }

    private void Add(string vintage, Func<string, string> value) =>
        home.Add(SpoiledSnapshot.Source, vintage, Header + string.Concat(Areas.Select(a => SpoiledSnapshot.Line(a, value(a)))));

    private void Refused(string check)
    {
        var before = home.Home.Warehouse.Current();
        var error = Assert.Throws<CheckFailedException>(Run);
        Assert.Contains(error.Failed, failed => failed.Name == check);
        Assert.Equal(before, home.Home.Warehouse.Current());
    }

    private void Run() => new Refresh(SmallFlow.Of(SpoiledSnapshot.Source), home.Home, TimeProvider.System).Run(false, null, TestContext.Current.CancellationToken);
}
