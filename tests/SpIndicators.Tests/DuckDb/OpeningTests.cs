using System.Data;
using System.Data.Common;
using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

public sealed class OpeningTests
{
    [Fact]
    public void Provider_SaysWhoItIs()
    {
        Assert.True(DuckDbProvider.Name is "SpIndicators.DuckDb" or "DuckDB.NET.Data.Full", DuckDbProvider.Name);
        Assert.StartsWith("v1.", DuckDbProvider.EngineVersion, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongOption_IsRefused_WithItsValue()
    {
        var error = Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(new() { MemoryLimit = "plenty" }));

        Assert.Contains("plenty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_ReachDuckDb()
    {
        using var folder = new TemporaryFolder();
        using var connection = DuckDbProvider.Open(new()
        {
            DataSource = folder.File("options.duckdb"),
            Threads = 1,
            MemoryLimit = "200MB",
            TempDirectory = folder.File("spill"),
            PreserveInsertionOrder = false,
        });

        Assert.Equal(1L, connection.Value("select current_setting('threads')::bigint"));
        Assert.Equal("190.7 MiB", connection.Value("select current_setting('memory_limit')"));
        Assert.Equal(folder.File("spill"), connection.Value("select current_setting('temp_directory')"));
        Assert.Equal(false, connection.Value("select current_setting('preserve_insertion_order')"));
        Assert.Equal("UTC", connection.Value("select current_setting('TimeZone')"));
    }

    [Fact]
    public void TwoConnections_ToOneFile_SeeOneDatabase()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("shared.duckdb") };
        using var first = DuckDbProvider.Open(options);
        using var second = DuckDbProvider.Open(options);

        first.Run("create table t as select 7 as i");

        Assert.Equal(7, second.Value("select i from t"));
    }

    [Fact]
    public void TwoConnections_InMemory_AreTwoDatabases()
    {
        using var first = Sql.OpenInMemory();
        using var second = Sql.OpenInMemory();
        first.Run("create table t (i integer)");

        Assert.ThrowsAny<DbException>(() => second.Count("t"));
    }

    [Fact]
    public void OneFile_UnderOtherNames_IsStillOneDatabase()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("one.duckdb");
        var alias = folder.File("current");
        using var first = DuckDbProvider.Open(new() { DataSource = path });
        first.Run("create table t as select 7 as i");
        File.CreateSymbolicLink(alias, "one.duckdb");
        using var byRelativePath = DuckDbProvider.Open(new() { DataSource = Path.GetRelativePath(Environment.CurrentDirectory, path) });
        using var byLink = DuckDbProvider.Open(new() { DataSource = alias });

        Assert.Equal((7, 7), (byRelativePath.Value("select i from t"), byLink.Value("select i from t")));
    }

    [Fact]
    public void OneFile_WithOtherSettings_IsRefused_NotOpenedForWriting()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("conflict.duckdb") };
        using var writing = DuckDbProvider.Open(options);

        var error = Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(options with { ReadOnly = true }));

        Assert.Contains("access_mode = READ_WRITE, asked for READ_ONLY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LastConnectionClosed_LetsTheFileGo()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("reopened.duckdb") };
        using (var writing = DuckDbProvider.Open(options))
        {
            writing.Run("create table t as select 7 as i");
        }

        using var reading = DuckDbProvider.Open(options with { ReadOnly = true });

        Assert.Equal(7, reading.Value("select i from t"));
    }

    [Fact]
    public void WithoutALog_IsOneDatabase_AndAllOfItIsInTheFileWhenClosed()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("it's made.duckdb"), WriteAheadLog = false };
        using (var first = DuckDbProvider.Open(options))
        using (var second = DuckDbProvider.Open(options))
        {
            first.Run("create schema s; create table s.t as select 7 as i; create view s.v as select i + 1 as i from s.t");
            Assert.Equal(8, second.Value("select i from s.v"));
            Assert.False(File.Exists(options.DataSource + ".wal"));
            Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(options with { WriteAheadLog = true }));
        }

        File.Move(options.DataSource, folder.File("elsewhere.duckdb"));
        using var reading = DuckDbProvider.Open(new() { DataSource = folder.File("elsewhere.duckdb"), ReadOnly = true, Sandboxed = true });
        Assert.Equal(8, reading.Value("select i from s.v"));
    }

    [Fact]
    public void FileHeldByAnotherProcess_IsRefused_ByName()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("held.duckdb") };
        using (SecondProcess.Holding(options.DataSource))
        {
            var error = Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(options));
            Assert.Contains("held.duckdb", error.Message, StringComparison.Ordinal);
            Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(options with { ReadOnly = true }));
        }

        using var afterwards = DuckDbProvider.Open(options);
        Assert.Equal(ConnectionState.Open, afterwards.State);
    }

    [Fact]
    public void FileThatIsNoDatabase_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("note.txt");
        File.WriteAllText(path, new string('x', 20_000));

        Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(new() { DataSource = path }));
    }

    [Fact]
    public void FailedOpening_DoesNotKeepTheFile()
    {
        using var folder = new TemporaryFolder();
        var options = new DuckDbOptions { DataSource = folder.File("second-try.duckdb") };
        Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(options with { MemoryLimit = "plenty" }));

        using var connection = DuckDbProvider.Open(options);

        Assert.Equal(1, connection.Value("select 1"));
    }
}
