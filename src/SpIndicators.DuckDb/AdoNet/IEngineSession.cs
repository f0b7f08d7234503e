namespace SpIndicators.DuckDb;

/// <summary>One connection to a database. Used by one thread at a time, except for <see cref="Interrupt"/>.</summary>
internal interface IEngineSession : IDisposable
{
    /// <summary>Stops what the session works on at this moment, if anything; also after <c>Dispose</c>.</summary>
    void Interrupt();

    /// <summary>Runs a text of this provider's own, without parameters or rows.</summary>
    void Execute(string sql);

    /// <summary>Runs every statement of the text; the reader is over the rows of the last.</summary>
    SessionReader Run(SessionCommand command);

    /// <summary>An appender in the transaction that is already open.</summary>
    ITableWriter Append(string schema, string table, IReadOnlyList<string> columns);
}
