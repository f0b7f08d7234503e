namespace SpIndicators.DuckDb;

internal sealed class NativeDatabase : IEngineDatabase
{
    /// <summary>Plans that one connection keeps: more than any page asks, and few enough that many connections need no memory to speak of.</summary>
    private const int MostKept = 64;

    private readonly DatabaseHandle handle;
    private readonly bool isFinished;

    private NativeDatabase(DatabaseHandle handle, bool isFinished) => (this.handle, this.isFinished) = (handle, isFinished);

    /// <summary>Of a file for reading only, whose tables stay what they are, connections keep their plans.</summary>
    public static NativeDatabase Open(DuckDbOptions options) => new(OpenHandle(options), options.ReadOnly);

    public IEngineSession Connect() =>
        NativeMethods.duckdb_connect(handle, out var connection) == 0
            ? new NativeSession(new(connection, handle), isFinished ? new(MostKept) : null)
            : throw new DuckDbException("DuckDB could not connect to the database it has just opened.");

    public void Dispose() => handle.Dispose();

    private static DatabaseHandle OpenHandle(DuckDbOptions options)
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
