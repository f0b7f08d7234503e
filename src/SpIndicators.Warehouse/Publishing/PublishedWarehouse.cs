using SpIndicators.Core.Provenance;
using SpIndicators.DuckDb;

namespace SpIndicators.Warehouse.Publishing;

/// <summary>
/// What readers open: the warehouse the pointer names, read-only, without access to anything outside it. When the
/// pointer moves, open sessions finish on the vintage they began with and new ones get the next.
/// </summary>
public sealed class PublishedWarehouse(WarehouseFolder folder, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PointerIsReadEvery = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private OpenVintage? open;
    private long lastLook;

    /// <summary>
    /// A session on the current vintage, or null while nothing is published that this program can read
    /// (<see cref="PublishedLayout"/>). Dispose it soon.
    /// </summary>
    /// <exception cref="PublishException">The published file does not open.</exception>
    public WarehouseSession? TryOpen()
    {
        lock (gate)
        {
            FollowPointer();
            return open is null ? null : new WarehouseSession(open.Rent());
        }
    }

    /// <summary>The vintage that <see cref="TryOpen()"/> opens; null while it opens none.</summary>
    /// <exception cref="PublishException">The published file does not open.</exception>
    public PublishedVintage? Current
    {
        get
        {
            lock (gate)
            {
                FollowPointer();
                return open?.Vintage;
            }
        }
    }

    /// <summary>A session on a vintage that is kept, current or not; null when it is not kept or of another layout.</summary>
    public WarehouseSession? TryOpen(PublishedVintage vintage)
    {
        lock (gate)
        {
            if (open?.Vintage == vintage)
            {
                return new WarehouseSession(open.Rent());
            }
        }

        if (!File.Exists(folder.FileOf(vintage)))
        {
            return null;
        }

        var other = Open(vintage);
        var session = other.IsReadable ? new WarehouseSession(other.Rent()) : null;
        other.Return();
        return session;
    }

    /// <summary>
    /// Why there is no session: nothing is kept, or what is kept was made by another version of the program. A sentence.
    /// </summary>
    public string WhyNot(PublishedVintage? vintage)
    {
        var asked = vintage ?? folder.Current();
        return asked is { } found && File.Exists(folder.FileOf(found))
            ? $"The vintage {found} was made by another version of the program and cannot be read by this one. Run: spi refresh --offline"
            : vintage is null
                ? "Nothing is published yet. Run: spi refresh --offline"
                : $"No warehouse of vintage {vintage} is kept. Kept: {string.Join(", ", folder.Vintages())}.";
    }

    public void Dispose()
    {
        lock (gate)
        {
            open?.Return();
            open = null;
        }
    }

    private void FollowPointer()
    {
        if (open is not null && time.GetElapsedTime(lastLook) < PointerIsReadEvery)
        {
            return;
        }

        lastLook = time.GetTimestamp();
        var current = folder.Current();
        if (current is null || current == open?.Vintage)
        {
            // A pointer that cannot be read leaves readers with the vintage they have.
            return;
        }

        OpenVintage next;
        try
        {
            next = Open(current.Value);
        }
        catch (PublishException) when (open is not null)
        {
            // A file that does not open leaves readers with the vintage they have.
            return;
        }

        if (!next.IsReadable)
        {
            next.Return();
            return;
        }

        open?.Return();
        open = next;
    }

    private OpenVintage Open(PublishedVintage vintage)
    {
        try
        {
            return new OpenVintage(vintage, DuckDbOptions.ToRead(folder.FileOf(vintage)));
        }
        catch (System.Data.Common.DbException failure)
        {
            throw new PublishException($"The published warehouse {folder.FileOf(vintage)} does not open: {failure.Message}", failure);
        }
    }
}
