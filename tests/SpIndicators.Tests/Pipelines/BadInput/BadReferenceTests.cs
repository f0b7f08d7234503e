using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Building;
using SpIndicators.Tests.Architecture;
using SpIndicators.Warehouse.Models;

namespace SpIndicators.Tests.Pipelines.BadInput;

/// <summary>A code list that is not as the models read it is named when it is read, with what is wrong.</summary>
public sealed class BadReferenceTests
{
    [Fact]
    public void AColumnOfAnotherName_IsNamedWithTheFileAndWhatWasFound()
    {
        using var home = TemporaryHome.OfSources("unuwider_grd");
        var file = home.OwnReference("flag");
        File.WriteAllText(file, File.ReadAllText(file).Replace("flag,penalty,", "flag,points,", StringComparison.Ordinal));

        var failure = Refused(home);

        Assert.StartsWith($"{file}: the header has no column penalty; found are flag, points, name_en", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingColumn_IsNamed()
    {
        using var home = TemporaryHome.OfSources("unuwider_grd");
        var file = home.OwnReference("sex");
        File.WriteAllLines(file, ["name_en,name_fr", "Total,Ensemble"]);

        Assert.Contains($"{file}: the header has no column code", Refused(home).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingList_IsNamed()
    {
        using var home = TemporaryHome.OfSources("unuwider_grd");
        var file = home.OwnReference("unit");
        File.Delete(file);

        Assert.StartsWith($"{file} is not there", Refused(home).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source")]
    [InlineData("Indicator")]
    [InlineData("my list")]
    [InlineData("1st")]
    public void AListThatCannotBeATable_IsNamed(string name)
    {
        using var home = TemporaryHome.OfSources("unuwider_grd");
        var file = Path.Combine(Path.GetDirectoryName(home.OwnReference("sex"))!, $"{name}.csv");
        File.WriteAllText(file, "code\nx\n");

        Assert.StartsWith($"{file} cannot be a code list", Refused(home).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMoreThanNeededColumn_IsNobodysHarm()
    {
        using var home = TemporaryHome.OfSources("unuwider_grd");
        var file = home.OwnReference("sex");
        File.WriteAllLines(file, File.ReadAllLines(file).Select((line, i) => line + (i == 0 ? ",remark" : ",")));

        new WarehouseBuilder(SmallFlow.StagingOnly, home.Home, TimeProvider.System)
            .Build(home.Aside("built.duckdb"), null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void ABuildThatFailsBeforeItReads_LeavesNothingUnpacked()
    {
        using var home = TemporaryHome.OfSources("worldbank_wdi");
        var flow = new FlowModels(
            [.. SmallFlow.StagingOnly.Models.Select(m => m.FullName == "clean.area_code" ? m with { Sql = "select error('no codes today') as source_id" } : m)],
            SmallFlow.StagingOnly.Sources, SmallFlow.StagingOnly.IndicatorCards, SmallFlow.StagingOnly.Corrections);

        var failure = Assert.Throws<ModelException>(() =>
            new WarehouseBuilder(flow, home.Home, TimeProvider.System).Build(home.Aside("built.duckdb"), null, TestContext.Current.CancellationToken));

        Assert.Contains("no codes today", failure.Message, StringComparison.Ordinal);
        var unpackedIn = Path.Combine(home.Home.Warehouse.Path, "spill");
        Assert.True(Directory.Exists(unpackedIn), "Nothing was unpacked: the test looks at nothing.");
        Assert.Empty(Directory.EnumerateFiles(unpackedIn));
    }

    /// <summary>Whoever changes a list's header writes this file anew: that is the one place that says what models may read.</summary>
    [Fact]
    public void ExpectedColumns_AreThoseOfTheListsThatComeWithTheProgram()
    {
        var actual = string.Concat(SourceTree.FilesIn("data/reference", "*.csv").OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileNameWithoutExtension(file)}: {SourceTree.Read(file).Split('\n')[0].Replace(",", ", ", StringComparison.Ordinal)}\n"));

        Assert.True(SourceTree.Read("pipelines/reference_columns.txt") == actual, $"Headers have changed. Write this into pipelines/reference_columns.txt:\n{actual}");
    }

    private static ReferenceException Refused(TemporaryHome home) => Assert.Throws<ReferenceException>(
        () => new Refresh(SmallFlow.StagingOnly, home.Home, TimeProvider.System).Run(false, null, TestContext.Current.CancellationToken));
}
