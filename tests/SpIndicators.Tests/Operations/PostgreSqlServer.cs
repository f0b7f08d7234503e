using System.Diagnostics;
using Npgsql;
using SpIndicators.Tests.Operations;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace SpIndicators.Tests.Operations;

/// <summary>
/// A PostgreSQL server of the tests' own, made from the installed program when the first test asks for it and thrown away
/// at the end. It listens on a socket in its own folder, so it meets no other server.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly Lazy<Task<string>> folder = new(Start);
    private int databases;

    /// <summary>An empty database.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(Address(await folder.Value, "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Address(await folder.Value, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder.IsValueCreated && !folder.Value.IsFaulted)
        {
            NpgsqlConnection.ClearAllPools();
            await Run("pg_ctl", "stop", "-D", Path.Combine(await folder.Value, "data"), "-m", "immediate");
            Directory.Delete(await folder.Value, recursive: true);
        }
    }

    private static string Address(string folder, string database) => $"Host={folder};Username=tests;Database={database};Maximum Pool Size=20";

    private static async Task<string> Start()
    {
        var folder = Directory.CreateTempSubdirectory("pg").FullName;
        if (Environment.UserName == "root")
        {
            await Run("chown", "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        await Run(Program("initdb"), "--no-sync", "-A", "trust", "-U", "tests", "-E", "UTF8", "--locale=C.UTF-8", "-D", data);

        // Nothing of it outlives the tests, so nothing needs to reach the disk.
        await Run(Program("pg_ctl"), "start", "-w", "-D", data, "-l", Path.Combine(folder, "data", "log"),
            "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=200");
        return folder;
    }

    private static string Program(string name) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name)).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault() ?? name
            : name;

    private static async Task Run(string program, params string[] arguments)
    {
        // PostgreSQL refuses to run as root.
        var (start, all) = Environment.UserName == "root" && program != "chown"
            ? ("runuser", (string[])["-u", "postgres", "--", Program(program), .. arguments])
            : (Program(program), arguments);
        try
        {
            // pg_ctl leaves a server behind that would keep a redirected output open: only the exit code is waited for.
            using var process = Process.Start(new ProcessStartInfo(start, all) { RedirectStandardOutput = program != "pg_ctl" && !program.EndsWith("/pg_ctl", StringComparison.Ordinal) })!;
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
            {
                return;
            }
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"These tests need PostgreSQL, and '{program}' is not installed: ./test installs it, or apt-get install postgresql.", missing);
        }

        throw new InvalidOperationException($"These tests need PostgreSQL, and '{program}' failed: ./test installs it, or apt-get install postgresql.");
    }
}
