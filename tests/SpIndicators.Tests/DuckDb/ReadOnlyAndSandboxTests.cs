using System.Data.Common;
using SpIndicators.DuckDb;

namespace SpIndicators.Tests.DuckDb;

public sealed class ReadOnlyAndSandboxTests
{
    [Theory]
    [InlineData("insert into t values (2)")]
    [InlineData("update t set i = 2")]
    [InlineData("delete from t")]
    [InlineData("create table u (i integer)")]
    [InlineData("drop table t")]
    public void ReadOnly_RefusesEveryChange(string statement)
    {
        using var folder = new TemporaryFolder();
        using var connection = DuckDbProvider.Open(new() { DataSource = FileWithTable(folder), ReadOnly = true });

        var error = Assert.ThrowsAny<DbException>(() => connection.Run(statement));

        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, connection.Value("select i from t"));
    }

    [Fact]
    public void ReadOnly_RefusesAnAppender()
    {
        using var folder = new TemporaryFolder();
        using var connection = DuckDbProvider.Open(new() { DataSource = FileWithTable(folder), ReadOnly = true });

        Assert.ThrowsAny<DbException>(() =>
        {
            using var appender = DuckDbProvider.CreateAppender(connection, "main", "t");
            appender.Add(2L).EndRow();
            appender.Complete();
        });

        Assert.Equal(1, connection.Count("t"));
    }

    [Fact]
    public void ReadOnly_OfAMissingFile_CreatesNone()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("missing.duckdb");

        Assert.ThrowsAny<DbException>(() => DuckDbProvider.Open(new() { DataSource = path, ReadOnly = true }));
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("select * from read_csv('{0}')")]
    [InlineData("select * from read_text('{0}')")]
    [InlineData("select * from '{0}'")]
    [InlineData("select * from glob('{0}')")]
    [InlineData("copy (select 1) to '{0}.copy'")]
    [InlineData("copy t from '{0}'")]
    [InlineData("export database '{0}.export'")]
    [InlineData("attach '{0}.other'")]
    [InlineData("set threads = 1")]
    [InlineData("set enable_external_access = true")]
    [InlineData("set lock_configuration = false")]
    [InlineData("reset lock_configuration")]
    [InlineData("pragma enable_external_access = true")]
    [InlineData("set TimeZone = 'Asia/Tokyo'")]
    [InlineData("load '{0}'")]
    [InlineData("load httpfs")]
    [InlineData("install httpfs")]
    [InlineData("select * from read_csv('https://localhost:1/x.csv')")]
    public void Sandbox_ReachesNothingOutside(string statement)
    {
        using var folder = new TemporaryFolder();
        var csv = folder.File("secret.csv");
        File.WriteAllText(csv, "word\nsecret\n");
        using var connection = DuckDbProvider.Open(new() { DataSource = FileWithTable(folder), ReadOnly = true, Sandboxed = true });

        Assert.ThrowsAny<DbException>(() => connection.Value(string.Format(null, statement, csv)));

        Assert.Equal(1, connection.Value("select i from t"));
        Assert.Equal(2, Directory.GetFileSystemEntries(Path.GetDirectoryName(csv)!).Length);
    }

    [Fact]
    public void WithoutSandbox_LocalFilesCanBeRead()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.File("open.csv");
        File.WriteAllText(csv, "word\nopen\n");
        using var connection = Sql.OpenInMemory();

        Assert.Equal("open", connection.Value($"select word from read_csv('{csv}')"));
    }

    [Fact]
    public void Extensions_AreNeverInstalledByThemselves()
    {
        using var connection = Sql.OpenInMemory();

        Assert.Equal("false false", connection.Value(
            "select current_setting('autoinstall_known_extensions') || ' ' || current_setting('autoload_known_extensions')"));
    }

    private static string FileWithTable(TemporaryFolder folder)
    {
        var path = folder.File("published.duckdb");
        using var connection = DuckDbProvider.Open(new() { DataSource = path });
        connection.Run("create table t (i integer); insert into t values (1)");
        return path;
    }
}
