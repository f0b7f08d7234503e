namespace SpIndicators.DuckDb;

/// <summary>
/// One native database for all connections of this process to one file, closed with the last of them.
/// (DuckDB locks the file per process; a second native database would silently drop that lock.)
/// </summary>
internal sealed class SharedDatabase : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, SharedDatabase> Opened = new(StringComparer.Ordinal);

    private readonly string? path;
    private readonly DuckDbOptions options;
    private readonly DatabaseHandle handle;
    private int users = 1;

    private SharedDatabase(string? path, DuckDbOptions options)
    {
        this.path = path;
        this.options = options;
        handle = OpenNative(options);
    }

    /// <summary>Give it back with <see cref="Dispose"/>, once.</summary>
    public static SharedDatabase Rent(DuckDbOptions options)
    {
        if (options.DataSource == DuckDbOptions.InMemory)
        {
            return new(path: null, options);
        }

        var path = FilePath.Canonical(options.DataSource);
        lock (Gate)
        {
            if (!Opened.TryGetValue(path, out var database))
            {
                return Opened[path] = new(path, options);
            }

            SettingsConflict.ThrowIfDifferent(options, database.options);
            database.users++;
            return database;
        }
    }

    public ConnectionHandle Connect() =>
        NativeMethods.duckdb_connect(handle, out var connection) == 0
            ? new(connection, handle)
            : throw new DuckDbException($"DuckDB could not connect to {options.DataSource}.");

    public void Dispose()
    {
        lock (Gate)
        {
            if (--users > 0)
            {
                return;
            }

            if (path is not null)
            {
                Opened.Remove(path);
            }

            handle.Dispose();
        }
    }

    private static DatabaseHandle OpenNative(DuckDbOptions options)
    {
        _ = NativeMethods.duckdb_create_config(out var created);
        using var config = new ConfigHandle(created);
        foreach (var (name, value) in DuckDbSettings.Of(options))
        {
            if (NativeMethods.duckdb_set_config(config, name, value) != 0)
            {
                throw new DuckDbException($"DuckDB does not accept the setting {name} = '{value}'.");
            }
        }

        return NativeMethods.duckdb_open_ext(options.DataSource, out var database, config, out var error) == 0
            ? new(database)
            : throw new DuckDbException(Utf8.Take(error));
    }
}
