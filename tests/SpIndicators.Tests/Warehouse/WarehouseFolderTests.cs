using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;
using SpIndicators.Tests.DuckDb;
using SpIndicators.Warehouse.Publishing;

namespace SpIndicators.Tests.Warehouse;

/// <summary>The pointer, the files it may name, and going back.</summary>
public sealed class WarehouseFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly WarehouseFolder folder;

    public WarehouseFolderTests() => folder = new WarehouseFolder(temporary.File("warehouse"));

    [Fact]
    public void Rollback_ToAKeptVintage_ShowsReadersThatOne()
    {
        Publish("2026-11-22", 1);
        Publish("2026-11-22.2", 2);
        Assert.Equal(2, Read());

        folder.PointTo(Vintage("2026-11-22"));

        Assert.Equal(1, Read());
        Assert.Equal(["2026-11-22.2", "2026-11-22"], folder.Vintages().Select(v => v.ToString()));
    }

    [Fact]
    public void Rollback_ToAVintageNotKept_NamesThoseKeptAndChangesNothing()
    {
        Publish("2026-11-22", 1);

        var error = Assert.Throws<PublishException>(() => folder.PointTo(Vintage("2026-01-01")));

        Assert.Contains("No warehouse of vintage 2026-01-01 is kept", error.Message, StringComparison.Ordinal);
        Assert.Contains("Kept: 2026-11-22.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Read());
    }

    [Fact]
    public void Prune_KeepsTheNewest_AndWhatReadersSee()
    {
        foreach (var (vintage, value) in new[] { ("2026-11-20", 1), ("2026-11-21", 2), ("2026-11-22", 3), ("2026-11-23", 4) })
        {
            Publish(vintage, value);
        }

        folder.RollBack(Vintage("2026-11-20"));

        var gone = folder.Prune(keep: 2);

        Assert.Equal(["2026-11-21"], gone.Select(v => v.ToString()));
        Assert.Equal(["2026-11-23", "2026-11-22", "2026-11-20"], folder.Vintages().Select(v => v.ToString()));
        Assert.Equal(1, Read());
    }

    [Theory]
    [InlineData("2026-11-23\n")]
    [InlineData("")]
    [InlineData("../../elsewhere")]
    [InlineData("2026-11-22.1")]
    public void Pointer_NamingNothingThatIsKept_MeansNothingIsPublished(string text)
    {
        Publish("2026-11-22", 1);
        File.WriteAllText(folder.PointerPath, text);

        Assert.Null(folder.Current());
        using var warehouse = new PublishedWarehouse(folder, TimeProvider.System);
        Assert.Null(warehouse.TryOpen());
    }

    [Fact]
    public void Vintage_PublishedTwice_IsRefusedAndTheFirstStays()
    {
        Publish("2026-11-22", 1);

        var error = Assert.Throws<PublishException>(() => Publish("2026-11-22", 2));

        Assert.Contains("2026-11-22 is published already", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Read());
    }

    [Fact]
    public void OpenSession_WhenThePointerMoves_FinishesOnItsVintageAndTheNextFollows()
    {
        var time = new ManualTime();
        Publish("2026-11-22", 1);
        using var warehouse = new PublishedWarehouse(folder, time);
        using var before = warehouse.TryOpen()!;

        Publish("2026-11-23", 2);
        time.Advance(TimeSpan.FromSeconds(2));
        using var after = warehouse.TryOpen()!;

        Assert.Equal(("2026-11-22", 1), (before.Vintage, Number(before)));
        Assert.Equal(("2026-11-23", 2), (after.Vintage, Number(after)));
    }

    [Fact]
    public void Readers_WhenThePointerIsLost_KeepTheVintageTheyHave()
    {
        var time = new ManualTime();
        Publish("2026-11-22", 1);
        using var warehouse = new PublishedWarehouse(folder, time);
        warehouse.TryOpen()!.Dispose();

        File.Delete(folder.PointerPath);
        time.Advance(TimeSpan.FromMinutes(1));

        using var session = warehouse.TryOpen()!;
        Assert.Equal(1, Number(session));
    }

    [Fact]
    public void PublishedFile_ThatIsNoDatabase_IsToldByItsPath()
    {
        Publish("2026-11-22", 1);
        File.WriteAllText(folder.FileOf(Vintage("2026-11-22")), "not a database");
        using var warehouse = new PublishedWarehouse(folder, TimeProvider.System);

        var error = Assert.Throws<PublishException>(warehouse.TryOpen);

        Assert.Contains(folder.FileOf(Vintage("2026-11-22")), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfAnotherLayout_CountsAsNotThere()
    {
        Publish("2026-11-22", 1, layout: PublishedLayout.Version - 1);
        using var warehouse = new PublishedWarehouse(folder, TimeProvider.System);

        Assert.Null(warehouse.TryOpen());
        Assert.Null(warehouse.TryOpen(Vintage("2026-11-22")));
    }

    [Fact]
    public void Readers_WhenAFileOfAnotherLayoutIsPublished_KeepTheVintageTheyHave()
    {
        var time = new ManualTime();
        Publish("2026-11-22", 1);
        using var warehouse = new PublishedWarehouse(folder, time);
        using (var session = warehouse.TryOpen()!)
        {
            Assert.Equal(1, Number(session));
        }

        Publish("2026-11-23", 2, layout: PublishedLayout.Version + 1);
        time.Advance(TimeSpan.FromSeconds(2));

        using var after = warehouse.TryOpen()!;
        Assert.Equal(1, Number(after));
    }

    [Fact]
    public void Session_OnThePublishedFile_CanChangeNothing()
    {
        Publish("2026-11-22", 1);
        using var warehouse = new PublishedWarehouse(folder, TimeProvider.System);
        using var session = warehouse.TryOpen()!;

        Assert.ThrowsAny<System.Data.Common.DbException>(() => session.Query<int>("insert into published values (7) returning number"));
        Assert.ThrowsAny<System.Data.Common.DbException>(() => session.Query<string>("select content from read_text('/etc/hostname')"));
    }

    public void Dispose() => temporary.Dispose();

    private static PublishedVintage Vintage(string text) => PublishedVintage.TryParse(text, out var vintage) ? vintage : throw new FormatException(text);

    private static int Number(WarehouseSession session) => session.Query<int>("select number from published")[0];

    private int Read()
    {
        using var warehouse = new PublishedWarehouse(folder, TimeProvider.System);
        using var session = warehouse.TryOpen()!;
        return Number(session);
    }

    private void Publish(string vintage, int number, int layout = PublishedLayout.Version)
    {
        var file = temporary.File($"{vintage}.{number}.building");
        using (var connection = DuckDbProvider.Open(new DuckDbOptions { DataSource = file }))
        {
            connection.Run($"create schema meta; create table meta.build as select {layout} as layout; create table published as select {number}::integer as number; checkpoint");
        }

        folder.Publish(file, Vintage(vintage));
    }

    /// <summary>Passes only when told.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private long now = TimeProvider.System.GetTimestamp();

        public override long GetTimestamp() => now;

        public void Advance(TimeSpan time) => now += (long)(time.TotalSeconds * TimestampFrequency);
    }
}
