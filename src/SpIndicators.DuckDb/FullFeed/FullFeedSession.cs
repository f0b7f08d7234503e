using DuckDB.NET.Data;

namespace SpIndicators.DuckDb;

/// <summary>
/// Runs each statement by itself: DuckDB.NET answers with the first rows of a text, this provider with the last.
/// Results are always held whole: its streaming mode takes an error in mid-stream for the end of the rows.
/// </summary>
internal sealed class FullFeedSession(DuckDBConnection connection) : IEngineSession
{
    public void Interrupt()
    {
        try
        {
            using var command = connection.CreateCommand();
            command.Cancel();
        }
        catch (InvalidOperationException)
        {
            // Nothing works in a closed session.
        }
    }

    public void Dispose() => connection.Dispose();

    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public ITableWriter Append(string schema, string table, IReadOnlyList<string> columns) =>
        new FullFeedWriter(connection, schema, table, columns);

    public SessionReader Run(SessionCommand command)
    {
        var statements = StatementSplitter.Split(command.Sql);
        if (statements.Count == 0)
        {
            throw new DuckDbException("The command has no SQL statement.");
        }

        var changed = 0;
        for (var i = 0; i < statements.Count - 1; i++)
        {
            changed += Execute(command, statements[i], native => native.ExecuteNonQuery());
        }

        if (!command.RowsWanted)
        {
            return new FullFeedReader(command, rows: null, changed + Execute(command, statements[^1], native => native.ExecuteNonQuery()));
        }

        var reader = Execute(command, statements[^1], native => native.ExecuteReader());
        try
        {
            return new FullFeedReader(command, reader, recordsAffected: -1);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private T Execute<T>(SessionCommand command, string statement, Func<DuckDBCommand, T> run)
    {
        using var native = connection.CreateCommand();
        native.CommandText = statement;
        native.Parameters.AddRange(FullFeedParameters.For(command.Parameters, statement));
        return command.Watch.Run(() =>
        {
            try
            {
                return run(native);
            }
            catch (OperationCanceledException stopped)
            {
                // The watch knows why.
                throw new DuckDbException("DuckDB was interrupted.", stopped);
            }
        });
    }
}
