using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.DuckDb;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A check is asked again when, and only when, something it reads has changed; what it found is never lost.</summary>
public sealed class KeptCheckTests : IDisposable
{
    private const string Header = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,note_classif,note_indicator,note_source\n";
    private const string OfCoverage = "coverage_is_0_to_100";

    /// <summary>Written into the published file where a check tells how long it took: it comes back only where the answer is an old one.</summary>
    private const double Old = 123456;

    private readonly TemporaryHome home = TemporaryHome.Empty();
    private readonly FlowModels flow = SmallFlow.Of().WithoutChecks("a_default_release_exists", "snapshots_did_not_shrink");

    public KeptCheckTests()
    {
        Coverage("99.5");
        Other("1");
        Refresh(flow);
        Execute($"update meta.check_result set duration_ms = {Old}");
    }

    [Fact]
    public void Check_AfterAChangeOfWhatItDoesNotRead_KeepsItsAnswer()
    {
        Other("2");

        var kept = Kept(flow);

        Assert.Contains(OfCoverage, kept);
        Assert.DoesNotContain("every_snapshot_has_observations", kept);
    }

    [Fact]
    public void Check_AfterAChangeOfWhatItReads_IsAskedAgain()
    {
        Coverage("12");

        // With so little coverage the small flow loses an indicator, which is another check's business.
        Assert.DoesNotContain(OfCoverage, Kept(flow.WithoutChecks("indicators_did_not_lose_countries")));
    }

    [Fact]
    public void Check_OfOtherWords_IsAskedAgain()
    {
        var changed = new FlowModels(
            [.. flow.Models.Select(m => m.FullName == $"checks.{OfCoverage}" ? m with { Sql = m.Sql + "-- changed\n" } : m)], flow.Sources, flow.IndicatorCards, flow.Corrections);

        Assert.DoesNotContain(OfCoverage, Kept(changed));
    }

    [Fact]
    public void Checks_OfTheBuildItself_AreAlwaysAsked()
    {
        Other("2");

        Assert.DoesNotContain("indicators_did_not_lose_countries", Kept(flow));
    }

    [Fact]
    public void Checks_OfABuildByForce_AreAllAsked() => Assert.Empty(Kept(flow, force: true));

    [Fact]
    public void Check_ThatWarned_WarnsAgain()
    {
        Execute($"update meta.check_result set level = 'warn', passed = false, offending_rows = 3, example = 'as found before' where check_name = '{OfCoverage}'");
        Other("2");

        var warning = Assert.Single(Refresh(flow).Warnings, w => w.Name == OfCoverage);

        Assert.Equal((3, "as found before"), (warning.OffendingRows, warning.Example));
    }

    [Fact]
    public void File_ThatIsPublishedByHand_IsCheckedFromTheFirstQuestion()
    {
        var copy = Path.Combine(home.Home.Warehouse.Path, "by-hand.duckdb");
        File.Copy(Published, copy);

        var (vintage, _) = new Publisher(flow, home.Home.Warehouse, TimeProvider.System).Publish(copy, progress: null);

        Assert.Empty(KeptIn(home.Home.Warehouse.FileOf(vintage)));
    }

    public void Dispose() => home.Dispose();

    private string Published => home.Home.Warehouse.FileOf(home.Home.Warehouse.Current()!.Value);

    private void Coverage(string value) => home.Add("ilostat_sdg_0131", "2022", Header
        + $"DEU,ILO,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,{value},,,,\n");

    private void Other(string value) => home.Add("ids_debt_service_africa", "2025", $"iso3,debtor_name,year,value\nKEN,Kenya,2020,{value}\n");

    private void Execute(string sql)
    {
        using var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = Published });
        connection.Run(sql);
    }

    private RefreshResult Refresh(FlowModels models, bool force = false)
    {
        var result = new Refresh(models, home.Home, TimeProvider.System).Run(force, null, TestContext.Current.CancellationToken);
        Assert.True(result.Published);
        return result;
    }

    /// <summary>Refreshes, and returns the checks that were not asked again.</summary>
    private List<string> Kept(FlowModels models, bool force = false) => KeptIn(home.Home.Warehouse.FileOf(Refresh(models, force).Vintage));

    private static List<string> KeptIn(string file)
    {
        using var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = file, ReadOnly = true });
        using var command = connection.Command($"select check_name from meta.check_result where duration_ms = {Old}");
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
