using System.Runtime.InteropServices;

namespace SpIndicators.DuckDb;

/// <summary>A duckdb_result in native memory: the handle is its address.</summary>
internal sealed unsafe class ResultHandle : NativeHandle
{
    // duckdb_result_type
    private const int ChangedRows = 1;
    private const int QueryResult = 3;

    private ResultHandle(nint value, ConnectionHandle connection)
        : base(value, connection)
    {
    }

    public static ResultHandle Execute(PreparedHandle statement, ConnectionHandle connection, bool stream)
    {
        var result = new ResultHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)), connection);
        var failed = stream
            ? NativeMethods.duckdb_execute_prepared_streaming(statement, result)
            : NativeMethods.duckdb_execute_prepared(statement, result);
        if (failed == 0)
        {
            return result;
        }

        using (result)
        {
            throw new DuckDbException(result.Error ?? "DuckDB gave no reason.");
        }
    }

    public string? Error => Utf8.ReadOrNull(NativeMethods.duckdb_result_error(this));

    /// <summary>False for statements that answer with a count or with nothing.</summary>
    public bool HasRows => ReturnType == QueryResult;

    /// <summary>The answer of INSERT, UPDATE and DELETE.</summary>
    public bool IsCount => ReturnType == ChangedRows;

    private nint ReturnType => Read(static result => NativeMethods.duckdb_result_return_type(result));

    /// <summary>The next rows, an invalid handle at the end; an error in mid-stream is thrown.</summary>
    public ChunkHandle FetchChunk()
    {
        var chunk = new ChunkHandle(Read(NativeMethods.duckdb_fetch_chunk), this);
        return chunk.IsInvalid && Error is { } error ? throw new DuckDbException(error) : chunk;
    }

    protected override void Free(ref nint value)
    {
        NativeMethods.duckdb_destroy_result(value);
        NativeMemory.Free((void*)value);
    }

    // Some functions take the struct itself; it must not be freed meanwhile.
    private nint Read(Func<NativeResult, nint> function)
    {
        var held = false;
        DangerousAddRef(ref held);
        try
        {
            return function(*(NativeResult*)handle);
        }
        finally
        {
            DangerousRelease();
        }
    }
}
