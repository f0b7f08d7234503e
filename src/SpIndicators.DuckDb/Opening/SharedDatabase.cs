namespace SpIndicators.DuckDb;

/// <summary>
/// One native database for all connections of this process to one file, closed with the last of them.
/// (DuckDB locks the file per process; a second native database would silently drop that lock.)
/// </summary>
internal sealed class SharedDatabase : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, SharedDatabase> Opened = new(FilePath.Comparer);

    private readonly string? path;
    private readonly DuckDbOptions options;
    private readonly IEngineDatabase database;
    private readonly bool isAttached;
    private int users = 1;

    private SharedDatabase(string? path, DuckDbOptions options)
    {
        this.path = path;
        this.options = options;
        // Only an attached file can do without a log.
        isAttached = path is not null && !options.WriteAheadLog;
        database = Engine.OpenDatabase(options with { DataSource = isAttached ? DuckDbOptions.InMemory : path ?? options.DataSource });
        try
        {
            using var session = database.Connect();
            session.Execute(DuckDbSettings.StartUp(options, isAttached ? path : null));
        }
        catch
        {
            database.Dispose();
            throw;
        }
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
            if (!Opened.TryGetValue(path, out var shared))
            {
                return Opened[path] = new(path, options);
            }

            SettingsConflict.ThrowIfDifferent(options, shared.options);
            shared.users++;
            return shared;
        }
    }

    public IEngineSession Connect()
    {
        var session = database.Connect();
        if (isAttached)
        {
            session.Execute("use warehouse");
        }

        return session;
    }

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

            database.Dispose();
        }
    }
}
