using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Dapper;

namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// Queries on one vintage: whatever is read through one session belongs together. Not for use by two threads at once.
/// </summary>
public sealed class WarehouseSession : IDisposable
{
    private readonly OpenVintage database;
    private DbConnection? connection;

    internal WarehouseSession(OpenVintage database)
    {
        this.database = database;
        connection = database.TakeConnection();
    }

    /// <summary>The published vintage, as its file is called.</summary>
    public string Vintage => database.Vintage.ToString();

    /// <summary>The published file: whole, and never changed.</summary>
    public string File => database.File;

    /// <summary>All rows of a query; values are bound to <c>$name</c>, never spliced into the text.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return [.. Open.Query<T>(sql, parameters)];
        }
        finally
        {
            Waited += Stopwatch.GetElapsedTime(started);
            Queries++;
        }
    }

    /// <summary>
    /// All rows of a query that no view chooses from: code lists, names, releases. The file never changes, so it is asked once
    /// while the vintage is open, and everybody gets the same rows.
    /// </summary>
    /// <param name="sql">A text of ours; the language is bound to <c>$lang</c>.</param>
    /// <param name="lang">Null where the rows have no words, or all of them.</param>
    public IReadOnlyList<T> List<T>(string sql, string? lang = null) =>
        (IReadOnlyList<T>)database.Lists.GetOrAdd((typeof(T), sql, lang), _ => Query<T>(sql, lang is null ? null : new { lang }));

    /// <summary>How long all queries together took.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>How many there were.</summary>
    public int Queries { get; private set; }

    /// <summary>A reader over a query, for rows whose columns are known only at run time.</summary>
    public DbDataReader Read(string sql, object? parameters = null) => (DbDataReader)Open.ExecuteReader(sql, parameters, commandType: CommandType.Text);

    /// <summary>
    /// The same, row by row as DuckDB makes them, without the result in memory. Until the reader is closed the session
    /// answers nothing else; its rows have the types of their columns.
    /// </summary>
    public DbDataReader Stream(string sql, IReadOnlyDictionary<string, object?> parameters) =>
        (DbDataReader)Open.ExecuteReader(new CommandDefinition(sql, parameters, commandType: CommandType.Text), CommandBehavior.SequentialAccess);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref connection, null) is { } rented)
        {
            database.GiveBack(rented);
            database.Return();
        }
    }

    private DbConnection Open => connection ?? throw new ObjectDisposedException(nameof(WarehouseSession));
}
