using Dapper;
using SpIndicators.Core.Operations;
using SpIndicators.DuckDb;
using SpIndicators.Pipelines;
using SpIndicators.Tests.Pipelines;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.FileDrop;

/// <summary>From the uploaded file to what readers may query: national figures stand beside the official ones and under none of them.</summary>
public sealed class NationalReleaseTests(BuiltWarehouse built)
{
    /// <summary>What an upload may change: lists of releases, their figures and what is said of their quality.</summary>
    private static readonly string[] MayChange =
        ["coverage", "coverage_quality", "coverage_revision", "observation_count", "release", "revision", "snapshot", "source_quality"];

    [Fact]
    public async Task Upload_Refreshed_IsAReleaseBesideTheDefault_AndNothingElseChanges()
    {
        var home = TemporaryHome.OfSources([.. FlowModels.Embedded.Sources.Values.Where(s => !s.IsUploaded).Select(s => s.SourceId)]);
        // The published build of the same snapshots is what readers saw before.
        CopyTo(home.Home.Warehouse);
        using var dropped = new DroppedFile(home);
        await dropped.Land("country,branch,sex,year,rate\nDEU,TOTAL,_T,2020,12.3\nDEU,TOTAL,_T,2021,101.5\nFRA,MATERNITY,F,2020,50\n");

        var result = new Refresh(FlowModels.Embedded, home.Home, TimeProvider.System).Run(false, null, TestContext.Current.CancellationToken);

        Assert.Equal(RefreshOutcome.Published, result.Outcome);
        using var warehouse = new PublishedWarehouse(home.Home.Warehouse, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        Assert.Equal(
            [("ilostat_sdg_0131", true, 2020, 99.5, ""), (IFileDrop.SourceId, false, 2020, 12.3, ""), (IFileDrop.SourceId, false, 2021, 100, "capped|break")],
            session.Query<(string, bool, int, double, string)>("""
                select source_id, is_default, time_period::integer, round(coverage, 3), flags from indicators.coverage
                where ref_area = 'DEU' and contingency = 'TOTAL' and sex = '_T' and time_period >= 2020 and source_id in ('ilostat_sdg_0131', 'national_figures')
                order by source_id, time_period
                """));
        Assert.Equal(
            ("Kenya National Bureau of Statistics. Economic Survey 2022. Licence: CC BY 4.0", true),
            Assert.Single(session.Query<(string, bool)>("select source_detail, people_uncovered > 0 from indicators.coverage where source_id = 'national_figures' and time_period = 2020 and ref_area = 'DEU'")));
        Assert.Equal([(false, 3L, 2L)], session.Query<(bool, long, long)>("select is_default, values_published, countries from indicators.release where source_id = 'national_figures'"));
        Assert.Empty(session.Query<string>("select distinct indicator_id from indicators.indicator_value where source_id = 'national_figures' or series_code like 'national%'"));
        Assert.Subset(MayChange.ToHashSet(), Changed(built.Folder.FileOf(built.Folder.Current()!.Value), home.Home.Warehouse.FileOf(result.Vintage)));
    }

    [Fact]
    public void NoUpload_ThereIsNoReleaseAndNoWarning()
    {
        Assert.Equal(0, built.One<long>("select count(*) from indicators.release where source_id = 'national_figures'"));
        Assert.Equal(0, built.One<long>("select offending_rows from meta.check_result where check_name = 'sources_have_snapshots'"));
    }

    private void CopyTo(WarehouseFolder folder)
    {
        Directory.CreateDirectory(folder.Path);
        foreach (var file in Directory.EnumerateFiles(built.Folder.Path).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Relations of which a row was added, changed or lost.</summary>
    private static HashSet<string> Changed(string before, string after)
    {
        var (old, now) = (Sums(before), Sums(after));
        Assert.Equal(old.Keys.Order(), now.Keys.Order());
        return [.. old.Keys.Where(relation => old[relation] != now[relation])];
    }

    private static Dictionary<string, string> Sums(string file)
    {
        using var connection = DuckDbProvider.Open(DuckDbOptions.ToRead(file));
        return connection.Query<string>("select table_name from information_schema.tables where table_schema = 'indicators'")
            .ToDictionary(name => name, name => connection.ExecuteScalar<string>($"select concat(count(*), ' ', sum(hash(t)::hugeint)) from indicators.{name} as t")!);
    }
}
