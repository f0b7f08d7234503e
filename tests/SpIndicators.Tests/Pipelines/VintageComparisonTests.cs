using SpIndicators.Core.Operations;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Pipelines.BadInput;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Pipelines;

/// <summary>What staff read before they approve: every figure a new release adds, changes or takes away, the odd ones first.</summary>
public sealed class VintageComparisonTests : IDisposable
{
    private readonly TemporaryHome home = TemporaryHome.Empty();

    [Fact]
    public void NewRelease_IsComparedWithTheOneBefore_OddChangesFirst()
    {
        var before = Publish("2022-04-17", Line("DEU", "99.5") + Line("FRA", "50") + Line("KEN", "10.1") + Line("URY", "93.8"));
        var after = Publish("2023-01-01", Line("DEU", "99.5") + Line("FRA", "65.5") + Line("KEN", "10.2") + Line("ESP", "80.9"));

        Assert.Equal(new RunDifference(Added: 1, Changed: 2, Withdrawn: 1, Anomalies: 2), VintageComparison.Count(after, before));
        Assert.Equal(
            [("FRA", 50.0, 65.5, "changed", RevisionAnomaly.MoreThan15Points), ("URY", 93.8, null, "withdrawn", RevisionAnomaly.ValueGone), ("ESP", null, 80.9, "added", null), ("KEN", 10.1, 10.2, "changed", null)],
            VintageComparison.Rows(after, before, refArea: null, take: 10).Select(r => (r.RefArea, r.ValueBefore, r.ValueAfter, r.Change, r.Anomaly)));
        Assert.Equal("FRA", Assert.Single(VintageComparison.Rows(after, before, refArea: null, take: 1)).RefArea);
        Assert.Equal("KEN", Assert.Single(VintageComparison.Rows(after, before, refArea: "KEN", take: 10)).RefArea);
    }

    [Fact]
    public void NewRelease_IsCountedByCountry_MostChangesFirst()
    {
        var before = Publish("2022-04-17", Line("DEU", "99.5") + Line("FRA", "50") + Line("KEN", "10.1") + Line("URY", "93.8") + Line("KEN", "5", "2019"));
        var after = Publish("2023-01-01", Line("DEU", "99.5") + Line("FRA", "65.5") + Line("KEN", "10.2") + Line("ESP", "80.9") + Line("KEN", "4", "2019"));

        var countries = VintageComparison.Countries(after, before);

        Assert.Equal(
            [("KEN", "Kenya", 0L, 2L, 0L, 0L), ("FRA", "Francia", 0, 1, 0, 1), ("URY", "Uruguay", 0, 0, 1, 1), ("ESP", "España", 1, 0, 0, 0)],
            countries.Select(c => (c.RefArea, c.NameEs, c.Added, c.Changed, c.Withdrawn, c.Anomalies)));
        Assert.All(countries, country => Assert.Equal(SpoiledSnapshot.Source, country.SourceId));
        Assert.Equal(VintageComparison.Count(after, before), Sum(countries));
    }

    [Fact]
    public void FirstRelease_IsAddedToEachOfItsCountries()
    {
        var first = Publish("2022-04-17", Line("DEU", "99.5") + Line("FRA", "50") + Line("FRA", "51", "2019"));

        var countries = VintageComparison.Countries(first, before: null);

        Assert.Equal([("FRA", 2L), ("DEU", 1)], countries.Select(c => (c.RefArea, c.Added)));
        Assert.Equal(VintageComparison.Count(first, before: null), Sum(countries));
    }

    [Fact]
    public void SameReleases_DifferInNothing()
    {
        var before = Publish("2022-04-17", Line("DEU", "99.5"));

        Assert.Equal(new RunDifference(0, 0, 0, 0), VintageComparison.Count(before, before));
    }

    [Fact]
    public void FirstRelease_IsAddedWhole()
    {
        var first = Publish("2022-04-17", Line("DEU", "99.5") + Line("FRA", "50"));

        Assert.Equal(new RunDifference(2, 0, 0, 0), VintageComparison.Count(first, before: null));
    }

    public void Dispose() => home.Dispose();

    private static RunDifference Sum(IReadOnlyList<CountryDifference> countries) =>
        new(countries.Sum(c => c.Added), countries.Sum(c => c.Changed), countries.Sum(c => c.Withdrawn), countries.Sum(c => c.Anomalies));

    private static string Line(string area, string value, string year = "2020") => SpoiledSnapshot.Line(area, value, year);

    private string Publish(string release, string lines)
    {
        var file = home.Add(SpoiledSnapshot.Source, release, SpoiledSnapshot.Header + lines);
        TemporaryHome.EditCard(file, card => card["released_on"] = release);
        var flow = SmallFlow.Of(SpoiledSnapshot.Source).WithoutChecks("rejected_rows_are_few", "snapshots_did_not_shrink", "indicators_did_not_lose_countries");
        var result = new Refresh(flow, home.Home, TimeProvider.System).Run(force: false, progress: null, TestContext.Current.CancellationToken);
        return home.Home.Warehouse.FileOf(result.Vintage);
    }
}
