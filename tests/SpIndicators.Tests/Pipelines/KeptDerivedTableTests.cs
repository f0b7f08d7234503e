using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.DuckDb;

namespace SpIndicators.Tests.Pipelines;

/// <summary>A derived table is made again when, and only when, something it reads has changed.</summary>
public sealed class KeptDerivedTableTests : IDisposable
{
    private const string Header = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,note_classif,note_indicator,note_source\n";
    private const string DebtHeader = "iso3,debtor_name,year,value\n";
    private readonly TemporaryHome home = TemporaryHome.Empty();
    private readonly FlowModels flow = SmallFlow.Of().WithoutChecks("a_default_release_exists", "snapshots_did_not_shrink", "indicators_did_not_lose_countries");

    public KeptDerivedTableTests()
    {
        Coverage("99.5");
        Other("1");
        Made(flow);
    }

    [Fact]
    public void Coverage_AfterAChangeOfAnotherSource_IsKept()
    {
        Other("2");

        var made = Made(flow);

        Assert.Contains("stg_ids_debt_service_africa@2025", made);
        Assert.DoesNotContain("indicators.coverage", made);
        Assert.DoesNotContain("indicators.protection_value", made);
    }

    [Fact]
    public void Coverage_AfterAChangeOfItsSource_IsMadeAgain()
    {
        Coverage("12");

        var made = Made(flow);

        Assert.Contains("indicators.coverage", made);
        Assert.Contains("indicators.protection_value", made);
        Assert.DoesNotContain("indicators.denominator", made);
    }

    [Theory]
    [InlineData("indicators.coverage", "indicators.coverage, indicators.economy_value, indicators.protection_value")]
    [InlineData("clean.coverage_observation", "indicators.coverage, indicators.economy_value, indicators.protection_value, indicators.release")]
    [InlineData("clean.observation", "indicators.coverage, indicators.denominator, indicators.economy_value, indicators.protection_value, indicators.release")]
    [InlineData("indicators.figure_imf", "indicators.economy_value")]
    [InlineData("clean.compare", "")]
    public void Tables_AfterAChangeOfAModel_AreThoseThatReadIt(string model, string expected)
    {
        var changed = new FlowModels(
            [.. flow.Models.Select(m => m.FullName == model ? m with { Sql = m.Sql + "-- changed\n" } : m)], flow.Sources, flow.IndicatorCards, flow.Corrections);

        var made = Made(changed).Where(r => r is "indicators.coverage" or "indicators.denominator" or "indicators.economy_value" or "indicators.protection_value" or "indicators.release");

        Assert.Equal(expected, string.Join(", ", made.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Tables_OfTheSameInputsBuiltByForce_AreAllMadeAgain() => Assert.Contains("indicators.coverage", Made(flow, force: true));

    [Fact]
    public void File_OfAnEarlierProgram_IsBuiltAnewWithNothingKept()
    {
        var file = home.Home.Warehouse.FileOf(home.Home.Warehouse.Current()!.Value);
        using (var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = file }))
        {
            connection.Run("""
                update meta.build set layout = 1, input_fingerprint = 'of before';
                create or replace table meta.kept_table(table_name varchar, hash varchar);
                create or replace table meta.wide_file(name varchar)
                """);
        }

        Assert.Contains("indicators.coverage", Made(flow));
    }

    public void Dispose() => home.Dispose();

    private void Coverage(string value) => home.Add("ilostat_sdg_0131", "2022", Header
        + $"DEU,ILO,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,2020,{value},,,,\n");

    private void Other(string value) => home.Add("ids_debt_service_africa", "2025", DebtHeader + $"KEN,Kenya,2020,{value}\n");

    /// <summary>Refreshes, and returns the relations that were made rather than kept.</summary>
    private List<string> Made(FlowModels models, bool force = false)
    {
        var result = new Refresh(models, home.Home, TimeProvider.System).Run(force, null, TestContext.Current.CancellationToken);
        Assert.True(result.Published);
        using var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = home.Home.Warehouse.FileOf(result.Vintage), ReadOnly = true });
        using var command = connection.Command("select relation from meta.model_run");
        using var reader = command.ExecuteReader();
        var relations = new List<string>();
        while (reader.Read())
        {
            relations.Add(reader.GetString(0));
        }

        return relations;
    }
}
