namespace SpIndicators.DuckDb;

/// <summary>
/// How a database is opened. All connections of one process to one file share one native database,
/// so they must ask for the same settings; a difference is refused with its name.
/// </summary>
public sealed record DuckDbOptions
{
    internal const string InMemory = ":memory:";

    /// <summary>A finished file, for reading only: nothing outside it can be reached and nothing in it changed.</summary>
    public static DuckDbOptions ToRead(string file) => new() { DataSource = file, ReadOnly = true, Sandboxed = true };

    /// <summary>Path of the file, or ":memory:" for a database of this connection alone.</summary>
    public string DataSource { get; init; } = InMemory;

    /// <summary>DuckDB itself refuses every change. Many processes may read one file at once.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>No file, network, extension or setting can be reached from SQL: for files that people may query.</summary>
    public bool Sandboxed { get; init; }

    /// <summary>Null: one thread per processor.</summary>
    public int? Threads { get; init; }

    /// <summary>As DuckDB spells it: "500MB". Null: four fifths of the machine's memory.</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>Where large sorts spill. Null: beside the database file.</summary>
    public string? TempDirectory { get; init; }

    /// <summary>
    /// False while a file is being made: what is committed is not first written to a log, so that a crash leaves no usable file.
    /// What was committed is in the file after a checkpoint or when its last connection closes. The database is then named
    /// <c>warehouse</c>, whatever its file.
    /// </summary>
    public bool WriteAheadLog { get; init; } = true;

    /// <summary>False lets DuckDB load large tables with less memory, rows in any order.</summary>
    public bool PreserveInsertionOrder { get; init; } = true;
}
