using System.Data;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>One execution of a command: takes its text apart and runs each statement.</summary>
internal sealed class StatementRun(DuckDbConnection connection, ExecutionWatch watch, DbParameterCollection parameters)
{
    private int rowsChanged = -1;

    public DuckDbDataReader Execute(string sql, CommandBehavior behavior)
    {
        var count = NativeMethods.duckdb_extract_statements(connection.Handle, sql, out var extracted);
        using var statements = new ExtractedHandle(extracted, connection.Handle);
        if (count == 0)
        {
            throw new DuckDbException(Utf8.ReadOrNull(NativeMethods.duckdb_extract_statements_error(statements)) ?? "The command has no SQL text.");
        }

        for (var i = 0UL; i < count - 1; i++)
        {
            using var result = Execute(statements, i, stream: false);
            Count(result);
        }

        var last = Execute(statements, count - 1, behavior.HasFlag(CommandBehavior.SequentialAccess));
        try
        {
            Count(last);
            return new(connection, last, watch, behavior, rowsChanged);
        }
        catch
        {
            last.Dispose();
            throw;
        }
    }

    private ResultHandle Execute(ExtractedHandle statements, ulong index, bool stream)
    {
        var failed = NativeMethods.duckdb_prepare_extracted_statement(connection.Handle, statements, index, out var prepared) != 0;
        using var statement = new PreparedHandle(prepared, connection.Handle);
        if (failed)
        {
            throw new DuckDbException(Utf8.Read(NativeMethods.duckdb_prepare_error(statement)));
        }

        ParameterBinder.Bind(statement, parameters);
        return watch.Run(() => ResultHandle.Execute(statement, connection.Handle, stream));
    }

    private void Count(ResultHandle result)
    {
        if (result.IsCount)
        {
            rowsChanged = Math.Max(rowsChanged, 0) + (int)NativeMethods.duckdb_rows_changed(result);
        }
    }
}
