using System.Data;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>Takes SQL text apart and runs each statement.</summary>
/// <param name="handle">Of the connection; the session's to close.</param>
/// <param name="kept">Planned statements, where the database cannot change under them; null for none.</param>
internal sealed class NativeSession(ConnectionHandle handle, KeptStatements? kept) : IEngineSession
{
    private static readonly DuckDbParameterCollection NoParameters = new();

    public void Interrupt()
    {
        try
        {
            NativeMethods.duckdb_interrupt(handle);
        }
        catch (ObjectDisposedException)
        {
            // Nothing works in a closed session.
        }
    }

    public void Dispose()
    {
        kept?.Dispose();
        handle.Dispose();
    }

    public ITableWriter Append(string schema, string table, IReadOnlyList<string> columns) =>
        new ChunkWriter(handle, schema, table, columns);

    public SessionReader Run(SessionCommand command)
    {
        var stream = command.Behavior.HasFlag(CommandBehavior.SequentialAccess);
        var (last, rowsChanged) = command.Watch.Run(() => Run(command.Sql, command.Parameters, stream));
        try
        {
            return new NativeReader(command, last, rowsChanged);
        }
        catch
        {
            last.Dispose();
            throw;
        }
    }

    /// <summary>Without parameters, limits or rows.</summary>
    public void Execute(string sql) => Run(sql, NoParameters, stream: false).Last.Dispose();

    private (ResultHandle Last, int RowsChanged) Run(string sql, DbParameterCollection parameters, bool stream)
    {
        if (kept?.Take(sql) is { } planned)
        {
            return RunAndKeep(sql, planned, parameters, stream);
        }

        var count = NativeMethods.duckdb_extract_statements(handle, sql, out var extracted);
        using var statements = new ExtractedHandle(extracted, handle);
        if (count == 0)
        {
            var reason = Utf8.ReadOrNull(NativeMethods.duckdb_extract_statements_error(statements));
            throw new DuckDbException(string.IsNullOrEmpty(reason) ? "The command has no SQL statement." : reason);
        }

        if (kept is not null && count == 1)
        {
            return RunAndKeep(sql, Prepare(statements, 0), parameters, stream);
        }

        var rowsChanged = -1;
        for (var i = 0UL; ; i++)
        {
            var isLast = i == count - 1;
            var result = Run(statements, i, parameters, stream && isLast);
            if (RowsChangedBy(result) is { } rows)
            {
                rowsChanged = Math.Max(rowsChanged, 0) + rows;
            }

            if (isLast)
            {
                return (result, rowsChanged);
            }

            result.Dispose();
        }
    }

    // Each is prepared when its turn comes: it may need a table that the one before it makes.
    private ResultHandle Run(ExtractedHandle statements, ulong index, DbParameterCollection parameters, bool stream)
    {
        using var statement = Prepare(statements, index);
        ParameterBinder.Bind(statement, parameters);
        return ResultHandle.Execute(statement, handle, stream);
    }

    /// <summary>A statement that failed is not kept.</summary>
    private (ResultHandle Last, int RowsChanged) RunAndKeep(string sql, PreparedHandle statement, DbParameterCollection parameters, bool stream)
    {
        try
        {
            ParameterBinder.Bind(statement, parameters);
            var result = ResultHandle.Execute(statement, handle, stream);
            kept!.Keep(sql, statement);
            return (result, RowsChangedBy(result) ?? -1);
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    private static int? RowsChangedBy(ResultHandle result) => result.IsCount ? (int)NativeMethods.duckdb_rows_changed(result) : null;

    private PreparedHandle Prepare(ExtractedHandle statements, ulong index)
    {
        var failed = NativeMethods.duckdb_prepare_extracted_statement(handle, statements, index, out var prepared) != 0;
        var statement = new PreparedHandle(prepared, handle);
        if (!failed)
        {
            return statement;
        }

        using (statement)
        {
            throw new DuckDbException(Utf8.Read(NativeMethods.duckdb_prepare_error(statement)));
        }
    }
}
