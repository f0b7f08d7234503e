using System.Data;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>
/// What this provider needs of the client underneath. Two exist, one is compiled: Native (over DuckDB's C API)
/// and FullFeed (over DuckDB.NET.Data.Full).
/// </summary>
internal interface IEngineDatabase : IDisposable
{
    IEngineSession Connect();
}

/// <summary>One connection to a database. Used by one thread at a time, except for <see cref="Interrupt"/>.</summary>
internal interface IEngineSession : IDisposable
{
    /// <summary>Stops what the session works on at this moment, if anything; also after <c>Dispose</c>.</summary>
    void Interrupt();

    /// <summary>Runs every statement of the text; the reader is over the rows of the last.</summary>
    SessionReader Run(SessionCommand command);

    /// <summary>An appender in the transaction that is already open.</summary>
    ITableWriter Append(string schema, string table, IReadOnlyList<string> columns);
}

/// <summary>One execution.</summary>
internal sealed record SessionCommand(
    DuckDbConnection Connection,
    string Sql,
    DbParameterCollection Parameters,
    CommandBehavior Behavior,
    ExecutionWatch Watch);

/// <summary>Values for the columns of one table, row by row. Disposed before its last <see cref="Flush"/>, it forgets what it holds.</summary>
internal interface ITableWriter : IDisposable
{
    void WriteNull(int column);

    void Write(int column, string value);

    void Write(int column, long value);

    void Write(int column, double value);

    void Write(int column, decimal value);

    void Write(int column, bool value);

    void Write(int column, DateOnly value);

    void Write(int column, DateTime value);

    void EndRow();

    void Flush();
}
