using System.Data;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>DuckDB's one kind of transaction: a snapshot. What is not committed is rolled back.</summary>
internal sealed class DuckDbTransaction : DbTransaction
{
    private readonly DuckDbConnection connection;
    private bool finished;
    private string? doomedBy;

    private DuckDbTransaction(DuckDbConnection connection) => this.connection = connection;

    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    protected override DbConnection? DbConnection => finished ? null : connection;

    public static DuckDbTransaction Begin(DuckDbConnection connection, IsolationLevel level)
    {
        if (level is not (IsolationLevel.Unspecified or IsolationLevel.Snapshot))
        {
            throw new NotSupportedException($"DuckDB knows snapshot isolation only, not {level}.");
        }

        if (connection.Transaction is not null)
        {
            throw new InvalidOperationException("The connection already has a transaction: DuckDB does not nest them.");
        }

        connection.Execute("BEGIN TRANSACTION");
        return connection.Transaction = new(connection);
    }

    public override void Commit()
    {
        if (doomedBy is not null)
        {
            throw new InvalidOperationException($"The transaction can only be rolled back: {doomedBy}.");
        }

        End("COMMIT");
    }

    public override void Rollback() => End("ROLLBACK");

    /// <summary>Makes a commit impossible.</summary>
    internal void Doom(string reason) => doomedBy ??= reason;

    /// <summary>The session is gone, and with it the transaction: nothing was committed.</summary>
    internal void Abandon()
    {
        finished = true;
        connection.Transaction = null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !finished)
        {
            try
            {
                Rollback();
            }
            catch (DbException)
            {
                // DuckDB has rolled back by itself, for instance after a commit that failed.
            }
        }

        base.Dispose(disposing);
    }

    private void End(string statement)
    {
        if (finished)
        {
            throw new InvalidOperationException("The transaction is already finished.");
        }

        connection.Execute(statement);
        Abandon();
    }
}
