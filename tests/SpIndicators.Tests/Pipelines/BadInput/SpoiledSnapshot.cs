using SpIndicators.Pipelines;
using SpIndicators.Pipelines.Snapshots;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Pipelines.BadInput;

/// <summary>
/// A home in which one good snapshot is published. A test spoils something; whatever happens then, what was published
/// stays byte for byte.
/// </summary>
internal sealed class SpoiledSnapshot : IDisposable
{
    public const string Source = "ilostat_sdg_0131";
    public const string Vintage = "2022-04-17";
    public const string Header = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,note_classif,note_indicator,note_source\n";

    /// <summary>Two good lines.</summary>
    public static readonly string Good = Header + Line("DEU", "99.5") + Line("URY", "93.8");

    // Of two lines, one that is rejected is half: how much may be rejected is asked in TooMuchRejectedTests.
    private static readonly FlowModels Flow = SmallFlow.Of(Source).WithoutChecks("rejected_rows_are_few", "snapshots_did_not_shrink", "indicators_did_not_lose_countries");

    /// <summary>The published files are the same for every test: built once, copied afterwards.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Published = new(PublishedFiles);

    public SpoiledSnapshot()
    {
        Home.Add(Source, Vintage, Good);
        Directory.CreateDirectory(Folder.Path);
        foreach (var (name, bytes) in Published.Value)
        {
            File.WriteAllBytes(Path.Combine(Folder.Path, name), bytes);
        }
    }

    public TemporaryHome Home { get; } = TemporaryHome.Empty();

    private WarehouseFolder Folder => Home.Home.Warehouse;

    /// <summary>Any benefit, both sexes, 2020.</summary>
    public static string Line(string area, string value, string year = "2020") =>
        $"{area},ILO - ILO Social Security Inquiry Database,SDG_0131_SEX_SOC_RT,SEX_T,SOC_CONTIG_TOTAL,{year},{value},,,,\n";

    /// <summary>Replaces the snapshot by another text, with a card that fits it, and publishes.</summary>
    public RefreshResult Publish(string csv, long? lines = null)
    {
        var file = Home.Add(Source, Vintage, csv);
        TemporaryHome.EditCard(file, card => card["rows"] = lines ?? card["rows"]!.GetValue<long>());
        return Run();
    }

    public RefreshResult Run() => Run(Home);

    /// <summary>A refresh ends with this error, says all these things, and leaves what is published untouched.</summary>
    public void IsRefused<TError>(params string[] says)
        where TError : Exception
    {
        var error = Assert.Throws<TError>(Run);

        TestContext.Current.TestOutputHelper?.WriteLine(error.Message);
        // Who reads this knows files and lines; the engine's options and our models are nothing to them.
        if (error is SnapshotException)
        {
            Assert.All(["Possible", "CSV Error", "Binder", "sniff", "Invalid Input", ".sql"], word => Assert.DoesNotContain(word, error.Message, StringComparison.Ordinal));
        }

        Assert.All(says, s => Assert.Contains(s, error.Message, StringComparison.Ordinal));
        StaysPublished();
    }

    /// <summary>The pointer, the one published file and nothing else.</summary>
    public void StaysPublished()
    {
        var now = Files(Folder);
        Assert.Equal(Published.Value.Keys.Order(StringComparer.Ordinal), now.Keys.Order(StringComparer.Ordinal));
        Assert.All(now, file => Assert.Equal(Published.Value[file.Key], file.Value));
        Assert.NotNull(Folder.Current());
    }

    /// <summary>Rows of a query on what readers see now.</summary>
    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var warehouse = new PublishedWarehouse(Folder, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        return session.Query<T>(sql);
    }

    public void Dispose() => Home.Dispose();

    private static RefreshResult Run(TemporaryHome home) =>
        new Refresh(Flow, home.Home, TimeProvider.System).Run(false, null, TestContext.Current.CancellationToken);

    private static Dictionary<string, byte[]> PublishedFiles()
    {
        using var home = TemporaryHome.Empty();
        home.Add(Source, Vintage, Good);
        Run(home);
        return Files(home.Home.Warehouse);
    }

    private static Dictionary<string, byte[]> Files(WarehouseFolder folder) =>
        Directory.EnumerateFileSystemEntries(folder.Path).ToDictionary(f => Path.GetFileName(f)!, File.ReadAllBytes);
}
