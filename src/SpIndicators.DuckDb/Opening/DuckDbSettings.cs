using System.Globalization;

namespace SpIndicators.DuckDb;

/// <summary>Options in DuckDB's own words.</summary>
internal static class DuckDbSettings
{
    /// <summary>Given to DuckDB when it opens a database.</summary>
    public static IEnumerable<(string Name, string Value)> Of(DuckDbOptions options)
    {
        yield return ("access_mode", options.ReadOnly ? "READ_ONLY" : "READ_WRITE");
        // Nothing is ever fetched from the network behind a query's back.
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        yield return ("preserve_insertion_order", options.PreserveInsertionOrder ? "true" : "false");

        if (options.Threads is { } threads)
        {
            yield return ("threads", threads.ToString(CultureInfo.InvariantCulture));
        }

        if (options.MemoryLimit is { } limit)
        {
            yield return ("memory_limit", limit);
        }

        if (options.TempDirectory is { } directory)
        {
            yield return ("temp_directory", directory);
        }

        if (options.Sandboxed)
        {
            yield return ("enable_external_access", "false");
        }
    }

    /// <summary>Run once on the open database, before anybody else can use it.</summary>
    /// <param name="attached">A file that the database in memory is to hold besides; null for none.</param>
    public static string StartUp(DuckDbOptions options, string? attached)
    {
        // A timestamp with time zone reads the same on every machine.
        const string Utc = "set global TimeZone = 'UTC';";
        var file = attached is null ? "" : $"attach '{attached.Replace("'", "''", StringComparison.Ordinal)}' as warehouse (recovery_mode no_wal_writes);";
        return options.Sandboxed ? Utc + "set global lock_configuration = true;" : Utc + file;
    }
}
