using System.Globalization;

namespace SpIndicators.DuckDb;

/// <summary>Options in DuckDB's own names, as given to it when a database is opened.</summary>
internal static class DuckDbSettings
{
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
            yield return ("lock_configuration", "true");
        }
    }
}
