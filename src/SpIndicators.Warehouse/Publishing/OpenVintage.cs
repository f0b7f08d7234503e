using System.Collections.Concurrent;
using System.Data.Common;
using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;

namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// One vintage's open database and its idle connections. It closes when the last user returns it; the first connection
/// keeps the native database, and so its caches, open.
/// </summary>
internal sealed class OpenVintage
{
    private readonly ConcurrentBag<DbConnection> idle = [];
    private readonly DuckDbOptions options;
    private readonly DbConnection keeper;
    private int users = 1;

    public OpenVintage(PublishedVintage vintage, DuckDbOptions options)
    {
        Vintage = vintage;
        this.options = options;
        keeper = DuckDbProvider.Open(options);
        IsReadable = PublishedLayout.IsReadable(keeper);
    }

    /// <summary>False for a file of another layout.</summary>
    public bool IsReadable { get; }

    public PublishedVintage Vintage { get; }

    public string File => options.DataSource;

    /// <summary>Rows that were read once for everybody, by their type, query and language.</summary>
    public ConcurrentDictionary<(Type Row, string Sql, string? Lang), object> Lists { get; } = new();

    public OpenVintage Rent()
    {
        Interlocked.Increment(ref users);
        return this;
    }

    public void Return()
    {
        if (Interlocked.Decrement(ref users) > 0)
        {
            return;
        }

        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        keeper.Dispose();
    }

    public DbConnection TakeConnection() => idle.TryTake(out var connection) ? connection : DuckDbProvider.Open(options);

    public void GiveBack(DbConnection connection) => idle.Add(connection);
}
