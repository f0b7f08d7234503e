using System.Collections;
using System.Data;
using System.Data.Common;

namespace SpIndicators.DuckDb;

/// <summary>
/// A reader that its connection knows, and closes when it is closed itself. A reader is used by one thread at a time;
/// a connection may be closed by any: then what a reader of another thread points at is freed by that thread.
/// </summary>
internal abstract class SessionReader : DbDataReader
{
    private readonly CommandBehavior behavior;
    private volatile bool closed;
    private bool released;
    private int userThread = Environment.CurrentManagedThreadId;

    /// <summary>Called while the session works.</summary>
    protected SessionReader(SessionCommand command, int recordsAffected)
    {
        Connection = command.Connection;
        behavior = command.Behavior;
        RecordsAffected = recordsAffected;
    }

    /// <summary>Rows inserted, updated or deleted by the command; -1 if it had no such statement.</summary>
    public sealed override int RecordsAffected { get; }

    public sealed override bool IsClosed => closed;

    public sealed override int Depth => 0;

    public sealed override object this[int ordinal] => GetValue(ordinal);

    public sealed override object this[string name] => GetValue(GetOrdinal(name));

    protected DuckDbConnection Connection { get; }

    protected bool IsStream => behavior.HasFlag(CommandBehavior.SequentialAccess);

    /// <summary>Always false: of several statements only the last has rows here.</summary>
    public sealed override bool NextResult() => false;

    public sealed override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public sealed override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public sealed override char GetChar(int ordinal) => GetString(ordinal) is [var only]
        ? only
        : throw new InvalidCastException($"Column '{GetName(ordinal)}' is not one character.");

    public sealed override int GetOrdinal(string name)
    {
        string[] names = [.. Enumerable.Range(0, FieldCount).Select(GetName)];
        var exact = Array.IndexOf(names, name);
        var found = exact >= 0 ? exact : Array.FindIndex(names, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found >= 0
            ? found
            : throw new ArgumentOutOfRangeException(nameof(name), name, $"The result has no such column, only: {string.Join(", ", names)}.");
    }

    public sealed override bool Read()
    {
        Claim();
        return ReadRow();
    }

    public sealed override void Close()
    {
        closed = true;
        if (released)
        {
            return;
        }

        released = true;
        Release();
        Connection.Detach(this);
        if (behavior.HasFlag(CommandBehavior.CloseConnection))
        {
            Connection.Close();
        }
    }

    /// <summary>The connection is going.</summary>
    internal void CloseWithConnection()
    {
        closed = true;
        Interlocked.MemoryBarrier();
        if (userThread == Environment.CurrentManagedThreadId)
        {
            Close();
        }
    }

    protected abstract bool ReadRow();

    protected abstract void Release();

    protected sealed override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }

    /// <summary>
    /// Comes before every use of native memory. Either the thread that closes the connection sees this claim and
    /// leaves the memory alone, or this thread sees that the reader is closed.
    /// </summary>
    protected void Claim()
    {
        var thread = Environment.CurrentManagedThreadId;
        if (userThread != thread)
        {
            Interlocked.Exchange(ref userThread, thread);
        }

        if (closed)
        {
            throw new InvalidOperationException("The reader is closed: its rows can no longer be read. (Closing the connection closes its readers.)");
        }
    }

    protected static InvalidOperationException NoRow() => new("There is no current row: call Read() first, and stop when it says false.");

    /// <summary>How ADO.NET hands out long values in parts.</summary>
    protected static long Copy<T>(ReadOnlySpan<T> source, long sourceOffset, T[]? target, int targetOffset, int length)
    {
        if (target is null)
        {
            return source.Length;
        }

        var rest = source[(int)Math.Min(sourceOffset, source.Length)..];
        var part = rest[..Math.Min(length, rest.Length)];
        part.CopyTo(target.AsSpan(targetOffset));
        return part.Length;
    }
}
